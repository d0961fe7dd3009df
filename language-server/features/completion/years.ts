import { CompletionItemKind } from 'vscode-languageserver';
import { Rank, type Proposal } from './proposal.js';
import type { Situation, Surroundings } from './situation.js';

/** Budgets are made in the second half of the year before. */
const MONTH_OF_NEXT_BUDGET = 6;

/** The years that a budget is likely to be for, the likeliest first. */
export function budgetYears({ today, surrounding, declaration, workspace }: Surroundings): number[] {
    const year = today.getFullYear();
    const likely = today.getMonth() >= MONTH_OF_NEXT_BUDGET ? [year + 1, year, year + 2] : [year, year + 1, year - 1];
    const department = declaration?.kind === 'project' ? workspace.departmentOf(declaration) : undefined;
    const known = department?.year?.value ?? (surrounding?.kind === 'department' ? surrounding.year?.value : undefined);
    return known === undefined ? likely : [known, ...likely.filter((other) => other !== known)];
}

export function* years(situation: Situation): Generator<Proposal> {
    for (const year of budgetYears(situation)) yield number(String(year));
}

/** One year, or two or three in a row. */
export function* periods(situation: Situation): Generator<Proposal> {
    const [first = situation.today.getFullYear()] = budgetYears(situation);
    for (const period of [`${first}~${first + 2}`, `${first}`, `${first}~${first + 1}`, `${first - 1}~${first + 1}`]) yield number(period);
}

/** The year in which a period ends. */
export function* endsOfPeriod({ cursor, ...situation }: Situation): Generator<Proposal> {
    const from = Number(cursor.statement.findLast(({ tokenType }) => tokenType.name === 'NUMBER')?.image) || situation.today.getFullYear();
    for (const years of [2, 1, 4, 3]) yield number(String(from + years));
}

function number(text: string): Proposal {
    return { label: text, kind: CompletionItemKind.Value, insert: [text], rank: Rank.Usual };
}
