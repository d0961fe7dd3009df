import { EXPENDITURE, INCOME, LEVELS, lineNamed, projectExpenditureOf, say as amountOf, sectionNamed, sourcesOf, sumOf, TOTAL } from '../../domain/budget.js';
import { byWord } from '../../domain/by-word.js';
import { tallyOf } from '../../domain/family.js';
import { Money } from '../../domain/money.js';
import { contains } from '../../domain/origin.js';
import type { BudgetLine, BudgetSection, Declaration, Department } from '../../domain/plan.js';
import { Tally } from '../../domain/tally.js';
import type { Wording } from '../../domain/wording.js';
import type { Workspace } from '../../workspace/workspace.js';

/** What a block of amounts adds up to, and what it should agree with. */
export interface Sum {
    readonly lines: readonly BudgetLine[];
    readonly amount: Money;
    readonly otherSide: { readonly name: string; readonly amount: Money } | undefined;
}

/** @returns undefined where an unreadable line or a missing amount would make the sum a wrong one */
export function sumOfBlock(section: BudgetSection, declaration: Declaration): Sum | undefined {
    if (declaration.issues.some(({ origin }) => contains(section.origin, origin))) return undefined;
    if (declaration.kind === 'project') {
        const lines = sourcesOf(declaration).filter((line) => line.amount);
        const stated = lineNamed(section, TOTAL)?.amount?.value;
        return lines.length === 0 ? undefined : { lines, amount: Money.sum(lines.map((line) => line.amount?.value)), otherSide: stated && { name: TOTAL, amount: stated } };
    }
    const lines = section.lines.filter((line) => line.amount);
    if (lines.length === 0) return undefined;
    return { lines, amount: sumOf(section), otherSide: declaration.kind === 'department' ? otherSideOf(section, declaration) : undefined };
}

const OTHER_SIDE: Readonly<Record<string, string>> = byWord({ [EXPENDITURE]: INCOME, [INCOME]: EXPENDITURE, [LEVELS]: EXPENDITURE });

function otherSideOf(section: BudgetSection, department: Department): Sum['otherSide'] {
    const name = OTHER_SIDE[section.name.value];
    const other = name === undefined ? undefined : sectionNamed(department, name);
    return other && { name: other.name.value, amount: sumOf(other) };
}

/** The block of amounts that a declaration's total stands in. */
export function blocksOf(declaration: Declaration): readonly BudgetSection[] {
    if (declaration.kind === 'department') return declaration.sections;
    return declaration.kind === 'project' && declaration.funds ? [declaration.funds] : [];
}

/** A department's projects, wherever in the workspace they are, and what they cost together. */
export interface ProjectsTotal {
    readonly count: number;
    readonly amount: Money;
    /** 项目支出 of the department's own budget. */
    readonly budgeted: Money | undefined;
}

/** Said in place of a total that nobody knows yet. */
export const STILL_READING: Wording = { zh: '各项目还在读取', en: 'its projects are still being read' };

/** @returns undefined as long as a file is not read that may have more of them */
export function projectsTotal(department: Department, workspace: Workspace): ProjectsTotal | undefined {
    if (!workspace.isCompleteFor(department.origin.source.uri)) return undefined;
    const family = workspace.names.familyOf(department);
    const { projects, sum } = family ? tallyOf(department, family) : new Tally();
    return { count: projects, amount: sum, budgeted: projectExpenditureOf(department)?.value };
}

export { amountOf };
