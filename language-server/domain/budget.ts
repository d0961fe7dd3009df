import { Money, type MoneyUnit } from './money.js';
import type { Written } from './origin.js';
import type { BudgetLine, BudgetSection, Declaration, Department, Project } from './plan.js';
import { projectFact } from './project-fact.js';

/** A section of 预算整体情况, with the lines that the form prints and others that places in use are known to add. */
export interface SectionOfForm {
    readonly name: string;
    /** Printed whether or not an amount is given. */
    readonly lines: readonly string[];
    readonly furtherLines: readonly string[];
}

export const EXPENDITURE = '部门预算支出';
export const INCOME = '收入来源';
export const DEVELOPMENT = '事业发展性支出';
export const LEVELS = '按预算级次划分';
export const PROJECT_EXPENDITURE = '项目支出';

/** The upper part of 部门整体预算绩效目标申报表, from left to right and top to bottom. */
export const BUDGET_SECTIONS: readonly SectionOfForm[] = [
    { name: EXPENDITURE, lines: ['基本支出', PROJECT_EXPENDITURE], furtherLines: ['事业单位经营支出', '上缴上级支出', '对附属单位补助支出', '结转下年'] },
    {
        name: INCOME,
        lines: ['财政拨款', '其他资金'],
        furtherLines: [
            '一般公共预算', '一般公共预算拨款', '政府性基金预算', '政府性基金预算拨款', '国有资本经营预算', '国有资本经营预算拨款', '财政专户拨款',
            '财政专户管理资金', '单位资金', '事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入', '债券资金',
            '使用非财政拨款结余', '上年结转', '上年结转结余', '年初结转结余',
        ],
    },
    { name: DEVELOPMENT, lines: ['财政专项资金', '其他事业发展性支出'], furtherLines: [] },
    {
        name: LEVELS,
        lines: ['区本级使用资金', '拟用于对下转移支付资金'],
        furtherLines: ['本级使用资金', '市本级使用资金', '省本级使用资金', '县本级使用资金', '镇本级使用资金', '中央本级使用资金'],
    },
];

/** The line of a project's funds that states their sum. */
export const TOTAL = '总计';

/** Lines that state a sum and are no part of it. */
const STATED_SUMS: readonly string[] = [TOTAL, '合计', '小计'];

/** The sources of a project's funds: the money columns of 项目支出绩效目标表. */
export const FUND_SOURCES = ['财政拨款', '财政专户拨款', '其他资金'] as const;

export const PROJECT_FUNDS: SectionOfForm = {
    name: '资金',
    lines: [...FUND_SOURCES, TOTAL],
    furtherLines: [
        '一般公共预算', '一般公共预算拨款', '政府性基金预算', '政府性基金预算拨款', '国有资本经营预算', '国有资本经营预算拨款', '财政专户管理资金', '单位资金',
        // Of projects paid for by transfers, by level of government.
        '中央资金', '中央财政资金', '中央补助', '省级资金', '省级财政资金', '市级资金', '市级财政资金', '区级资金', '区级财政资金', '县级资金', '县级财政资金',
        '本级资金', '本级财政资金', '地方资金', '上级补助', '债券资金', '自筹资金', '自有资金', '社会资金', '上年结转', '上年结转结余', '年初结转结余',
    ],
};

export function sectionOfForm(name: string): SectionOfForm | undefined {
    return BUDGET_SECTIONS.find((section) => section.name === name);
}

export function statesSum(line: BudgetLine): boolean {
    return STATED_SUMS.includes(line.name.value);
}

export function sectionNamed(department: Department, name: string): BudgetSection | undefined {
    return department.sections.find((section) => section.name.value === name);
}

export function lineNamed(section: BudgetSection | undefined, name: string): BudgetLine | undefined {
    return section?.lines.find((line) => line.name.value === name);
}

/** The sum of a section's lines; an absent amount counts as zero, and a stated sum is no part of it. */
export function sumOf(section: BudgetSection): Money {
    return Money.sum(section.lines.map((line) => (statesSum(line) ? undefined : line.amount?.value)));
}

/** The line 项目支出 of 部门预算支出, where it gives an amount. */
export function projectExpenditureOf(department: Department): Written<Money> | undefined {
    return lineNamed(sectionNamed(department, EXPENDITURE), PROJECT_EXPENDITURE)?.amount;
}

/** Every amount of money that a declaration states. */
export function amountsIn(declaration: Declaration): Written<Money>[] {
    const sections = declaration.kind === 'department' ? declaration.sections : declaration.kind === 'project' && declaration.funds ? [declaration.funds] : [];
    const tasks = declaration.kind === 'department' ? declaration.tasks : [];
    return [...sections.flatMap((section) => section.lines.map((line) => line.amount)), ...tasks.map((task) => task.funds)]
        .filter((amount) => amount !== undefined);
}

export function sourcesOf(project: Project): readonly BudgetLine[] {
    return project.funds?.lines.filter((line) => !statesSum(line)) ?? [];
}

/** What a project costs: the sum of its sources, or the stated total where no source is given. */
export const totalOf = projectFact((project): Money | undefined => {
    if (!project.funds) return undefined;
    const sources = sourcesOf(project).filter((line) => line.amount);
    if (sources.length > 0) return Money.sum(sources.map((line) => line.amount!.value));
    return lineNamed(project.funds, TOTAL)?.amount?.value;
});

/** An amount as a message says it, exactly and with its unit. */
export function say(money: Money, unit: MoneyUnit): string {
    return `${money.printExactly(unit)} ${unit}`;
}
