import { projectExpenditureOf, say } from '../domain/budget.js';
import { Money } from '../domain/money.js';
import type { DeclarationRule } from '../domain/rule.js';

export const taskFundsExceed: DeclarationRule = {
    name: 'task-funds-exceed',
    group: 'budget',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '重点任务的资金超过项目支出', en: 'key tasks with more money than the projects have' },
    explanation: {
        zh: '重点任务拟投入的资金来自项目支出，合计可以少于项目支出，不能多于它。检查是否同一笔资金列在了两个任务里，或者某个任务的金额单位写错。',
        en: 'The money of the 重点任务 comes out of 项目支出: together they may take less, not more. Look for money listed under two tasks, or an amount in the wrong unit.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department') return;
        const available = projectExpenditureOf(declaration);
        if (!available) return;
        const funded = declaration.tasks.map((task) => task.funds).filter((funds) => funds !== undefined);
        if (funded.length === 0) return;
        const sum = Money.sum(funded.map((funds) => funds.value));
        if (!sum.isMoreThan(available.value)) return;
        const unit = declaration.moneyUnit;
        const excess = sum.minus(available.value);
        // Shown where the sum passes what there is.
        const passing = funded.find((_, index) => Money.sum(funded.slice(0, index + 1).map((funds) => funds.value)).isMoreThan(available.value))!;
        yield {
            origin: passing.origin,
            message: {
                zh: `${funded.length} 项重点任务的资金合计 ${say(sum, unit)}，超过项目支出 ${say(available.value, unit)}，多 ${say(excess, unit)}`,
                en: `The money of the ${funded.length} key tasks adds up to ${say(sum, unit)}, which is ${say(excess, unit)} more than 项目支出 (${say(available.value, unit)})`,
            },
            related: [
                { origin: available.origin, message: { zh: `项目支出 ${say(available.value, unit)}`, en: `项目支出 is ${say(available.value, unit)}` } },
                ...funded.filter((funds) => funds !== passing).map(({ origin, value }) => ({
                    origin,
                    message: { zh: `资金 ${say(value, unit)}`, en: `Another key task takes ${say(value, unit)}` },
                })),
            ],
        };
    },
};
