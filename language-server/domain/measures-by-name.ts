import type { Indicator } from './plan.js';
import type { Figure } from './prose-figures.js';
import { likeness, measureKey, measureKeyOfName, type Side } from './same-measure.js';

export interface Match {
    readonly indicator: Indicator;
    readonly likeness: number;
}

/** Below this a clause and a name may share words and still speak of different things. */
const ENOUGH = 0.7;
const LONGEST = 60;

/** The indicators of one set, found by what a clause of running text says. */
export class MeasuresByName {
    private readonly names: readonly { readonly indicator: Indicator; readonly key: string; readonly pairs: ReadonlySet<string> }[];
    /** Which names have a pair of characters; only names that share enough of them are compared. */
    private readonly byPair = new Map<string, number[]>();
    private readonly known = new Map<string, readonly Match[]>();

    constructor(indicators: Iterable<Indicator>) {
        this.names = [...indicators].map((indicator) => {
            const key = measureKeyOfName(indicator.name.value).slice(-LONGEST);
            return { indicator, key, pairs: new Set(pairsOf(key)) };
        });
        this.names.forEach(({ pairs }, index) => {
            for (const pair of pairs) {
                const known = this.byPair.get(pair);
                if (known) known.push(index);
                else this.byPair.set(pair, [index]);
            }
        });
    }

    /** The indicators that a figure seems to belong to, the likeliest first. */
    matches(figure: Figure): readonly Match[] {
        const before = this.matchesOf(measureKey(figure.before).slice(-LONGEST), 'before');
        if (before.length > 0 || !mayStandBehind(figure)) return before;
        const behind = figure.behind.replace(/^\s*的/, '');
        return this.matchesOf(measureKey(behind).slice(0, LONGEST), 'behind');
    }

    private matchesOf(clause: string, side: Side): readonly Match[] {
        const asked = `${side} ${clause}`;
        let matches = this.known.get(asked);
        if (!matches) this.known.set(asked, (matches = this.compared(clause, side)));
        return matches;
    }

    private compared(clause: string, side: Side): Match[] {
        const shared = new Map<number, number>();
        for (const pair of new Set(pairsOf(clause))) {
            for (const index of this.byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
        }
        const found: Match[] = [];
        for (const [index, count] of shared) {
            const { indicator, key, pairs } = this.names[index]!;
            if (count * 2 < pairs.size) continue;
            const score = likeness(key, clause, side);
            if (score >= ENOUGH) found.push({ indicator, likeness: score });
        }
        return found.sort((one, other) => other.likeness - one.likeness);
    }
}

/** 完成不少于1360台电梯的监督抽查: the thing follows the figure where only a verb leads up to it. */
const VERB_AT_END = /(?:完成|举办|开展|组织|提供|新增|培育|建设|编制|发放|打造|召开|举行|实施|采购|购置|吸引|引进|培训|检查|抽查|抽检|检验|办理|处理|制定|修订|建立|扶持|资助)\s*$/;
const JOINS_ANOTHER = /^\s*(?:[、和及与或]|以及)/;

function mayStandBehind({ before, behind }: Figure): boolean {
    return !JOINS_ANOTHER.test(behind) && (VERB_AT_END.test(before) || measureKey(before).length < 4);
}

function* pairsOf(text: string): Generator<string> {
    for (let index = 0; index + 1 < text.length; index++) yield text.slice(index, index + 2);
}
