import { CompletionItemKind } from 'vscode-languageserver';
import { BUDGET_SECTIONS, FUND_SOURCES, PROJECT_FUNDS, sourcesOf, TOTAL, type SectionOfForm } from '../../domain/budget.js';
import { Money } from '../../domain/money.js';
import { KEYWORD_MEANINGS } from './keyword-meanings.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { block, lines, snippet, stop, type Snippet } from './snippet.js';

const EMPTY_AMOUNT = '0.00';

/** A section with the lines that the form prints. */
export function sectionSnippet({ name, lines: names }: SectionOfForm): Snippet {
    return block([name], lines(names.map((line) => snippet`${line} ${stop(EMPTY_AMOUNT)}`)));
}

/** The source that nearly every project has; the others, and a stated total, are proposed behind it. */
export function fundsSnippet(): Snippet {
    const [source] = FUND_SOURCES;
    return block([PROJECT_FUNDS.name], snippet`${source} ${stop(EMPTY_AMOUNT)}`);
}

/** The parts of 预算整体情况 that a department has not stated yet. */
export function* budgetSections({ cursor, say }: Situation): Generator<Proposal> {
    for (const section of BUDGET_SECTIONS) {
        if (cursor.siblings.has(section.name)) continue;
        yield {
            label: section.name,
            kind: CompletionItemKind.Struct,
            insert: cursor.endsLine ? sectionSnippet(section) : [section.name],
            description: section.lines.join(' '),
            documentation: say(KEYWORD_MEANINGS.BudgetSection!),
            rank: Rank.Missing,
        };
    }
}

/** The lines of a section, or the sources of a project's funds, that are not stated yet: first those that the form prints. */
export function* amountLines(situation: Situation): Generator<Proposal> {
    const { cursor, say } = situation;
    const name = cursor.head[0]?.image;
    const section = name === PROJECT_FUNDS.name ? PROJECT_FUNDS : BUDGET_SECTIONS.find((candidate) => candidate.name === name);
    if (!section) return;
    const printed = new Set(section.lines);
    for (const line of [...section.lines, ...section.furtherLines]) {
        if (cursor.siblings.has(line)) continue;
        yield {
            label: line,
            kind: CompletionItemKind.Field,
            insert: cursor.endsLine ? snippet`${line} ${stop(line === TOTAL ? (sumOfSources(situation) ?? EMPTY_AMOUNT) : EMPTY_AMOUNT)}` : [line],
            description: printed.has(line) ? say({ zh: '表上有这一行', en: 'printed on the form' }) : undefined,
            rank: printed.has(line) ? Rank.Missing : Rank.Rare,
        };
    }
}

/** Behind the name of a line: a 总计 is what its sources make. */
export function* amounts(situation: Situation): Generator<Proposal> {
    const { cursor, say } = situation;
    const sum = sumOfSources(situation);
    if (cursor.under !== 'nothing' || cursor.statement.at(-1)?.image !== TOTAL || sum === undefined) return;
    yield { label: sum, kind: CompletionItemKind.Value, insert: [sum], description: say({ zh: '各来源之和', en: 'the sum of the sources' }) };
}

function sumOfSources({ declaration }: Situation): string | undefined {
    if (declaration?.kind !== 'project') return undefined;
    const sum = Money.sum(sourcesOf(declaration).map((line) => line.amount?.value));
    return sum.isZero ? undefined : sum.printExactly(declaration.moneyUnit);
}
