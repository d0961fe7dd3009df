import type { Rule } from '../domain/rule.js';
import { budgetUnbalanced } from './budget-unbalanced.js';
import { categoryMismatch } from './category-mismatch.js';
import { missingSatisfaction } from './missing-satisfaction.js';
import { syntax } from './syntax.js';
import { typoComparator } from './typo-comparator.js';
import { unknownCategory } from './unknown-category.js';
import { unknownDepartment } from './unknown-department.js';
import { unusedSilencing } from './unused-silencing.js';

/** Every rule that there is, in the order of docs/rules.md. */
export const RULES: readonly Rule[] = [
    budgetUnbalanced,

    missingSatisfaction,

    unknownCategory,
    categoryMismatch,

    typoComparator,
    unknownDepartment,
    syntax,
    unusedSilencing,
];
