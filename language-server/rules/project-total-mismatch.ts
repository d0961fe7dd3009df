import { lineNamed, say, sourcesOf, sumOf, TOTAL } from '../domain/budget.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { fixesThatMakeSum } from './fixes/make-sum.js';

export const projectTotalMismatch: DeclarationRule = {
    name: 'project-total-mismatch',
    group: 'budget',
    severity: 'error',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '总计不等于各资金来源之和', en: 'a stated total that is not the sum of the sources' },
    explanation: {
        zh: '项目的总计必须等于财政拨款、财政专户拨款和其他资金之和。改正写错的一边；总计也可以不写，表格会自己算出。',
        en: 'The 总计 of a project must be the sum of its sources. Correct the side that is wrong; the line may also be left out, since the table computes it.',
    },
    *check(declaration) {
        if (declaration.kind !== 'project' || !declaration.funds) return;
        const { funds, moneyUnit: unit } = declaration;
        const total = lineNamed(funds, TOTAL)?.amount;
        const sources = sourcesOf(declaration).filter((line) => line.amount);
        if (!total || sources.length === 0) return;
        const sum = sumOf(funds);
        if (sum.equals(total.value)) return;
        const difference = total.value.minus(sum).absolute();
        yield {
            origin: total.origin,
            message: {
                zh: `总计写的是 ${say(total.value, unit)}，各资金来源合计 ${say(sum, unit)}，相差 ${say(difference, unit)}`,
                en: `The total says ${say(total.value, unit)}, the sources add up to ${say(sum, unit)}: a difference of ${say(difference, unit)}`,
            },
            related: sources.map(({ name, amount }) => ({
                origin: amount!.origin,
                message: { zh: `${name.value} ${say(amount!.value, unit)}`, en: `${name.value} is ${say(amount!.value, unit)}` },
            })),
            fixes: () => [
                ...(sum.isNegative ? [] : [{
                    title: { zh: `把总计由 ${total.value.printExactly(unit)} 改为 ${sum.printExactly(unit)}`, en: `Change 总计 from ${total.value.printExactly(unit)} to ${sum.printExactly(unit)}` },
                    edits: [replace(total.origin, sum.printExactly(unit))],
                    preferred: true,
                }]),
                ...fixesThatMakeSum(funds, '财政拨款', total.value, unit),
            ],
        };
    },
};
