import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { textsOf } from '../domain/written-texts.js';

export const straySpace: DeclarationRule = {
    name: 'stray-space',
    group: 'text',
    severity: 'hint',
    scope: 'declaration',
    title: { zh: '多余的空格', en: 'a stray blank' },
    explanation: {
        zh: '汉字之间、数的中间和名称的首尾不应有空格，多半是从网页、PDF 或扫描件复制时带来的；同一名称因此会被当作两个。快速修复删去空格。',
        en: 'There are no blanks between Han characters, inside numbers or around names; they come with text copied from web pages, PDF or scans, and make one name look like two. The quick fix takes them out.',
    },
    *check(declaration) {
        for (const text of textsOf(declaration)) {
            if (!BLANK.test(text.said)) continue;
            const { role, inner } = text;
            const patterns = role === 'prose' ? IN_PROSE : IN_NAMES;
            for (const pattern of patterns) {
                for (const match of inner.text.matchAll(pattern)) {
                    const start = match.index + match[1]!.length;
                    const at = inner.at(start, start + match[2]!.length);
                    const around = inner.text.slice(Math.max(0, start - 6), start + match[2]!.length + 6).replace(/[\n\r]/g, '');
                    yield {
                        origin: at,
                        message: { zh: `“${around}”中有多余的空格`, en: `A stray blank in “${around}”` },
                        fixes: () => (role === 'department-name' ? [] : [{ title: { zh: '删去空格', en: 'Take the blank out' }, edits: [replace(at, '')], preferred: true, safe: true }]),
                    };
                }
            }
        }
    },
};

const BLANK = /[ \t\u3000\u00a0]/;
const GAP = '[ \\t\\u3000\\u00a0]+';
const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff';

/** Group 1 is what stands before the blank, group 2 the blank. */
const BETWEEN_HAN = new RegExp(`([${HAN}])(${GAP})(?=[${HAN}、，。；：）》”％%])`, 'g');
/** 125. 00 and 1, 714. 44, but not the numbering of a list (3. 2023年). */
const INSIDE_NUMBER = new RegExp(`((?<=[${HAN}≥≤><=0-9])[0-9]\\.)(${GAP})(?=[0-9]{2}(?![0-9年]))`, 'g');
const INSIDE_THOUSANDS = new RegExp(`([0-9],)(${GAP})(?=[0-9]{3}(?![0-9]))`, 'g');
const BEFORE_PERCENT = new RegExp(`([0-9])(${GAP})(?=[%％‰])`, 'g');
const BEHIND_SIGN = new RegExp(`([≥≤])(${GAP})(?=[0-9])`, 'g');
const AT_START = new RegExp(`(^)(${GAP})(?=\\S)`, 'g');
const AT_END = new RegExp(`(\\S)(${GAP})$`, 'g');

const IN_PROSE = [BETWEEN_HAN, INSIDE_NUMBER, INSIDE_THOUSANDS, BEFORE_PERCENT, BEHIND_SIGN];
const IN_NAMES = [...IN_PROSE, AT_START, AT_END];
