import { aboutEarlierYears } from '../domain/budget-year.js';
import { innerText } from '../domain/inner-text.js';
import { valuesIn } from '../domain/indicator-values.js';
import type { Declaration } from '../domain/plan.js';
import type { Finding } from '../domain/problem.js';
import type { MemberRule } from '../domain/rule.js';
import { printValue, type IndicatorValue } from '../domain/value.js';
import { yearsIn } from '../domain/years-in-text.js';

export const deadlinePassed: MemberRule = {
    name: 'deadline-passed',
    group: 'indicators',
    severity: 'warning',
    scope: 'member',
    title: { zh: '期限早于预算年度', en: 'a deadline before the budget year' },
    explanation: {
        zh: '指标值里的日期早于预算年度开始，到预算执行时已经过去，多半是沿用上年文字没有改。改为本年度内的日期；跨年度的项目请写明实施周期。',
        en: 'A date in a value lies before the budget year begins; as a rule it was taken over from last year’s form. Write a date of this year; a project over several years states its 实施周期.',
    },
    check: aboutEarlierYears(passedDeadlines),
};

function* passedDeadlines(declaration: Declaration, year: number): Generator<Finding> {
    const period = declaration.kind === 'project' ? declaration.period?.value : undefined;
    const isPast = (named: number) => named < year && !(period && period.from <= named);
    for (const { indicator, written, called } of valuesIn(declaration)) {
        for (const { named, span } of datesOf(written.value)) {
            if (!isPast(named)) continue;
            const inner = innerText(written);
            const date = span ? inner.text.slice(...span) : printValue(written.value);
            yield {
                origin: span ? inner.at(...span) : written.origin,
                message: {
                    zh: `“${indicator.name.value}”${called.zh}的期限 ${date} 早于预算年度 ${year} 年`,
                    en: `The deadline of “${indicator.name.value}”${called.en}, ${date}, lies before the budget year ${year}`,
                },
            };
        }
    }
}

/** Dates in words, and 2022年 as a quantity. */
function* datesOf(value: IndicatorValue): Generator<{ named: number; span?: readonly [start: number, end: number] }> {
    if (value.kind === 'words') {
        for (const { year, start, end, role } of yearsIn(value.text)) {
            if (role !== 'reference') yield { named: year, span: [start, end] };
        }
    } else if (value.kind === 'quantity' && value.quantity.unit.startsWith('年') && /^(?:19|20)[0-9]{2}$/.test(value.quantity.number)) {
        yield { named: Number(value.quantity.number) };
    }
}
