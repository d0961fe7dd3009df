import { amountsIn, say } from '../domain/budget.js';
import type { DeclarationRule } from '../domain/rule.js';

export const amountPrecision: DeclarationRule = {
    name: 'amount-precision',
    group: 'budget',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '金额精确到了分以下', en: 'an amount with a part smaller than one fen' },
    explanation: {
        zh: '预算最小的单位是分，即 0.01 元、0.000001 万元，不会有更小的零头。多出的位数往往来自表格里的除法，或者把金额单位写错；按批复的数改写。',
        en: 'The smallest amount of a budget is one fen, 0.01元 or 0.000001万元. Further digits mostly come from a division in a spreadsheet, or from a wrong unit; write the approved figure.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { value, origin } of amountsIn(declaration)) {
            if (!value.hasPartOfFen) continue;
            yield {
                origin,
                message: { zh: `${say(value, '元')}含有不到 1 分的零头`, en: `${say(value, '元')} has a part smaller than one fen` },
            };
        }
    },
};
