import { textOf, type Origin } from '../domain/origin.js';
import type { DeclarationRule } from '../domain/rule.js';

const LABEL = /^[\u3007\u3400-\u9FFF]+/;

export const duplicateEntry: DeclarationRule = {
    name: 'duplicate-entry',
    group: 'structure',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '只能写一次的内容写了两次', en: 'an entry that may stand only once stands twice' },
    explanation: {
        zh: '同一栏里，年度、资金、绩效目标、绩效指标和每个预算项都只能写一次，表格只取第一处。留下对的一处，删去另一处；两处内容要合在一起的，并到第一处。',
        en: 'In one block 年度, 资金, 绩效目标, 绩效指标 and each budget line may stand only once; the table takes the first. Keep the right one and delete the other, or merge both into the first.',
    },
    *check(declaration) {
        for (const { label, first, again } of declaration.repetitions) {
            const same = withoutBlanks(first) === withoutBlanks(again);
            yield {
                origin: labelOf(again),
                message: {
                    zh: `“${label}”重复：前面已经写过，这一处不计入表格`,
                    en: `${label} stands here a second time; only the first one counts`,
                },
                related: [{ origin: labelOf(first), message: { zh: `第一处“${label}”`, en: `The first ${label}` } }],
                fixes: () => [{
                    title: same
                        ? { zh: `删除重复的“${label}”（与前面的相同）`, en: `Delete the repeated ${label}, which is the same as the first` }
                        : { zh: `删除这一处“${label}”，保留前面的`, en: `Delete this ${label} and keep the first` },
                    edits: [{ kind: 'remove', at: again }],
                    preferred: same,
                    safe: same,
                }],
            };
        }
    },
};

/** The word that an entry begins with: the whole of it may be a long block. */
function labelOf(entry: Origin): Origin {
    const label = LABEL.exec(textOf(entry))?.[0];
    return label === undefined ? entry : { ...entry, end: entry.start + label.length };
}

function withoutBlanks(entry: Origin): string {
    return textOf(entry).replace(/\s+/g, ' ');
}
