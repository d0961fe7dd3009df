import { EXPENDITURE, INCOME, LEVELS, PROJECT_EXPENDITURE, say, sectionNamed, sumOf } from '../domain/budget.js';
import type { DeclarationRule } from '../domain/rule.js';
import { fixesThatMakeSum } from './fixes/make-sum.js';

export const budgetUnbalanced: DeclarationRule = {
    name: 'budget-unbalanced',
    group: 'budget',
    severity: 'error',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '部门预算支出与收入来源不平', en: 'expenditure and income do not add up to the same' },
    explanation: {
        zh: '部门预算支出各行之和必须等于收入来源各行之和。核对预算批复，改正写错的一行；快速修复可以按另一边的合计改写财政拨款或项目支出。',
        en: 'The lines of 部门预算支出 must add up to the lines of 收入来源. Compare with the approved budget and correct the wrong line; the quick fixes set 财政拨款 or 项目支出 so that both sides agree.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department') return;
        const expenditure = sectionNamed(declaration, EXPENDITURE);
        const income = sectionNamed(declaration, INCOME);
        if (!expenditure || !income) return;
        const [spent, received] = [sumOf(expenditure), sumOf(income)];
        if (spent.equals(received)) return;
        const unit = declaration.moneyUnit;
        const difference = spent.minus(received).absolute();
        yield {
            origin: expenditure.name.origin,
            message: {
                zh: `支出合计 ${say(spent, unit)}，收入合计 ${say(received, unit)}，相差 ${say(difference, unit)}`,
                en: `Expenditure adds up to ${say(spent, unit)}, income to ${say(received, unit)}: a difference of ${say(difference, unit)}`,
            },
            related: [{
                origin: income.name.origin,
                message: { zh: `收入来源合计 ${say(received, unit)}`, en: `Income adds up to ${say(received, unit)}` },
            }],
            fixes: () => {
                // The side that the third section confirms is right: the other one is to be changed.
                const levels = sectionNamed(declaration, LEVELS);
                const confirmed = levels && sumOf(levels);
                const [spentConfirmed, receivedConfirmed] = [confirmed?.equals(spent), confirmed?.equals(received)];
                return [
                    ...(spentConfirmed ? [] : fixesThatMakeSum(expenditure, PROJECT_EXPENDITURE, received, unit, receivedConfirmed)),
                    ...(receivedConfirmed ? [] : fixesThatMakeSum(income, '财政拨款', spent, unit, spentConfirmed)),
                ];
            },
        };
    },
};
