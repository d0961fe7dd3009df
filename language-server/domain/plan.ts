import type { Money, MoneyUnit } from './money.js';
import type { Origin, Written } from './origin.js';
import type { SyntaxIssue } from './syntax-issue.js';
import type { Taxonomy } from './taxonomy.js';
import type { Comparator, IndicatorValue } from './value.js';

/** What one declaration of a file says. Everything that may be missing in a half-typed text is undefined, never invented. */
export type Declaration = Department | Project | Taxonomy | IndicatorLibrary | Fragment;

/** The same single entry twice in one block: the second does not count. */
export interface Repetition {
    readonly label: string;
    readonly first: Origin;
    readonly again: Origin;
}

/** What all declarations have. */
export interface Declared {
    /** The whole declaration, from its keyword to its closing brace. */
    readonly origin: Origin;
    /** From the opening to the closing brace. */
    readonly body: Origin;
    readonly name: Written<string> | undefined;
    /** The keyword with the name behind it: where a problem of the whole declaration is shown. */
    readonly head: Origin;
    readonly issues: readonly SyntaxIssue[];
    readonly repetitions: readonly Repetition[];
}

/** 部门: what 部门整体预算绩效目标申报表 says. */
export interface Department extends Declared {
    readonly kind: 'department';
    readonly year: Written<number> | undefined;
    readonly taxonomyName: Written<string> | undefined;
    readonly moneyUnit: MoneyUnit;
    readonly sections: readonly BudgetSection[];
    readonly goal: Written<string> | undefined;
    readonly tasks: readonly KeyTask[];
    readonly otherTasks: Written<string> | undefined;
    readonly indicators: IndicatorSet | undefined;
}

/** 项目: a row of 项目支出绩效目标表. */
export interface Project extends Declared {
    readonly kind: 'project';
    /** What 属于 names. */
    readonly belongsTo: Written<string> | undefined;
    /** The name of the department that the project belongs to: by 属于, or the one around it. */
    readonly department: string | undefined;
    /** Whether the project stands inside its department. */
    readonly nested: boolean;
    /** The year of the department around it. */
    readonly departmentYear: number | undefined;
    readonly year: Written<number> | undefined;
    readonly moneyUnit: MoneyUnit;
    readonly fundingUnit: Written<string> | undefined;
    readonly period: Written<Period> | undefined;
    readonly funds: BudgetSection | undefined;
    readonly goal: Written<string> | undefined;
    readonly indicators: IndicatorSet | undefined;
}

/** Years, both included. */
export interface Period {
    readonly from: number;
    readonly to: number;
}

/** A named list of amounts: a part of the budget, or the funds of a project. */
export interface BudgetSection {
    readonly name: Written<string>;
    readonly origin: Origin;
    readonly body: Origin;
    readonly lines: readonly BudgetLine[];
}

export interface BudgetLine {
    readonly name: Written<string>;
    readonly amount: Written<Money> | undefined;
    readonly origin: Origin;
}

/** 重点任务: a row of 年度重点工作任务. */
export interface KeyTask {
    readonly name: Written<string> | undefined;
    readonly funds: Written<Money> | undefined;
    readonly content: Written<string> | undefined;
    readonly target: Written<string> | undefined;
    readonly origin: Origin;
    readonly body: Origin;
}

/** 绩效指标: the indicators of a department, project or library, in the order written. */
export interface IndicatorSet {
    readonly origin: Origin;
    readonly keyword: Origin;
    readonly body: Origin;
    readonly groups: readonly IndicatorGroup[];
}

/** A tier-one category with its indicators, or with the reason why it does not apply (不适用). */
export interface IndicatorGroup {
    readonly category: Written<string>;
    readonly inapplicable: Written<string> | undefined;
    readonly indicators: readonly Indicator[];
    readonly origin: Origin;
    /** From brace to brace; undefined where the category does not apply. */
    readonly body: Origin | undefined;
}

export interface Indicator {
    readonly category: Written<string>;
    readonly name: Written<string>;
    readonly cycle: Written<IndicatorValue> | undefined;
    /** The annual value where one is written; otherwise it equals the cycle's. */
    readonly annual: Written<IndicatorValue> | undefined;
    readonly weight: Written<number> | undefined;
    readonly explanation: Written<string> | undefined;
    readonly basis: Written<string> | undefined;
    /** The comparators as typed, with their places: those of the cycle and of the year. */
    readonly comparators: readonly Written<{ typed: string; meant: Comparator }>[];
    readonly origin: Origin;
}

/** 指标库: indicators with their usual values, offered in completion. */
export interface IndicatorLibrary extends Declared {
    readonly kind: 'library';
    readonly groups: readonly IndicatorGroup[];
}

/** Text in which no declaration could be made out. */
export interface Fragment extends Declared {
    readonly kind: 'fragment';
}

/** The indicators that a declaration of any kind holds, by tier one. */
export function indicatorGroupsOf(declaration: Declaration): readonly IndicatorGroup[] {
    switch (declaration.kind) {
        case 'department':
        case 'project':
            return declaration.indicators?.groups ?? [];
        case 'library':
            return declaration.groups;
        default:
            return [];
    }
}

export interface GroupedIndicator {
    readonly group: IndicatorGroup;
    readonly indicator: Indicator;
}

const NO_GROUPS: readonly IndicatorGroup[] = [];

/** Twenty rules walk over the same indicators. */
const walked = new WeakMap<readonly IndicatorGroup[], readonly GroupedIndicator[]>();

export function indicatorsOf(groups: readonly IndicatorGroup[] = NO_GROUPS): readonly GroupedIndicator[] {
    let all = walked.get(groups);
    if (!all) walked.set(groups, (all = groups.flatMap((group) => group.indicators.map((indicator) => ({ group, indicator })))));
    return all;
}

/** A text that was written and says nothing. */
export function isBlank(text: Written<string>): boolean {
    return text.value.trim() === '';
}

/** Whether a department says anything that its own table prints, and is not only a heading over its projects. */
export function hasOwnTable(department: Department): boolean {
    return department.sections.length > 0 || department.tasks.length > 0 || department.indicators !== undefined
        || department.goal !== undefined || department.otherTasks !== undefined;
}

/** The value of the year: as written, or that of the whole cycle. */
export function annualValue(indicator: Indicator): Written<IndicatorValue> | undefined {
    return indicator.annual ?? indicator.cycle;
}
