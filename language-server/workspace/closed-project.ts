import { totalOf } from '../domain/budget.js';
import type { Origin, Written } from '../domain/origin.js';
import type { BudgetSection, IndicatorSet, Period, Project, Repetition } from '../domain/plan.js';
import type { MoneyUnit } from '../domain/money.js';
import type { SyntaxIssue } from '../domain/syntax-issue.js';

/** Nearly all projects share it, and there are tens of thousands. */
const NONE: readonly never[] = [];

/**
 * A project of a file that no editor holds. What others ask about it is kept; the rest is let go once it has been
 * checked, and read again from the text when somebody looks: so the projects of a province fit into memory.
 */
export class ClosedProject implements Project {
    readonly kind = 'project';
    readonly origin: Origin;
    readonly body: Origin;
    readonly name: Written<string> | undefined;
    readonly head: Origin;
    readonly issues: readonly SyntaxIssue[];
    readonly repetitions: readonly Repetition[];
    readonly belongsTo: Written<string> | undefined;
    readonly department: string | undefined;
    readonly nested: boolean;
    readonly departmentYear: number | undefined;
    readonly year: Written<number> | undefined;
    readonly moneyUnit: MoneyUnit;
    readonly fundingUnit: Written<string> | undefined;
    readonly period: Written<Period> | undefined;
    private whole: Project | undefined;

    constructor(project: Project, private readonly readAgain: () => Project) {
        this.origin = project.origin;
        this.body = project.body;
        this.name = project.name;
        this.head = project.head;
        this.issues = project.issues.length === 0 ? NONE : project.issues;
        this.repetitions = project.repetitions.length === 0 ? NONE : project.repetitions;
        this.belongsTo = project.belongsTo;
        this.department = project.department;
        this.nested = project.nested;
        this.departmentYear = project.departmentYear;
        this.year = project.year;
        this.moneyUnit = project.moneyUnit;
        this.fundingUnit = project.fundingUnit;
        this.period = project.period;
        this.whole = project;
    }

    get funds(): BudgetSection | undefined {
        return (this.whole ?? this.readAgain()).funds;
    }

    get goal(): Written<string> | undefined {
        return (this.whole ?? this.readAgain()).goal;
    }

    get indicators(): IndicatorSet | undefined {
        return (this.whole ?? this.readAgain()).indicators;
    }

    letGo(): void {
        // Its share in the sums of its department is remembered from here on.
        totalOf(this);
        this.whole = undefined;
    }
}
