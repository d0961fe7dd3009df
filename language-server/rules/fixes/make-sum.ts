import { lineNamed, sumOf } from '../../domain/budget.js';
import { Money, type MoneyUnit } from '../../domain/money.js';
import type { BudgetSection } from '../../domain/plan.js';
import { replace, type Fix } from '../../domain/problem.js';

/** Sets one line of a section so that the whole adds up to a wanted sum; nothing where the line would fall below zero. */
export function fixesThatMakeSum(section: BudgetSection, lineName: string, wanted: Money, unit: MoneyUnit): Fix[] {
    const line = lineNamed(section, lineName);
    if (!line?.amount) return [];
    const others = sumOf(section).minus(line.amount.value);
    const amount = wanted.minus(others);
    if (amount.isNegative) return [];
    const text = amount.printExactly(unit);
    return [{
        title: { zh: `把${lineName}改为 ${text}`, en: `Set ${lineName} to ${text}` },
        edits: [replace(line.amount.origin, text)],
    }];
}
