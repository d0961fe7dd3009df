import { lineNamed, say, TOTAL, totalOf } from '../domain/budget.js';
import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import { speaksOfCost, spendingsOf } from '../domain/spending.js';

export const costIndicatorExceedsBudget: DeclarationRule = {
    name: 'cost-indicator-exceeds-budget',
    group: 'budget',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '成本指标高于项目总计', en: 'a cost indicator above the budget' },
    explanation: {
        zh: '成本指标是对花费的控制，不能比项目的预算还多。常见的原因是沿用了别的项目或往年的指标值。改成不超过总计的数；单价、单位成本不在此列。',
        en: 'A cost indicator keeps spending down and cannot allow more than the budget of the project. Most often the value was copied from another project or year. Write at most the total; prices per unit are not meant.',
    },
    *check(declaration) {
        if (declaration.kind !== 'project') return;
        const total = totalOf(declaration);
        if (!total || total.isZero || total.isNegative) return;
        const unit = declaration.moneyUnit;
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            if (!speaksOfCost(indicator)) continue;
            for (const { amount, written } of spendingsOf(indicator, declaration)) {
                if (!amount.isMoreThan(total)) continue;
                const excess = amount.minus(total);
                yield {
                    origin: written.origin,
                    message: {
                        zh: `“${indicator.name.value}”为 ${say(amount, unit)}，项目总计只有 ${say(total, unit)}，多 ${say(excess, unit)}`,
                        en: `“${indicator.name.value}” is ${say(amount, unit)}, ${say(excess, unit)} more than the project's total of ${say(total, unit)}`,
                    },
                    related: [{
                        origin: lineNamed(declaration.funds, TOTAL)?.amount?.origin ?? declaration.funds!.name.origin,
                        message: { zh: `项目总计 ${say(total, unit)}`, en: `The project's total is ${say(total, unit)}` },
                    }],
                };
            }
        }
    },
};
