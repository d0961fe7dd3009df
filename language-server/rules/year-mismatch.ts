import { aboutEarlierYears } from '../domain/budget-year.js';
import type { Declaration } from '../domain/plan.js';
import { replace, type Finding } from '../domain/problem.js';
import type { MemberRule } from '../domain/rule.js';
import { textsOf } from '../domain/written-texts.js';
import { yearsIn, type YearInText } from '../domain/years-in-text.js';

export const yearMismatch: MemberRule = {
    name: 'year-mismatch',
    group: 'text',
    severity: 'information',
    scope: 'member',
    title: { zh: '文字中的年份不是预算年度', en: 'a text speaks of another year as its own' },
    explanation: {
        zh: '目标或指标名称以上一年（或更早）的口气写本年的任务，例如 2024 年度的表里写“2023年全区……≥2个”，多半是沿用旧表没有改年份。改为预算年度；作比较基数、写文件名称和文号的年份不在此列。',
        en: 'A goal or the name of an indicator sets this year’s task as one of an earlier year: as a rule last year’s text was taken over. Write the budget year. Years that are compared with, and those in names of documents, are not reported.',
    },
    check: aboutEarlierYears(otherYears),
};

function* otherYears(declaration: Declaration, year: number): Generator<Finding> {
    const period = declaration.kind === 'project' ? declaration.period?.value : undefined;
    for (const text of textsOf(declaration)) {
        const { role, inner } = text;
        if (role !== 'prose' && role !== 'indicator-name') continue;
        for (const named of yearsIn(inner.text)) {
            if (named.role !== 'own' || named.year >= year || (period && period.from <= named.year)) continue;
            if (role === 'prose' && !SETS_A_TARGET.test(sentenceBehind(inner.text, named))) continue;
            const origin = inner.at(named.start, named.end);
            const text = inner.text.slice(named.start, named.end);
            const right = text.replace(/^[0-9]{4}/, String(year));
            yield {
                origin,
                message: {
                    zh: `这里写的是 ${text}，预算年度是 ${year} 年`,
                    en: `It says ${text} here, but the budget year is ${year}`,
                },
                fixes: () => [{ title: { zh: `改为 ${right}`, en: `Change to ${right}` }, edits: [replace(origin, right)] }],
            };
        }
    }
}

/** What was done in an earlier year is told without any of these. */
const SETS_A_TARGET = /[≥≤><＞＜]|不少于|不低于|不超过|至少|以上|达到?\s?[0-9]|确保|力争|计划|将(?!军)|拟|争取|目标/;
const SENTENCE_END = /[。；;！!\n]/;
const LONGEST_SENTENCE = 160;

function sentenceBehind(text: string, { end }: YearInText): string {
    const behind = text.slice(end, end + LONGEST_SENTENCE);
    const stop = behind.search(SENTENCE_END);
    return stop < 0 ? behind : behind.slice(0, stop);
}
