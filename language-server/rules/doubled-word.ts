import { doubledWordsIn, mayRepeat } from '../domain/doubled-words.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { textsOf } from '../domain/written-texts.js';

export const doubledWord: DeclarationRule = {
    name: 'doubled-word',
    group: 'text',
    severity: 'hint',
    scope: 'declaration',
    title: { zh: '重复的字词', en: 'a word typed twice' },
    explanation: {
        zh: '同一个字或词连写了两遍，例如“我局局”“高效效”，多半是输入或扫描的差错。“人人”“方方面面”“办公楼楼层”这样的正常写法不在此列。快速修复只留一个。',
        en: 'A character or a word stands twice in a row, as in 我局局, mostly a slip of typing or scanning. Ordinary reduplications such as 人人 and words that meet by chance (办公楼楼层) are not reported. The quick fix keeps one.',
    },
    *check(declaration) {
        const texts = textsOf(declaration);
        const isKnown = searchIn(texts.map(({ inner }) => inner.text));
        for (const text of texts) {
            if (!mayRepeat(text.said)) continue;
            const { role, inner } = text;
            for (const { start, end, word } of doubledWordsIn(inner.text, isKnown)) {
                const at = inner.at(start, end);
                const context = inner.text.slice(Math.max(0, start - 2), end);
                yield {
                    origin: at,
                    message: { zh: `“${context}”中“${word}”重复`, en: `“${word}” stands more than once in “${context}”` },
                    fixes: () => (role === 'department-name' ? [] : [{ title: { zh: `只留一个“${word}”`, en: `Keep one “${word}”` }, edits: [replace(at, word)], preferred: true }]),
                };
            }
        }
    },
};

/** Looks words up in texts that are joined only once somebody asks; each words only once, and not without end. */
function searchIn(texts: readonly string[]): (words: string) => boolean {
    const known = new Map<string, boolean>();
    let joined: string | undefined;
    return (words) => {
        let found = known.get(words);
        if (found === undefined && known.size < MOST_SEARCHES) {
            joined ??= texts.join('\n');
            known.set(words, (found = joined.includes(words)));
        }
        return found ?? false;
    };
}

const MOST_SEARCHES = 300;
