import { byWord } from '../domain/by-word.js';
import { halfWidth } from '../domain/half-width.js';
import { isPlaceholder } from '../domain/placeholder.js';
import { readWords } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { valuesIn } from '../domain/indicator-values.js';
import { categoryKey } from '../domain/taxonomy.js';
import type { Wording } from '../domain/wording.js';

export const vagueValue: DeclarationRule = {
    name: 'vague-value',
    group: 'indicators',
    severity: 'information',
    scope: 'declaration',
    title: { zh: '指标值无法衡量', en: 'a value that cannot be measured' },
    explanation: {
        zh: '“效果明显”“显著提升”“满意”“持续优化”一类的值到年底说不清有没有完成。能量化的写成数和单位（≥90%、≤5个工作日、下降10%）；确实不能量化的，写明可以核对的标准（通过验收、符合某项国家标准、低于上年）。',
        en: 'Of 效果明显, 显著提升, 满意 or 持续优化 nobody can say at the end of the year whether it was met. Write a number with its unit (≥90%, ≤5个工作日, 下降10%), or where there is none a standard that can be checked (accepted, a national standard, below last year).',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { indicator, written, called } of valuesIn(declaration)) {
            if (written.value.kind !== 'words') continue;
            const reason = vagueness(written.value.text, categoryKey(indicator.category.value));
            if (!reason) continue;
            const advice = ADVICE[categoryKey(indicator.category.value)] ?? IN_NUMBERS;
            yield {
                origin: written.origin,
                message: {
                    zh: `“${indicator.name.value}”的${called.zh || '值'}“${written.value.text}”${reason.zh}，${advice.zh}`,
                    en: `The value “${written.value.text}” of “${indicator.name.value}”${called.en} ${reason.en}: ${advice.en}`,
                },
            };
        }
    },
};

const IN_NUMBERS: Wording = { zh: '宜写成数和单位，或可以核对的标准', en: 'write a number and its unit, or a standard that can be checked' };
const ADVICE: Record<string, Wording> = byWord({
    时效: { zh: '宜写明日期或时限', en: 'give a date or a limit of time' },
    数量: { zh: '数量指标要有数和单位', en: 'a quantity needs a number and its unit' },
    服务对象满意度: { zh: '宜写成比率，如 ≥90%', en: 'write a rate, such as ≥90%' },
});

const NOT_MEASURABLE: Wording = { zh: '无法衡量', en: 'cannot be measured' };
const HOW_MUCH: Wording = { zh: '没有说多少，也没有说与什么相比', en: 'does not say by how much, nor compared with what' };
const WHOSE_STANDARD: Wording = { zh: '没有写明是什么要求', en: 'does not say what is required' };
const NO_TARGET: Wording = { zh: '等于没有目标值', en: 'sets no target' };
const WHAT_IS_DONE: Wording = { zh: '写的是做什么，没有说做到什么程度', en: 'says what is done, not how far' };
const NO_NUMBER: Wording = { zh: '没有数', en: 'has no number' };
const BY_WHEN: Wording = { zh: '没有写明期限', en: 'does not say by when' };

/** A number, in digits or Han, followed by what it counts. */
const HAS_NUMBER = /[0-9]|[一二两三四五六七八九十百千]+(?:个|年|天|日|次|月|周|季|小时|家|项|份|件|批|场|名|人|倍|成|户)/;
/** Standards that can be looked up, bases that can be compared with, and plain yes or no. */
const CHECKABLE = new RegExp(
    '法律|法规|合同|协议|国家标准|行业标准|地方标准|技术标准|技术规范|设计(?:要求|文件)|招标|采购(?:文件|需求)|规定的?(?:时间|时限|期限|标准|范围)|'
    + '同比|环比|[较比](?:上|去|前)一?年|上年度?|预算(?:价格|金额|数|内)|市场价|计划数|^(?:无|零|未发生|不发生|杜绝|已)',
);
const BARE_CHANGE = /^(?:有所)?(?:下降|降低|减少|提升|提高|上升|增加|增长|改善|增强|优化)$/;
const UNNAMED_STANDARD = /(?:符合|达到|满足|按照?)[^，,。]{0,8}要求/;
const WITHOUT_DATE = /^(?:准时|按时|及时|按期|如期|尽快|适时)/;
const VAGUE = new RegExp(
    '明显|显著|良好|较好|较高|较大|较强|比较|满意|合理|完善|健全|逐步|不断|持续|进一步|大幅|稳步|有效|充分|切实|积极|有利于|得到|长期|长效|'
    + '^(?:优化|提升|提高|改善|增强|加强|促进|推动|推进|引导|保障|维护|规范|节约|助力|营造|扩大|发展|强化|确保|满足|带动|激发|巩固)',
);

const NOTHING = /[:,，]无$/;
const WORK = /(?:实施|给予|进行|开展|予以)(?:扶持|资助|补助|奖励|支持|补贴)$/;

function vagueness(words: string, category: string): Wording | undefined {
    const text = halfWidth(words).trim().slice(0, LONGEST);
    if (text === '' || HAS_NUMBER.test(text) || readWords(text) || isPlaceholder(text)) return undefined;
    if (NOTHING.test(text)) return NO_TARGET;
    if (CHECKABLE.test(text)) return undefined;
    if (BARE_CHANGE.test(text)) return HOW_MUCH;
    if (UNNAMED_STANDARD.test(text)) return WHOSE_STANDARD;
    if (WITHOUT_DATE.test(text)) return BY_WHEN;
    if (VAGUE.test(text)) return NOT_MEASURABLE;
    if (WORK.test(text)) return WHAT_IS_DONE;
    return category === '数量' ? NO_NUMBER : undefined;
}

const LONGEST = 200;
