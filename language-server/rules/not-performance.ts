import { notPerformanceOf } from '../domain/not-performance.js';
import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import type { Wording } from '../domain/wording.js';

export const notPerformance: DeclarationRule = {
    name: 'not-performance',
    group: 'indicators',
    severity: 'information',
    scope: 'declaration',
    title: { zh: '不宜作为绩效指标', en: 'no measure of performance' },
    explanation: {
        zh: '预算执行率和支出进度说的是钱花了没有，不是花钱办成了什么，另有考核；罚没收入不得作为任务下达，也不是履职效果。改用项目的产出和效果来衡量。',
        en: 'Budget execution says whether the money was spent, not what came of it, and is assessed elsewhere; income from fines must not be set as a target. Measure what the project produces and brings about.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            const kind = notPerformanceOf(indicator.name.value);
            if (!kind) continue;
            const { zh, en } = REASONS[kind];
            yield {
                origin: indicator.name.origin,
                message: { zh: `“${indicator.name.value}”${zh}`, en: `“${indicator.name.value}” ${en}` },
            };
        }
    },
};

const REASONS: Record<NonNullable<ReturnType<typeof notPerformanceOf>>, Wording> = {
    execution: { zh: '是预算执行情况，不是绩效：宜改为项目的产出或效果', en: 'is about the execution of the budget, not about performance: measure what the project produces' },
    fines: { zh: '以罚没收入为目标，不宜作为绩效指标', en: 'makes income from fines a target, which is no measure of performance' },
};
