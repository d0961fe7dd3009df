import { indicatorGroupsOf, indicatorsOf } from '../domain/plan.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isSlip } from '../domain/value.js';

export const typoComparator: DeclarationRule = {
    name: 'typo-comparator',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '书名号用作比较符号', en: 'a title mark used as a comparator' },
    explanation: {
        zh: '》和《是书名号，不是比较符号。读作 ≥ 和 ≤，表格照原样打印；请改为 ≥（含本数）或 >（不含本数）。',
        en: '》 and 《 are title marks. They are read as ≥ and ≤ and printed as written; write ≥ (the number included) or > (not included).',
    },
    *check(declaration) {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            for (const { value, origin } of indicator.comparators) {
                if (!isSlip(value.typed)) continue;
                const strict = value.meant === '≥' ? '>' : '<';
                yield {
                    origin,
                    message: {
                        zh: `“${value.typed}”是书名号，这里应为“${value.meant}”或“${strict}”`,
                        en: `“${value.typed}” is a title mark; write “${value.meant}” or “${strict}”`,
                    },
                    fixes: () => [value.meant, strict].map((sign, index) => ({
                        title: { zh: `改为 ${sign}`, en: `Change to ${sign}` },
                        edits: [replace(origin, sign)],
                        preferred: index === 0,
                        safe: index === 0,
                    })),
                };
            }
        }
    },
};
