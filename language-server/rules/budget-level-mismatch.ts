import { EXPENDITURE, INCOME, LEVELS, PROJECT_EXPENDITURE, say, sectionNamed, sumOf } from '../domain/budget.js';
import type { DeclarationRule } from '../domain/rule.js';
import { fixesThatMakeSum } from './fixes/make-sum.js';

export const budgetLevelMismatch: DeclarationRule = {
    name: 'budget-level-mismatch',
    group: 'budget',
    severity: 'error',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '按预算级次划分与部门预算支出不符', en: 'the levels of government do not add up to the expenditure' },
    explanation: {
        zh: '按预算级次划分只是把同一笔部门预算支出分到各级，各行之和必须等于部门预算支出。核对预算批复，改正写错的一行；快速修复可以按另一边的合计改写。',
        en: '按预算级次划分 divides the same expenditure among the levels of government, so its lines must add up to 部门预算支出. Compare with the approved budget and correct the wrong line; the quick fixes compute one from the other side.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department') return;
        const expenditure = sectionNamed(declaration, EXPENDITURE);
        const levels = sectionNamed(declaration, LEVELS);
        if (!expenditure || !levels) return;
        const [spent, divided] = [sumOf(expenditure), sumOf(levels)];
        if (spent.equals(divided)) return;
        const unit = declaration.moneyUnit;
        const difference = spent.minus(divided).absolute();
        yield {
            origin: levels.name.origin,
            message: {
                zh: `按预算级次合计 ${say(divided, unit)}，部门预算支出 ${say(spent, unit)}，相差 ${say(difference, unit)}`,
                en: `The levels add up to ${say(divided, unit)}, expenditure to ${say(spent, unit)}: a difference of ${say(difference, unit)}`,
            },
            related: [{
                origin: expenditure.name.origin,
                message: { zh: `部门预算支出合计 ${say(spent, unit)}`, en: `Expenditure adds up to ${say(spent, unit)}` },
            }],
            fixes: () => {
                const income = sectionNamed(declaration, INCOME);
                const received = income && sumOf(income);
                // Where income and levels agree, it is the expenditure that is wrong.
                const incomeConfirms = received?.equals(divided) ?? false;
                return [
                    ...(incomeConfirms ? [] : fixesThatMakeSum(levels, '区本级使用资金', spent, unit, true)),
                    ...(received && !incomeConfirms ? [] : fixesThatMakeSum(expenditure, PROJECT_EXPENDITURE, divided, unit, incomeConfirms)),
                ];
            },
        };
    },
};
