import { CompletionItemKind } from 'vscode-languageserver';
import { byWord } from '../../domain/by-word.js';
import { indicatorGroupsOf, indicatorsOf } from '../../domain/plan.js';
import { categoryKey } from '../../domain/taxonomy.js';
import { printValue } from '../../domain/value.js';
import type { IndicatorName } from '../../workspace/indicator-names.js';
import { isBuiltin } from '../../workspace/builtin.js';
import { mayMean } from '../searching/search-text.js';
import { plain } from '../wording/markdown.js';
import { readLine } from './line-of-indicator.js';
import { Rank, type Proposal } from './proposal.js';
import { MOST_NAMES } from './references.js';
import type { Situation } from './situation.js';
import { inQuotes, stop, type Snippet } from './snippet.js';
import { fromKnown, usualValues } from './usual-values.js';
import { valueSnippet } from './values.js';

/** Categories of one taxonomy that hold what another one files elsewhere. */
const ALSO: Readonly<Record<string, string>> = byWord({ 经济成本: '成本', 成本: '经济成本' });

/**
 * The names that indicators of a category have: those of the workspace's own libraries, those in use, those of the
 * built-in library. Each brings its usual value along.
 */
export function indicatorNames(situation: Situation, tooMany: () => void): Proposal[] {
    const { category } = readLine(situation.cursor.statement);
    return atMost(usableNames(situation, category), situation, tooMany).map((name) => proposalOf(name, situation));
}

/** The names of a category that the declaration does not have yet, those in use most first. */
export function usableNames(situation: Situation, category: string): IndicatorName[] {
    const { cursor, around } = situation;
    const current = around.text.slice(cursor.start, cursor.end);
    const taken = namesTaken(situation, category);
    return namesOf(situation, category)
        .filter(({ name, uses, libraries }) => !taken.has(name) && !(cursor.under === 'string' && name === current && uses <= 1 && libraries.length === 0))
        .sort((one, other) => other.uses - one.uses);
}

/** Lists that are too long are filtered here, by what is typed, and sent in part: what libraries have comes before the rest. */
export function atMost<Name extends IndicatorName>(names: readonly Name[], { cursor, around }: Situation, tooMany: () => void): readonly Name[] {
    if (names.length <= MOST_NAMES) return names;
    tooMany();
    const typed = around.text.slice(cursor.start, cursor.offset);
    const fitting = names.filter(({ name }) => mayMean(typed, name)).sort((one, other) => other.libraries.length - one.libraries.length);
    return fitting.slice(0, MOST_NAMES);
}

function namesOf({ workspace: { indicatorNames: names } }: Situation, category: string): IndicatorName[] {
    const key = categoryKey(category);
    return [...names.ofCategory(key), ...(key in ALSO ? names.ofCategory(ALSO[key]!) : [])];
}

/** Names that other lines of the same declaration have under this category: a second one would be a duplicate. */
function namesTaken({ declaration, cursor }: Situation, category: string): Set<string> {
    const key = categoryKey(category);
    const taken = new Set<string>();
    for (const { indicator } of declaration ? indicatorsOf(indicatorGroupsOf(declaration)) : []) {
        const { origin } = indicator.name;
        if (categoryKey(indicator.category.value) === key && !(origin.start <= cursor.offset && cursor.offset <= origin.end)) taken.add(indicator.name.value);
    }
    return taken;
}

/** A name, with the value that goes with it where nothing follows on the line. */
export function proposalOf(known: IndicatorName, situation: Situation): Proposal {
    const { name, category, uses, libraries, value } = known;
    const own = libraries.find((library) => !isBuiltin(library.origin.source.uri));
    const library = own ?? libraries[0];
    const quoted = { quoted: name, behind: situation.cursor.endsLine ? behindName(known) : [] };
    return {
        label: name,
        kind: CompletionItemKind.Value,
        insert: quoted,
        detail: value && value.kind !== 'words' ? ` ${printValue(value)}` : undefined,
        description: library?.name?.value ?? situation.say({ zh: `用过 ${uses} 次`, en: `used ${uses}×` }),
        documentation: library && situation.say({ zh: `${plain(category)}，出自指标库“${plain(library.name?.value ?? '')}”`, en: `${plain(category)}, from the library “${plain(library.name?.value ?? '')}”` }),
        rank: own ? Rank.Missing : uses > 0 ? Rank.Usual : Rank.Other,
    };
}

/** The value that goes with a name, its number or its words to be filled in. */
export function behindName({ name, category, value }: IndicatorName): Snippet {
    const words = value?.kind === 'words' && !fromKnown(value) ? inQuotes(value.text, stop(value.text)) : undefined;
    if (words) return ['  ', ...words];
    const [usual] = usualValues(name, category, value);
    return usual ? ['  ', ...valueSnippet(usual)] : [];
}
