import { label, textCell, valueCell, type Cell } from '../domain/table.js';
import { annualValue, type Indicator, type IndicatorGroup, type IndicatorSet } from '../domain/plan.js';
import { categoryKey, findTierOne, type Taxonomy } from '../domain/taxonomy.js';
import { printValue } from '../domain/value.js';

/** A tier one on a form, with the lines beside it. */
export interface Tier {
    readonly group: IndicatorGroup;
    readonly indicators: readonly Indicator[];
}

/** The tiers in the order written, a block each. */
export function tiersAsWritten(set: IndicatorSet | undefined): Tier[] {
    return (set?.groups ?? []).map((group) => ({ group, indicators: group.indicators }));
}

/** The tiers in the order of the taxonomy, each once, with its tier-two categories in order; unknown names come last. */
export function tiersInOrder(set: IndicatorSet | undefined, taxonomy: Taxonomy): Tier[] {
    const gathered = new Map<string, { group: IndicatorGroup; indicators: Indicator[] }>();
    for (const group of set?.groups ?? []) {
        const key = `${categoryKey(group.category.value)} ${group.inapplicable ? '不适用' : ''}`;
        const tier = gathered.get(key);
        if (tier) tier.indicators.push(...group.indicators);
        else gathered.set(key, { group, indicators: [...group.indicators] });
    }
    const tiers = [...gathered.values()];
    for (const { group, indicators } of tiers) {
        const order = findTierOne(taxonomy, group.category.value)?.categories ?? [];
        sortByPlace(indicators, (indicator) => order.findIndex(({ name }) => categoryKey(name) === categoryKey(indicator.category.value)));
    }
    sortByPlace(tiers, ({ group }) => taxonomy.tiers.findIndex(({ name }) => categoryKey(name) === categoryKey(group.category.value)));
    return tiers;
}

/** 一级指标 and 二级指标 merged over their lines, one row an indicator; `cellsOf` gives the `columns` cells behind 二级指标. */
export function indicatorRows(tiers: readonly Tier[], columns: number, cellsOf: (indicator: Indicator) => readonly Cell[]): Cell[][] {
    return tiers.flatMap(({ group, indicators }) => {
        const { category, inapplicable } = group;
        if (inapplicable) {
            const reason = inapplicable.value === '' ? '不适用' : `不适用：${inapplicable.value}`;
            return [[label(category.value, {}, category.origin), textCell(reason, inapplicable.origin, columns + 1)]];
        }
        if (indicators.length === 0) {
            return [[label(category.value, {}, category.origin), label(''), ...Array.from({ length: columns }, () => textCell(''))]];
        }
        return rowsOfTier(group, indicators, cellsOf);
    });
}

/** The name of an indicator with its values of the cycle and of the year. */
export function nameAndValues(indicator: Indicator): Cell[] {
    const annual = annualValue(indicator);
    return [
        textCell(indicator.name.value, indicator.name.origin),
        valueCell(indicator.cycle ? printValue(indicator.cycle.value) : '', indicator.cycle?.origin ?? indicator.origin),
        valueCell(annual ? printValue(annual.value) : '', annual?.origin ?? indicator.origin),
    ];
}

function rowsOfTier({ category }: IndicatorGroup, indicators: readonly Indicator[], cellsOf: (indicator: Indicator) => readonly Cell[]): Cell[][] {
    return indicators.map((indicator, index) => {
        const row: Cell[] = [];
        if (index === 0) row.push(label(category.value, { rows: indicators.length }, category.origin));
        if (indicators[index - 1]?.category.value !== indicator.category.value) {
            row.push(label(indicator.category.value, { rows: runLength(indicators, index) }, indicator.category.origin));
        }
        return [...row, ...cellsOf(indicator)];
    });
}

/** How many lines from `start` on have the same tier two. */
function runLength(indicators: readonly Indicator[], start: number): number {
    const name = indicators[start]!.category.value;
    const end = indicators.findIndex((indicator, index) => index > start && indicator.category.value !== name);
    return (end < 0 ? indicators.length : end) - start;
}

/** Sorts in place, keeping the order of equals; what has no place (-1) goes last. */
function sortByPlace<T>(items: T[], placeOf: (item: T) => number): void {
    const place = (item: T) => { const found = placeOf(item); return found < 0 ? Number.MAX_SAFE_INTEGER : found; };
    items.sort((one, other) => place(one) - place(other));
}
