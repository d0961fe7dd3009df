import { CompletionItemKind } from 'vscode-languageserver';
import type { Category, TierOne } from '../../domain/taxonomy.js';
import type { IndicatorName } from '../../workspace/indicator-names.js';
import { tierHere } from './categories.js';
import { atMost, behindName, proposalOf, usableNames } from './indicator-names.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { choice, inQuotes, snippet, stop, type Snippet } from './snippet.js';
import { usualUnits, usualValues } from './usual-values.js';
import { valueSnippet } from './values.js';

/** Where a line begins inside a tier one: a line to fill in, and whole lines with the names that are known. */
export function* indicatorLines(situation: Situation, tooMany: () => void): Generator<Proposal> {
    const { cursor, declaration, say } = situation;
    const tier = tierHere(situation);
    if (!tier || !cursor.endsLine) return;
    yield {
        label: '一行指标',
        kind: CompletionItemKind.Snippet,
        insert: lineToFillIn(tier),
        description: say({ zh: '分类、名称、数值', en: 'a whole line: category, name, value' }),
        foundBy: '一行指标 指标 行 yhzb zb hang yihang zhibiao',
        rank: Rank.Other,
        yields: true,
    };
    if (declaration?.kind === 'library') return;
    const known = tier.categories.flatMap((category) => namesForLines(situation, category));
    for (const name of atMost(known, situation, tooMany)) {
        const quoted = inQuotes(name.name);
        if (!quoted) continue;
        const named = proposalOf(name, situation);
        yield {
            ...named,
            insert: snippet`${name.category} ${quoted}${behindName(name)}`,
            description: `${name.category} · ${named.description}`,
            // A line begins with its category; who knows more may go on.
            rank: named.rank === Rank.Other ? Rank.Rare : Rank.Other,
            yields: true,
        };
    }
}

/**
 * A workspace of a whole county has more names than can be looked through at every key: beyond these, names are proposed
 * where their category is written.
 */
const MOST_IN_USE = 500;

function namesForLines(situation: Situation, category: Category): IndicatorName[] {
    let inUse = 0;
    return usableNames(situation, category.name)
        .filter(({ libraries }) => libraries.length > 0 || inUse++ < MOST_IN_USE)
        .map(({ name, uses, libraries, value }) => ({ name, category: category.name, uses, libraries, value }));
}

/** Stands in a line until its indicator has a name. */
export const INDICATOR_NAME = '指标名称';

function lineToFillIn(tier: TierOne): Snippet {
    const [first] = tier.categories;
    const units = usualUnits('', first?.name ?? '').slice(0, 8);
    return snippet`${choice(tier.categories.map((category) => category.name))} "${stop(INDICATOR_NAME)}"  ${choice(['≥', '≤', '='])}${stop('1')}${choice(units)}`;
}

/** A line of one category, with a value such as it usually has. */
export function lineOfCategory(category: Category): Snippet {
    const [usual] = usualValues(category.name.includes('满意度') ? category.name : '', category.name, undefined);
    return snippet`${category.name} "${stop(INDICATOR_NAME)}"  ${usual ? valueSnippet(usual) : stop()}`;
}
