import { byWord } from '../../domain/by-word.js';
import type { Wording } from '../../domain/wording.js';

/** What each statement says, by the rule of the grammar: the same word may mean two things. */
export const KEYWORD_MEANINGS: Readonly<Record<string, Wording>> = byWord({
    Department: { zh: '部门整体预算绩效目标申报表的内容：预算、总体绩效目标、重点任务和绩效指标。', en: 'What the form of a whole department says: budget, overall goal, key tasks and indicators.' },
    Project: { zh: '项目支出绩效目标表的一行：资金、绩效目标和绩效指标。写在部门里面，或用“属于”写明部门。', en: 'A row of the table of projects: funds, goal and indicators. Stands inside its department, or names it with 属于.' },
    Taxonomy: { zh: '声明本地的指标体系：一级指标和二级指标。', en: 'Declares a taxonomy of your own: categories of tier one and tier two.' },
    IndicatorLibrary: { zh: '常用的三级指标及其通常的数值，补全时供选用。', en: 'Indicators in common use with their usual values, offered in completion.' },
    Year: { zh: '预算年度。', en: 'The budget year.' },
    TaxonomyChoice: { zh: '本部门采用的指标体系；不写时用设置中的默认体系。', en: 'The taxonomy of this department; without it, the one of the settings.' },
    MoneyUnit: { zh: '不带单位的金额按什么单位计，表上印什么单位；不写时为万元。', en: 'The unit of plain amounts and of the printed table; 万元 without it.' },
    FundingUnit: { zh: '使用资金的单位，印在项目名称下面。', en: 'The unit that uses the money, printed below the project’s name.' },
    Period: { zh: '项目实施的年份：一年，或起止年份，如 2024~2026。', en: 'The years over which the project runs: one, or a range such as 2024~2026.' },
    Funds: { zh: '项目资金的各个来源；总计可以不写，写了就与各来源之和核对。', en: 'The sources of the project’s funds; a stated 总计 is checked against their sum.' },
    BudgetSection: { zh: '预算整体情况的一部分。', en: 'A part of the department’s budget.' },
    Goal: { zh: '绩效目标的文字，写在三个引号之间，可以有多行。', en: 'The goal in words, between triple quotes, on as many lines as it takes.' },
    OtherTasks: { zh: '其他需完成的任务。', en: 'Other tasks to be done.' },
    KeyTask: { zh: '年度重点工作任务的一行：资金、内容和目标。', en: 'A row of the year’s key tasks: funds, content and target.' },
    TaskFunds: { zh: '这项任务的资金。', en: 'The money for this task.' },
    TaskContent: { zh: '任务的主要内容。', en: 'What the task is about.' },
    TaskTarget: { zh: '任务要达到的目标。', en: 'What the task is to achieve.' },
    IndicatorSection: { zh: '绩效指标，按一级、二级指标分类，一行一个。', en: 'The indicators, filed by category, one on a line.' },
    AnnualValue: { zh: '年度指标值；与实施周期指标值相同时不用写。', en: 'The annual value; not needed where it equals that of the whole cycle.' },
    Weight: { zh: '指标的权重（分值）。', en: 'The weight of the indicator.' },
    WeightTotal: { zh: '一个项目的各项权重加起来应当是多少。', en: 'What the weights of a project must add up to.' },
    IndicatorDetail: { zh: '核心指标表所用：指标怎样计算，数据从哪里来。', en: 'For the form of core indicators: how it is counted and where its value comes from.' },
    IndicatorGroup: { zh: '写明这类指标为什么不适用，就不再提示缺少。', en: 'Says why such indicators do not apply; they are then not reported as missing.' },
    CategoryCode: { zh: '分类代码，印在表上，如 12-质量指标。', en: 'The category’s code, printed as in 12-质量指标.' },
    ShortName: { zh: '表上印的简称，如 社会效益。', en: 'The short name that tables print, such as 社会效益.' },
    Required: { zh: '缺少这类指标时提示。', en: 'Its absence is reported.' },
});
