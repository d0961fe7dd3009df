import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { UNSEEN, unseenIn } from '../domain/unseen.js';
import { textsOf } from '../domain/written-texts.js';

const UNREADABLE = '\uFFFD';

export const unseenCharacter: DeclarationRule = {
    name: 'unseen-character',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '看不见的字符或乱码', en: 'characters that nobody sees, or garbled ones' },
    explanation: {
        zh: '零宽空格、改变书写方向的控制符等看不见，多半随网页或聊天软件的文字带来；同一名称因此会被当作两个，印出来的顺序也可能与看到的不同。快速修复删去它们。“\uFFFD”表示原文件中有读不出的字节，请对照原文补上。',
        en: 'Blanks without width and marks that turn the direction of writing come with text from web pages and chats. They make one name look like two, and may print in another order than shown. The quick fix takes them out. “\uFFFD” stands for bytes that could not be read: write what was there.',
    },
    *check(declaration) {
        for (const text of textsOf(declaration)) {
            if (text.said.search(UNSEEN) < 0) continue;
            const { role, inner } = text;
            const places = [...inner.text.matchAll(UNSEEN)].map(({ 0: character, index }) => ({ character, at: inner.at(index, index + character.length) }));
            const removable = places.filter(({ character }) => character !== UNREADABLE);
            const codes = unseenIn(inner.text).join('、');
            yield {
                origin: places[0]!.at,
                message: removable.length > 0
                    ? { zh: `文字里有 ${removable.length} 个看不见的字符（${codes}）`, en: `${removable.length} characters in this text cannot be seen (${codes})` }
                    : { zh: `文字里有 ${places.length} 处乱码（${codes}）：原来的字节读不出，请对照原文补上`, en: `${places.length} characters of this text could not be read (${codes}); write what was there` },
                fixes: () => (role === 'department-name' || removable.length === 0 ? [] : [{
                    title: { zh: `删去 ${removable.length} 个看不见的字符`, en: `Take out ${removable.length} characters that cannot be seen` },
                    edits: removable.map(({ at }) => replace(at, '')),
                    preferred: true,
                    safe: true,
                }]),
            };
        }
    },
};
