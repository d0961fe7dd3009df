import type { InnerText } from '../domain/inner-text.js';
import { replace, type Fix } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { textsOf } from '../domain/written-texts.js';

export const markupInText: DeclarationRule = {
    name: 'markup-in-text',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '文字里有网页标记', en: 'HTML markup in a text' },
    explanation: {
        zh: '<p>、<br>、&nbsp; 是网页的标记，从申报系统的网页复制时带进来，表格会把它们当作普通文字印出来。快速修复删去标记，文字不变。',
        en: '<p>, <br> and &nbsp; belong to web pages and came along with copied text; the table prints them as plain characters. The quick fix takes them out and leaves the text.',
    },
    *check(declaration) {
        for (const text of textsOf(declaration)) {
            if (!MAYBE.test(text.said)) continue;
            const { role, inner } = text;
            const marks = [...inner.text.matchAll(MARKUP)];
            const [first, ...others] = marks;
            if (!first) continue;
            const kinds = [...new Set(marks.map(([mark]) => mark))].slice(0, 3).join(' ');
            yield {
                origin: placeOf(inner, first),
                message: {
                    zh: `文字里有 ${marks.length} 处网页标记（${kinds}），会照样印在表格里`,
                    en: `${marks.length} pieces of web markup (${kinds}) in this text will be printed as they stand`,
                },
                related: others.slice(0, 10).map((mark) => ({ origin: placeOf(inner, mark), message: { zh: `网页标记 ${mark[0]}`, en: `Markup ${mark[0]}` } })),
                fixes: () => (role === 'department-name' ? [] : [cleaning(inner, marks)]),
            };
        }
    },
};

const MAYBE = /[<&＜]/;
const TAGS = 'p|br|div|span|b|i|u|s|em|strong|font|a|img|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|hr|sub|sup|pre|code|style|script|section|article|center|label|input|o:p';
const MARKUP = new RegExp(`</?(?:${TAGS})(?:\\s[^<>\\n\\r]{0,300})?/?>|&(?:nbsp|ensp|emsp|lt|gt|amp|ge|le|middot|mdash|ndash|hellip|times|deg|permil);`, 'gi');

/** What a web page shows for these; quotation marks, which might end a string, are not among them. */
const SHOWN: Record<string, string> = {
    nbsp: ' ', ensp: ' ', emsp: ' ', lt: '<', gt: '>', amp: '&', ge: '≥', le: '≤', middot: '·', mdash: '—', ndash: '–', hellip: '…', times: '×', deg: '°', permil: '‰',
};

function placeOf(inner: InnerText, mark: RegExpMatchArray) {
    return inner.at(mark.index!, mark.index! + mark[0].length);
}

function cleaning(inner: InnerText, marks: readonly RegExpMatchArray[]): Fix {
    return {
        title: { zh: `删去 ${marks.length} 处网页标记`, en: `Take out ${marks.length} pieces of markup` },
        edits: marks.map((mark) => replace(placeOf(inner, mark), mark[0].startsWith('&') ? (SHOWN[mark[0].slice(1, -1).toLowerCase()] ?? '') : '')),
        preferred: true,
        safe: true,
    };
}
