import type { Rule } from '../domain/rule.js';
import { amountNegative } from './amount-negative.js';
import { amountPrecision } from './amount-precision.js';
import { budgetLevelMismatch } from './budget-level-mismatch.js';
import { budgetProjectsMismatch } from './budget-projects-mismatch.js';
import { budgetUnbalanced } from './budget-unbalanced.js';
import { categoryMismatch } from './category-mismatch.js';
import { costIndicatorExceedsBudget } from './cost-indicator-exceeds-budget.js';
import { developmentExceeds } from './development-exceeds.js';
import { duplicateDepartment } from './duplicate-department.js';
import { duplicateEntry } from './duplicate-entry.js';
import { duplicateProject } from './duplicate-project.js';
import { missingAnnualValue } from './missing-annual-value.js';
import { missingBenefit } from './missing-benefit.js';
import { missingCategory } from './missing-category.js';
import { missingCycleValue } from './missing-cycle-value.js';
import { missingGoal } from './missing-goal.js';
import { missingOutput } from './missing-output.js';
import { missingSatisfaction } from './missing-satisfaction.js';
import { projectFundsMissing } from './project-funds-missing.js';
import { projectTotalMismatch } from './project-total-mismatch.js';
import { syntax } from './syntax.js';
import { taskFundsExceed } from './task-funds-exceed.js';
import { tooFewIndicators } from './too-few-indicators.js';
import { typoComparator } from './typo-comparator.js';
import { unknownBudgetLine } from './unknown-budget-line.js';
import { unknownCategory } from './unknown-category.js';
import { unknownDepartment } from './unknown-department.js';
import { unknownTaxonomy } from './unknown-taxonomy.js';
import { unusedSilencing } from './unused-silencing.js';

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

    typoComparator,
    duplicateEntry,
    duplicateProject,
    duplicateDepartment,
    unknownDepartment,
    unknownTaxonomy,
    syntax,
    unusedSilencing,
];
