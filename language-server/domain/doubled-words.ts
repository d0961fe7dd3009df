/** A word that was typed twice: 我局局, 高效效效, 工作工作. */
export interface DoubledWord {
    /** All of its copies. */
    readonly start: number;
    readonly end: number;
    readonly word: string;
}

const HAN = '[\\u3400-\\u4dbf\\u4e00-\\u9fff]';
/** A character repeated at once, or two to six characters. */
const REPEATED = new RegExp(`(${HAN})\\1+|(${HAN}{2,6}?)\\2+`, 'g');

/** Ordinary reduplications: what is said twice on purpose. */
const REDUPLICATED = new Set(
    ('人个天一家户往常稳渐刚仅层步处时事年月日种条件项村代频屡多好慢大远深紧牢久默纷欣蒸勃孜兢业谆循生息津斤井头滔源绵比口声面方点堂正扎实认清明平健原完切洋郁葱冉芸茫苍巍妈爸爷奶哥姐弟妹叔宝星太娃钉拉哈露旺'
        + '看想说走试听谢等悄轻暗恰万千亿两双三长高低红快早统通彻真假是非净整足满圆团片朵座栋排行门样回次句字笔张份批环节级站镇街校班厂店岗科县乡区里上下来去起落出进斑区越步历滴家户棵粒盏本册页'
        + '分秒刻岁世季周期款类色套组对只头匹件桩宗起篇章段首幅幕场届轮番遍趟恋依灼熠赫皑潺淙泱翩袅楚脉殷拳眷念惶惴忡怏恢').split(''),
);
const NUMERALS = /[一二三四五六七八九十百千万亿零〇两几]/;
/** 一项一项, 一个一个; and verbs said twice. */
const REDUPLICATED_WORDS = /^(?:一.|研究|讨论|商量|考虑|学习|锻炼|休息|打听|意思|哗啦|轰隆|滴答|叮咚|哈哈|巴拉)$/;

/**
 * Words that stand twice by mistake. A word is often said twice for good reason, or ends one word and begins the next
 * (项目目标, 办公楼楼层, 政务服务服务对象), so a pair counts only where three stand together, where no word can follow
 * (高效效。), or where the same words stand elsewhere with a single one (我局局罚没物品, 我局罚没物品).
 */
export function doubledWordsIn(text: string, isKnown: (words: string) => boolean): DoubledWord[] {
    const found: DoubledWord[] = [];
    for (const match of text.matchAll(REPEATED)) {
        const word = match[1] ?? match[2]!;
        const start = match.index;
        const end = start + match[0].length;
        if (isMistake(text, word, start, end, isKnown)) found.push({ start, end, word });
    }
    return found;
}

/**
 * Whether anything is followed by itself at all: seldom so, and told in one walk ten times as fast as by the expression. Of each
 * distance it counts for how many characters the text has been the same as it was that many characters before.
 */
export function mayRepeat(text: string): boolean {
    let [before1, before2, before3, before4, before5, before6] = [0, 0, 0, 0, 0, 0];
    let [same1, same2, same3, same4, same5, same6] = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const isHan = code >= 0x3400 && code <= 0x9fff;
        same1 = isHan && code === before1 ? same1 + 1 : 0;
        same2 = isHan && code === before2 ? same2 + 1 : 0;
        same3 = isHan && code === before3 ? same3 + 1 : 0;
        same4 = isHan && code === before4 ? same4 + 1 : 0;
        same5 = isHan && code === before5 ? same5 + 1 : 0;
        same6 = isHan && code === before6 ? same6 + 1 : 0;
        if (same1 === 1 || same2 === 2 || same3 === 3 || same4 === 4 || same5 === 5 || same6 === 6) return true;
        [before6, before5, before4, before3, before2, before1] = [before5, before4, before3, before2, before1, code];
    }
    return false;
}

function isMistake(text: string, word: string, start: number, end: number, isKnown: (words: string) => boolean): boolean {
    const isCharacter = word.length === 1;
    if (NUMERALS.test(word[0]!) || (!isCharacter && REDUPLICATED_WORDS.test(word))) return false;
    if (end - start > 2 * word.length) return true;
    if (isCharacter && (REDUPLICATED.has(word) || isPairOfPairs(text, start, end))) return false;
    const [before, behind] = [text[start - 1] ?? '', text[end] ?? ''];
    if (!IS_HAN.test(before)) return false;
    if (!IS_HAN.test(behind)) return true;
    if (!IS_HAN.test(text[end + 1] ?? '') || JOINED.test(text.slice(start - 1, end + 1))) return false;
    return isKnown(before + word + text.slice(end, end + 2));
}

const IS_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/;
/** Names of offices and things in which the same character ends one word and begins the next, with either in use alone. */
const JOINED = /市市场|局局长|局局属|局局机|局局内|区区域|县县城|场场所|场场地|平台台|目的的|土地地|学学生|学学习|民民主|人人员/;

/** 方方面面, 踏踏实实: one pair stands beside another. */
function isPairOfPairs(text: string, start: number, end: number): boolean {
    return (text[end] !== undefined && text[end] === text[end + 1]) || (start > 1 && text[start - 1] === text[start - 2]);
}
