/**
 * What stands in a form until somebody fills it in: XX, ××, **, ○○, ____, ……, 待填. Han zeros are spared (二○○八年), and so
 * is a ×, which multiplies, between digits.
 */
const PLACEHOLDER = new RegExp(
    [
        '(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[XxＸｘ]{2,}|[XxＸｘ×](?=\\s?(?:年|月|日|个|万|亿|元|项|次|家|份|[%％])))(?![A-Za-zＡ-Ｚａ-ｚ])',
        '×{2,}', '[*＊]{2,}', '(?<![一二三四五六七八九])[○◯●]{2,}', '□{2,}', '_{2,}', '＿{2,}',
        '…+', '\\.{3,}', '。{3,}',
        '待填写?|待补充|待补|待完善后填|请填写|此处填写|请输入|TBD|TODO',
    ].join('|'),
    'g',
);

/** Each of them has one of these; most texts have none. */
const SIGN_OF_ONE = /[XxＸｘ×*＊○◯●□_＿…待请此T]|\.{3}|。{3}/;

export function mayHavePlaceholder(text: string): boolean {
    return SIGN_OF_ONE.test(text);
}

export function placeholdersIn(text: string): Iterable<RegExpMatchArray> {
    return mayHavePlaceholder(text) ? text.matchAll(PLACEHOLDER) : [];
}

const NOTHING_YET = /^\s*(?:待定|待确定|待明确|略|同上|-+|—+|\/+|\?+|？+)\s*$/;

/** 待定, 略, —: a value that says, taken as a whole, that there is none. */
export function saysNothingYet(value: string): boolean {
    return NOTHING_YET.test(value);
}

/** Whether a value stands for one that is still to come, or part of it does. */
export function isPlaceholder(value: string): boolean {
    if (saysNothingYet(value)) return true;
    for (const found of placeholdersIn(value)) return found.length > 0;
    return false;
}
