import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';

export const weightSum: DeclarationRule = {
    name: 'weight-sum',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '权重合计不对', en: 'weights that do not add up' },
    explanation: {
        zh: '写了权重时，一套指标的权重合计应当等于指标体系规定的数；没有规定时为 100，或者给预算执行率留 10 分时为 90，按财预〔2021〕101号的样表为 80 或 90。核对有没有漏写权重的指标。',
        en: 'Where weights are given, those of one set add up to what the taxonomy asks; without such a rule to 100, to 90 beside 10 for execution, or to 80. See whether an indicator lacks its weight.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const { indicators } = declaration;
        if (!indicators) return;
        const all = [...indicatorsOf(indicators.groups)].map(({ indicator }) => indicator);
        const weighted = all.filter(({ weight }) => weight);
        if (weighted.length === 0) return;
        const accepted = taxonomy.weightTotal === undefined ? USUAL_TOTALS : [taxonomy.weightTotal];
        const sum = rounded(weighted.reduce((total, { weight }) => total + weight!.value, 0));
        if (accepted.includes(sum)) return;
        const without = all.filter(({ weight }) => !weight);
        const [wanted, wantedEn] = [accepted.join('、'), accepted.join(', ')];
        yield {
            origin: indicators.keyword,
            message: {
                zh: `${weighted.length} 个指标的权重合计 ${sum}，应为 ${wanted}${accepted.length > 1 ? ' 之一' : ''}${without.length > 0 ? `；另有 ${without.length} 个指标没有写权重` : ''}`,
                en: `The weights of ${weighted.length} indicators add up to ${sum}, not to ${accepted.length > 1 ? `any of ${wantedEn}` : wantedEn}${without.length > 0 ? `; ${without.length} indicators have none` : ''}`,
            },
            related: without.slice(0, 5).map(({ name }) => ({ origin: name.origin, message: { zh: '没有写权重', en: 'No weight here' } })),
        };
    },
};

/** 90 leaves 10 for the execution of the budget, 80 leaves another 10 for the management of the project. */
const USUAL_TOTALS: readonly number[] = [100, 90, 80];

/** Weights such as 33.3 are floating-point numbers: sums are compared to a thousandth. */
function rounded(sum: number): number {
    return Math.round(sum * 1000) / 1000;
}
