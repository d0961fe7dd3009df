import type { Rule } from '../domain/rule.js';
import { ambiguousDirection } from './ambiguous-direction.js';
import { amountNegative } from './amount-negative.js';
import { amountPrecision } from './amount-precision.js';
import { annualConflict } from './annual-conflict.js';
import { budgetLevelMismatch } from './budget-level-mismatch.js';
import { budgetProjectsMismatch } from './budget-projects-mismatch.js';
import { budgetUnbalanced } from './budget-unbalanced.js';
import { categoryMismatch } from './category-mismatch.js';
import { categorySuspicious } from './category-suspicious.js';
import { copiedIndicators } from './copied-indicators.js';
import { costIndicatorExceedsBudget } from './cost-indicator-exceeds-budget.js';
import { deadlinePassed } from './deadline-passed.js';
import { developmentExceeds } from './development-exceeds.js';
import { doubledWord } from './doubled-word.js';
import { duplicateDepartment } from './duplicate-department.js';
import { duplicateEntry } from './duplicate-entry.js';
import { duplicateIndicator } from './duplicate-indicator.js';
import { duplicateProject } from './duplicate-project.js';
import { goalIndicatorMismatch } from './goal-indicator-mismatch.js';
import { markupInText } from './markup-in-text.js';
import { missingAnnualValue } from './missing-annual-value.js';
import { missingBenefit } from './missing-benefit.js';
import { missingCategory } from './missing-category.js';
import { missingCycleValue } from './missing-cycle-value.js';
import { missingGoal } from './missing-goal.js';
import { missingOutput } from './missing-output.js';
import { missingSatisfaction } from './missing-satisfaction.js';
import { missingUnit } from './missing-unit.js';
import { nameTooLong } from './name-too-long.js';
import { notPerformance } from './not-performance.js';
import { percentOutOfRange } from './percent-out-of-range.js';
import { placeholderLeft } from './placeholder-left.js';
import { projectFundsMissing } from './project-funds-missing.js';
import { projectTotalMismatch } from './project-total-mismatch.js';
import { quantityAsText } from './quantity-as-text.js';
import { redundantComparator } from './redundant-comparator.js';
import { satisfactionMisplaced } from './satisfaction-misplaced.js';
import { straySpace } from './stray-space.js';
import { suspiciousUnit } from './suspicious-unit.js';
import { syntax } from './syntax.js';
import { taskFundsExceed } from './task-funds-exceed.js';
import { tooFewIndicators } from './too-few-indicators.js';
import { typoComparator } from './typo-comparator.js';
import { unitMismatch } from './unit-mismatch.js';
import { unknownBudgetLine } from './unknown-budget-line.js';
import { unknownCategory } from './unknown-category.js';
import { unknownDepartment } from './unknown-department.js';
import { unknownTaxonomy } from './unknown-taxonomy.js';
import { unseenCharacter } from './unseen-character.js';
import { unusedSilencing } from './unused-silencing.js';
import { vagueValue } from './vague-value.js';
import { weightSum } from './weight-sum.js';
import { wrongDirection } from './wrong-direction.js';
import { yearMismatch } from './year-mismatch.js';

/** Every rule that there is, in the order of docs/rules.md. */
export const RULES: readonly Rule[] = [
    budgetUnbalanced,
    budgetLevelMismatch,
    budgetProjectsMismatch,
    developmentExceeds,
    taskFundsExceed,
    projectTotalMismatch,
    projectFundsMissing,
    costIndicatorExceedsBudget,
    amountNegative,
    amountPrecision,
    unknownBudgetLine,

    missingSatisfaction,
    missingOutput,
    missingBenefit,
    missingCategory,
    missingGoal,
    missingCycleValue,
    missingAnnualValue,
    tooFewIndicators,

    unknownCategory,
    categoryMismatch,
    satisfactionMisplaced,
    duplicateIndicator,
    unitMismatch,
    annualConflict,
    percentOutOfRange,
    categorySuspicious,
    wrongDirection,
    missingUnit,
    deadlinePassed,
    notPerformance,
    ambiguousDirection,
    quantityAsText,
    vagueValue,
    weightSum,
    goalIndicatorMismatch,

    typoComparator,
    redundantComparator,
    placeholderLeft,
    yearMismatch,
    straySpace,
    doubledWord,
    nameTooLong,
    copiedIndicators,
    suspiciousUnit,
    markupInText,
    unseenCharacter,

    duplicateEntry,
    duplicateProject,
    duplicateDepartment,
    unknownDepartment,
    unknownTaxonomy,
    syntax,
    unusedSilencing,
];
