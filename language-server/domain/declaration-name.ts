import type { Declaration } from './plan.js';
import type { Wording } from './wording.js';

const KINDS: Record<Declaration['kind'], Wording> = {
    department: { zh: '部门', en: 'The department' },
    project: { zh: '项目', en: 'The project' },
    taxonomy: { zh: '指标体系', en: 'The taxonomy' },
    library: { zh: '指标库', en: 'The library' },
    fragment: { zh: '这段文字', en: 'This text' },
};

/** How messages call a declaration at the beginning of a sentence: 项目“物业管理费”. */
export function callByName({ kind, name }: Declaration): Wording {
    const said = name && name.value !== '' ? `“${name.value}”` : '';
    return { zh: KINDS[kind].zh + said, en: said ? `${KINDS[kind].en} ${said}` : KINDS[kind].en };
}
