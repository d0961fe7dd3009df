import { lineNamed, statesSum, sumOf } from '../../domain/budget.js';
import type { Money, MoneyUnit } from '../../domain/money.js';
import type { BudgetSection } from '../../domain/plan.js';
import { replace, type Fix } from '../../domain/problem.js';

/**
 * Sets one line of a section, or its first where it has none of that name, so that the whole adds up to a wanted sum;
 * nothing where the line would fall below zero.
 */
export function fixesThatMakeSum(section: BudgetSection, lineName: string, wanted: Money, unit: MoneyUnit, preferred = false): Fix[] {
    const named = lineNamed(section, lineName);
    const line = named?.amount ? named : section.lines.find((candidate) => candidate.amount && !statesSum(candidate));
    if (!line?.amount) return [];
    const others = sumOf(section).minus(line.amount.value);
    const amount = wanted.minus(others);
    if (amount.isNegative) return [];
    const [name, before, after] = [line.name.value, line.amount.value.printExactly(unit), amount.printExactly(unit)];
    return [{
        title: { zh: `把${name}由 ${before} 改为 ${after}`, en: `Change ${name} from ${before} to ${after}` },
        edits: [replace(line.amount.origin, after)],
        preferred,
    }];
}
