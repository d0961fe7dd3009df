import type { InnerText } from '../domain/inner-text.js';
import { mayHavePlaceholder, placeholdersIn, saysNothingYet } from '../domain/placeholder.js';
import type { Finding } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { textsOf } from '../domain/written-texts.js';

export const placeholderLeft: DeclarationRule = {
    name: 'placeholder-left',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '占位符没有替换', en: 'a placeholder that nobody filled in' },
    explanation: {
        zh: 'XX、**、○○、……、待填 是起草时占位置的，上报前应当换成实际内容；表格照原样打印，会被当作没有填完退回。',
        en: 'XX, **, ○○, …… and 待填 hold a place while drafting and must give way to the real content before the form is handed in; it is printed as it stands and returned as unfinished.',
    },
    *check(declaration) {
        for (const text of textsOf(declaration)) {
            if (mayHavePlaceholder(text.said)) yield* placeholders(text.inner);
            if (text.role === 'value' && saysNothingYet(text.said)) {
                yield {
                    origin: text.written.origin,
                    message: { zh: `“${text.said}”不是指标值，请填写实际的值`, en: `“${text.said}” is no value: put the real one` },
                };
            }
        }
    },
};

function* placeholders(inner: InnerText): Generator<Finding> {
    for (const match of placeholdersIn(inner.text)) {
        yield {
            origin: inner.at(match.index!, match.index! + match[0].length),
            message: { zh: `“${match[0]}”是占位符，请换成实际内容`, en: `“${match[0]}” holds a place: put the real content` },
        };
    }
}
