import { amountLines, amounts, budgetSections } from './budget-entries.js';
import { tiersOne, tiersTwo } from './categories.js';
import type { Expected } from './grammar-position.js';
import { indicatorLines } from './indicator-lines.js';
import { indicatorNames } from './indicator-names.js';
import { moneyUnitsOfAmount, moneyUnitsOfForm } from './money-units.js';
import type { Proposal } from './proposal.js';
import { departments, fundingUnits, missingDepartments, reasons, taxonomies } from './references.js';
import type { Situation } from './situation.js';
import { inOrderOfForms, statement } from './statements.js';
import { tiersOneToDeclare, tiersTwoToDeclare } from './taxonomy-entries.js';
import { texts } from './texts.js';
import { values } from './values.js';
import { endsOfPeriod, periods, years } from './years.js';

type Proposer = (situation: Situation, tooMany: () => void) => Iterable<Proposal>;

/** Who proposes what for the names, numbers and texts of the grammar, by rule and property. */
const PROPOSERS: Readonly<Record<string, readonly Proposer[]>> = {
    'Department.name': [missingDepartments],
    'Project.name': [],
    'Project.department': [departments],
    'Taxonomy.name': [],
    'IndicatorLibrary.name': [],
    'Year.value': [years],
    'TaxonomyChoice.name': [taxonomies],
    'MoneyUnit.unit': [moneyUnitsOfForm],
    'FundingUnit.name': [fundingUnits],
    'Period.from': [periods],
    'Period.to': [endsOfPeriod],
    'BudgetSection.name': [budgetSections],
    'AmountLine.name': [amountLines],
    'Amount.value': [amounts, moneyUnitsOfAmount],
    'KeyTask.name': [],
    'IndicatorGroup.category': [tiersOne],
    'IndicatorGroup.reason': [reasons],
    'Indicator.category': [tiersTwo, indicatorLines],
    'Indicator.name': [indicatorNames],
    'Value.words': [values],
    'Value.from': [values],
    'Value.to': [values],
    'Weight.value': [],
    'WeightTotal.value': [],
    'CategoryCode.value': [],
    'ShortName.value': [],
    'TierOne.name': [tiersOneToDeclare],
    'TierTwo.name': [tiersTwoToDeclare],
};

/** Everything that fits at the cursor, in the order of the forms. */
export function* proposals(situation: Situation, tooMany: () => void): Generator<Proposal> {
    const wanted = inOrderOfForms(wantedAt(situation));
    const asked = new Set<Proposer>();
    for (const expected of wanted) {
        if (expected.keyword !== undefined) {
            if (/\p{Script=Han}/u.test(expected.keyword)) yield* statement(expected, situation);
            continue;
        }
        const proposers = expected.rule === 'Text' ? [texts] : PROPOSERS[keyOf(expected)] ?? [];
        for (const proposer of proposers) {
            if (asked.has(proposer)) continue;
            asked.add(proposer);
            yield* proposer(situation, tooMany);
        }
    }
}

/** Whether something has to stand at the cursor, and not merely may. */
export function somethingIsDue({ cursor, expected }: Situation): boolean {
    return cursor.statement.length > 0 && expected.some((candidate) => !candidate.beginsStatement && isDue(candidate));
}

/**
 * What the officer can be about to write. Where a line begins, a statement begins; further on in the line the statement
 * goes on, and what it still lacks comes before what it may have besides. The grammar itself is more patient, for the
 * parser has to read lines that lack something.
 */
function wantedAt({ cursor, expected }: Situation): Expected[] {
    if (cursor.under === 'string' || cursor.under === 'number') return firstDue(expected.filter((candidate) => candidate.keyword === undefined && !candidate.beginsStatement));
    if (cursor.statement.length === 0) return expected.filter((candidate) => candidate.beginsStatement);
    // The name that would be due is there already.
    if (cursor.stringFollows) return [];
    const going = expected.filter((candidate) => !candidate.beginsStatement);
    const due = firstDue(going.filter(isDue));
    return due.length > 0 ? due : going;
}

/** The name of an indicator comes before its value. */
function firstDue(expected: readonly Expected[]): Expected[] {
    const name = expected.find((candidate) => keyOf(candidate) === 'Indicator.name');
    return name ? [name] : [...expected];
}

function isDue({ rule, keyword }: Expected): boolean {
    return keyword === undefined && rule !== 'Text';
}

function keyOf({ rule, property }: Expected): string {
    return `${rule}.${property ?? ''}`;
}
