import { amountsIn, say } from '../domain/budget.js';
import type { DeclarationRule } from '../domain/rule.js';

export const amountNegative: DeclarationRule = {
    name: 'amount-negative',
    group: 'budget',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '金额小于零', en: 'an amount below zero' },
    explanation: {
        zh: '申报表上的收入、支出和资金都不能是负数。减号多半是误写；调减的预算写调减以后的数。',
        en: 'Income, expenditure and funds on the form cannot be below zero. The minus sign is most often a slip; for a budget that was cut, write what is left.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { value, origin } of amountsIn(declaration)) {
            if (!value.isNegative) continue;
            const said = say(value, declaration.moneyUnit);
            yield {
                origin,
                message: { zh: `金额 ${said} 小于零：申报表上的金额不能是负数`, en: `The amount ${said} is below zero; no amount on the form can be` },
            };
        }
    },
};
