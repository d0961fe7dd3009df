import { callByName } from '../domain/declaration-name.js';
import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';

export const tooFewIndicators: DeclarationRule = {
    name: 'too-few-indicators',
    group: 'completeness',
    severity: 'information',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '指标太少', en: 'too few indicators' },
    explanation: {
        zh: '指标太少，说不清项目做了多少、做得怎样、有什么效果。产出、效益、满意度各写至少一个；最少的个数可以在设置 ptarget.minimumIndicators 中改。',
        en: 'A handful of indicators cannot say how much was done, how well and to what effect. Have at least one each of 产出, 效益 and 满意度; the setting ptarget.minimumIndicators says how many are asked.',
    },
    *check(declaration, { options }) {
        if (declaration.kind !== 'project') return;
        const { indicators } = declaration;
        const count = [...indicatorsOf(indicators?.groups)].length;
        if (count >= options.minimumIndicators) return;
        const who = callByName(declaration);
        const [zh, en] = count === 0 ? ['没有指标', 'has no indicators'] : [`只有 ${count} 个指标`, `has ${count} indicator${count === 1 ? '' : 's'}`];
        yield {
            origin: declaration.head,
            message: { zh: `${who.zh}${zh}，至少应有 ${options.minimumIndicators} 个`, en: `${who.en} ${en}; at least ${options.minimumIndicators} are expected` },
        };
    },
};
