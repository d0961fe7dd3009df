import { isMoneyUnit, Money } from './money.js';
import type { Indicator, Project } from './plan.js';
import type { Written } from './origin.js';
import { categoryKey } from './taxonomy.js';
import type { IndicatorValue, Quantity } from './value.js';

/** 单价, 单位成本, 人均费用, 每平方米造价: what one costs, not what the project does. */
const PER_UNIT = /单价|单位(?:成本|造价|价格|费用|面积)|人均|户均|均价|平均|每/;

const COSTS = new Set(['成本', '经济成本']);

/** Whether an indicator says what a project costs: 成本指标, or 经济成本指标 where cost is a tier one of its own. */
export function speaksOfCost({ category, name }: Indicator): boolean {
    return COSTS.has(categoryKey(category.value)) && !PER_UNIT.test(name.value);
}

/** The values that say what a project spends of the funds it states, which are those of one year. */
export function* spendingsOf(indicator: Indicator, project: Project): Generator<{ amount: Money; written: Written<IndicatorValue> }> {
    const { period } = project;
    const severalYears = period !== undefined && period.value.to > period.value.from;
    for (const written of severalYears ? [indicator.annual] : [indicator.cycle, indicator.annual]) {
        const amount = written && amountOf(written.value);
        if (amount) yield { amount, written };
    }
}

/** The most that a value allows, where it is an amount of money; 11.8元/㎡ is none. */
function amountOf(value: IndicatorValue): Money | undefined {
    switch (value.kind) {
        case 'quantity': return moneyOf(value.quantity);
        case 'range': return moneyOf(value.to);
        case 'words': return undefined;
    }
}

function moneyOf({ number, unit }: Quantity): Money | undefined {
    return isMoneyUnit(unit) ? Money.parse(number, unit) : undefined;
}
