import { nearestNames } from '../domain/nearest.js';
import { replace } from '../domain/problem.js';
import type { MemberRule } from '../domain/rule.js';

export const unknownTaxonomy: MemberRule = {
    name: 'unknown-taxonomy',
    group: 'structure',
    severity: 'error',
    scope: 'member',
    title: { zh: '所用的指标体系没有声明', en: 'a taxonomy that nothing declares' },
    explanation: {
        zh: '指标体系 后面的名称必须是内置的指标体系（财预〔2015〕88号、财预〔2021〕101号）或工作区里声明的指标体系。找不到时按默认的指标体系检查和打印，分类、代码可能不对。改用最接近的名称，或者声明这个指标体系。',
        en: 'The name behind 指标体系 must be a built-in taxonomy (财预〔2015〕88号, 财预〔2021〕101号) or one that the workspace declares. Otherwise the default one is used, and categories and codes may be wrong. Use the nearest name, or declare the taxonomy.',
    },
    *check(member, _family, { taxonomyNames }) {
        const named = member.kind === 'department' ? member.taxonomyName : undefined;
        if (!named || taxonomyNames.includes(named.value)) return;
        const { value, origin } = named;
        const near = nearestNames(value, taxonomyNames);
        const [zh, en] = near[0] === undefined ? ['', ''] : [`，是不是“${near[0]}”？`, `; did you mean “${near[0]}”?`];
        yield {
            origin,
            message: {
                zh: `没有指标体系“${value}”${zh || '，暂按默认的指标体系检查'}`,
                en: `There is no taxonomy “${value}”${en || '; the default one is used'}`,
            },
            fixes: () => near.map((name, index) => ({
                title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
                edits: [replace(origin, `"${name}"`)],
                preferred: index === 0,
            })),
        };
    },
};
