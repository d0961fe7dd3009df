import { CompletionItemKind } from 'vscode-languageserver';
import { comparatorOf, parseQuantity } from '../../domain/value.js';
import { searchTextOf } from '../searching/search-text.js';
import { readLine } from './line-of-indicator.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { snippet, stop, type Snippet } from './snippet.js';
import { fromKnown, knownValue, unitsPer, usualUnits, usualValues, type UsualValue } from './usual-values.js';
import { valuesInWords } from './values-in-words.js';

/** How a comparator may be looked for: as it is typed on a keyboard, and as it is said. */
const SAID: Readonly<Record<string, string>> = {
    '≥': '>= > 大于等于 不少于 dydy bsy',
    '≤': '<= < 小于等于 不超过 xydy bcg',
    '=': '= 等于 dy',
    '': '',
};

/** The value of an indicator, with the direction and the unit that its name speaks for. */
export function* values(situation: Situation): Generator<Proposal> {
    const { cursor, workspace } = situation;
    if (cursor.under === 'number') {
        yield* units(situation);
        return;
    }
    if (cursor.under === 'string') {
        yield* valuesInWords(situation);
        return;
    }
    const line = readLine(cursor.statement);
    const [likely, ...others] = line.inAnnualValue ? annual(situation) : usualValues(line.name, line.category, knownValue(workspace, line.category, line.name));
    if (!likely) return;
    if (line.last && comparatorOf(line.last.image)) {
        for (const value of [likely, ...others]) yield proposalOf({ ...value, comparator: '' }, Rank.Usual);
        return;
    }
    if (line.last?.image === '~') {
        yield proposalOf({ ...likely, comparator: '', unit: parseQuantity(cursor.statement.at(-2)?.image ?? '')?.unit ?? likely.unit, number: '100' }, Rank.Usual);
        return;
    }
    yield* valuesInWords(situation);
    yield proposalOf(likely, Rank.Required);
    for (const value of others) yield proposalOf(value, Rank.Usual);
    for (const comparator of ['=', '≥', '≤', '']) {
        if (comparator !== likely.comparator) yield proposalOf({ ...likely, comparator, number: comparator === '=' && likely.unit === '%' ? '100' : likely.number }, Rank.Other);
    }
    if (likely.unit === '%') {
        yield { label: '80%~90%', kind: CompletionItemKind.Value, insert: snippet`${stop('80')}%~${stop('90')}%`, rank: Rank.Rare };
    }
}

/** The value of the year is of the same kind as that of the cycle. */
function annual({ cursor, workspace }: Situation): UsualValue[] {
    const { name, category, cycle } = readLine(cursor.statement);
    const quantity = cycle.map(({ image }) => parseQuantity(image)).find((found) => found !== undefined);
    const comparator = cycle.map(({ image }) => comparatorOf(image)).find((found) => found !== undefined);
    if (quantity) return [{ comparator: comparator ?? '', ...quantity }];
    return usualValues(name, category, knownValue(workspace, category, name));
}

/** The units of a number, those that the indicator's name speaks for first. */
export function* units({ cursor, workspace, around }: Situation): Generator<Proposal> {
    if (cursor.under !== 'number' || cursor.offset < cursor.unitStart) return;
    const { name, category, cycle } = readLine(cursor.statement);
    const known = knownValue(workspace, category, name);
    const before = cycle.map(({ image }) => parseQuantity(image)?.unit ?? '').find((unit) => unit !== '');
    const first = [before, known && fromKnown(known)?.unit].filter((unit) => unit !== undefined && unit !== '') as string[];
    const written = around.text.slice(cursor.unitStart, cursor.end);
    const slash = written.indexOf('/');
    for (const unit of new Set([...first, ...usualUnits(name, category), ...(slash > 0 ? unitsPer(written.slice(0, slash)) : [])])) {
        yield {
            label: unit,
            kind: CompletionItemKind.Unit,
            insert: [unit],
            rank: first.includes(unit) ? Rank.Required : Rank.Usual,
            replaces: { start: cursor.unitStart, end: cursor.end },
        };
    }
}

/** `≥1份` with the number to be filled in. */
export function valueSnippet({ comparator, number, unit }: UsualValue): Snippet {
    return snippet`${comparator}${stop(number)}${unit}`;
}

function proposalOf(value: UsualValue, rank: Rank): Proposal {
    const label = value.comparator + value.number + value.unit;
    return {
        label,
        kind: CompletionItemKind.Value,
        insert: valueSnippet(value),
        foundBy: `${label} ${SAID[value.comparator] ?? ''} ${searchTextOf(value.unit)}`.replace(/ +/g, ' ').trim(),
        rank,
    };
}
