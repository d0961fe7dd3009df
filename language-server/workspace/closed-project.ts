import { totalOf } from '../domain/budget.js';
import type { Origin, Written } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf, type BudgetSection, type Declaration, type IndicatorSet, type Period, type Project, type Repetition } from '../domain/plan.js';
import type { MoneyUnit } from '../domain/money.js';
import type { SyntaxIssue } from '../domain/syntax-issue.js';
import type { IndicatorValue } from '../domain/value.js';

/** Nearly all projects share it, and there are tens of thousands. */
const NONE: readonly never[] = [];

/** A project but for what its blocks hold. */
export type ProjectHead = Omit<Project, 'funds' | 'goal' | 'indicators'>;

/** What completion learns of an indicator: wherever it stands, others may be called the same. */
export interface NamedIndicator {
    readonly category: string;
    readonly name: string;
    /** That of the whole cycle. */
    readonly value?: IndicatorValue;
}

export function namedIndicatorsOf(declaration: Declaration): readonly NamedIndicator[] {
    if (declaration instanceof ClosedProject) return declaration.namedIndicators;
    return indicatorsOf(indicatorGroupsOf(declaration)).map(({ indicator: { category, name, cycle } }) => ({ category: category.value, name: name.value, value: cycle?.value }));
}

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

    /**
     * @param whole the project as it was read; or what is known of it, where it was not
     * @param readAgain the project as its text says it
     */
    constructor(head: ProjectHead, private atHand: { readonly whole?: Project; readonly named?: readonly NamedIndicator[] }, private readonly readAgain: () => Project) {
        this.origin = head.origin;
        this.body = head.body;
        this.name = head.name;
        this.head = head.head;
        this.issues = head.issues.length === 0 ? NONE : head.issues;
        this.repetitions = head.repetitions.length === 0 ? NONE : head.repetitions;
        this.belongsTo = head.belongsTo;
        this.department = head.department;
        this.nested = head.nested;
        this.departmentYear = head.departmentYear;
        this.year = head.year;
        this.moneyUnit = head.moneyUnit;
        this.fundingUnit = head.fundingUnit;
        this.period = head.period;
    }

    private get all(): Project {
        return this.atHand.whole ?? this.readAgain();
    }

    get funds(): BudgetSection | undefined {
        return this.all.funds;
    }

    get goal(): Written<string> | undefined {
        return this.all.goal;
    }

    get indicators(): IndicatorSet | undefined {
        return this.all.indicators;
    }

    get namedIndicators(): readonly NamedIndicator[] {
        return this.atHand.named ?? namedIndicatorsOf(this.all);
    }

    toJSON(): ProjectHead {
        return { ...this, atHand: undefined };
    }

    letGo(): void {
        // Its share in the sums of its department is remembered from here on.
        totalOf(this);
        this.atHand = LET_GO;
    }
}

const LET_GO = {};
