import { byWord } from '../../domain/by-word.js';
import type { Wording } from '../../domain/wording.js';
import { KEYWORD_MEANINGS } from '../completion/keyword-meanings.js';

/** The rule of the grammar that a keyword begins; of two where the keyword has them, the one of the part around it. */
const RULE_OF_KEYWORD: Readonly<Record<string, string>> = byWord({
    部门: 'Department',
    项目: 'Project',
    指标库: 'IndicatorLibrary',
    指标体系: 'TaxonomyChoice',
    'taxonomy.指标体系': 'Taxonomy',
    年度: 'Year',
    'indicator.年度': 'AnnualValue',
    金额单位: 'MoneyUnit',
    资金使用单位: 'FundingUnit',
    实施周期: 'Period',
    资金: 'Funds',
    'task.资金': 'TaskFunds',
    总体绩效目标: 'Goal',
    绩效目标: 'Goal',
    重点任务: 'KeyTask',
    其他任务: 'OtherTasks',
    内容: 'TaskContent',
    目标: 'TaskTarget',
    绩效指标: 'IndicatorSection',
    不适用: 'IndicatorGroup',
    权重: 'Weight',
    'taxonomy.权重': 'WeightTotal',
    说明: 'IndicatorDetail',
    依据: 'IndicatorDetail',
    代码: 'CategoryCode',
    简称: 'ShortName',
    必填: 'Required',
});

const BELONGS: Wording = {
    zh: '项目所属的部门，可以在工作区的另一个文件里。部门声明了几个年度时，项目要写明自己的年度。',
    en: 'The department of the project; it may be declared in another file of the workspace. Where several years of it are, the project states its own 年度.',
};

/**
 * What a keyword means to the officer who fills in the form.
 * @param place the kind of the smallest part or declaration around it
 */
export function meaningOf(keyword: string, place: string | undefined): Wording | undefined {
    if (keyword === '属于') return BELONGS;
    const rule = RULE_OF_KEYWORD[`${place}.${keyword}`] ?? RULE_OF_KEYWORD[keyword];
    return rule === undefined ? undefined : KEYWORD_MEANINGS[rule];
}
