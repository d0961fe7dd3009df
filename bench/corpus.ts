/** Plans of realistic size and wording, the same for the same numbers: about 1 KB a project, a slip in every tenth. */

const BUREAUS = ['市场监督管理局', '教育局', '水务局', '城市管理和综合执法局', '卫生健康局', '文化广电旅游体育局'];
const SUBJECTS = ['物业管理', '信息化运行维护', '食品抽样检验', '农贸市场升级改造', '特种设备监管', '办公场所维修改造', '执法办案', '标准化战略资助', '知识产权保护', '河道保洁'];

export interface SamplePlan {
    readonly department: SampleDepartment;
    readonly projects: readonly SampleProject[];
}

export interface SampleDepartment {
    readonly name: string;
    readonly projectSum: number;
    readonly goal: string;
    readonly indicators: readonly SampleIndicator[];
}

export interface SampleProject {
    readonly name: string;
    readonly department: string;
    readonly amount: number;
    readonly goal: string;
    readonly indicators: readonly SampleIndicator[];
}

export interface SampleIndicator {
    readonly tier: string;
    readonly category: string;
    readonly name: string;
    readonly value: string;
}

/** The end of a name that every project has once: where the benches type. */
export const TYPED_IN = '完成数量';

export function departmentName(index: number): string {
    return `广州市第${index + 1}区${BUREAUS[index % BUREAUS.length]}`;
}

/** A department and so many of its projects, counted from `first`. */
export function samplePlan(projects: number, first = 0, department = 0): SamplePlan {
    const name = departmentName(department);
    const list = Array.from({ length: projects }, (_, index) => sampleProject(name, first + index));
    return { department: sampleDepartment(name, list.reduce((sum, { amount }) => sum + amount, 0)), projects: list };
}

function sampleDepartment(name: string, projectSum: number): SampleDepartment {
    return {
        name,
        projectSum,
        goal: '以高质量发展为牵引，找准履职的切入点、结合点、着力点，全面提升现代化治理水平。',
        indicators: [
            { tier: '产出指标', category: '数量指标', name: '监督抽查批次', value: '≥1800批次' },
            { tier: '效益指标', category: '社会效益指标', name: '群众知晓率', value: '≥95%' },
            { tier: '满意度指标', category: '服务对象满意度指标', name: '群众满意度', value: '≥90%' },
        ],
    };
}

function sampleProject(department: string, index: number): SampleProject {
    const subject = `${SUBJECTS[index % SUBJECTS.length]}第${index + 1}期`;
    const amount = 10 + ((index * 37) % 400);
    return {
        name: `${subject}经费`,
        department,
        amount,
        goal: `为保障辖区${subject}工作顺利开展，按照年度工作计划完成${subject}任务，及时发现和处置问题，提升公共服务水平。`,
        indicators: [
            { tier: '产出指标', category: '数量指标', name: `${subject}${TYPED_IN}`, value: `≥${100 + index}次` },
            { tier: '产出指标', category: '数量指标', name: `${subject}检查点位数`, value: `≥${20 + (index % 30)}个` },
            { tier: '产出指标', category: '质量指标', name: `${subject}验收合格率`, value: `${index % 10 === 0 ? '》' : '≥'}95%` },
            { tier: '产出指标', category: '时效指标', name: `${subject}按期完成率`, value: '≥98%' },
            { tier: '产出指标', category: '成本指标', name: `${subject}总成本`, value: `≤${amount}万元` },
            { tier: '效益指标', category: '社会效益指标', name: `${subject}群众知晓率`, value: '≥95%' },
            { tier: '效益指标', category: '可持续影响指标', name: `${subject}设施完好率`, value: '≥90%' },
            { tier: '满意度指标', category: '服务对象满意度指标', name: `${subject}服务对象满意度`, value: '≥90%' },
        ],
    };
}

/** A file of one department and its projects, the department at the head. */
export function planText(projects: number): string {
    const { department, projects: list } = samplePlan(projects);
    return [departmentText(department), ...list.map(projectText)].join('\n');
}

/** The same file with the department at its end. */
export function planTextDepartmentLast(projects: number): string {
    const { department, projects: list } = samplePlan(projects);
    return [...list.map(projectText), departmentText(department)].join('\n');
}

export function departmentText({ name, projectSum, goal, indicators }: SampleDepartment): string {
    return `部门 "${name}" {
    年度 2024
    部门预算支出 {
        基本支出  3,000.00
        项目支出  ${projectSum}.00
    }
    收入来源 {
        财政拨款  ${projectSum + 3000}.00
        其他资金  0.00
    }
    总体绩效目标 """
        ${goal}
    """
${indicatorsText(indicators)}
}
`;
}

export function projectText({ name, department, amount, goal, indicators }: SampleProject): string {
    return `项目 "${name}" 属于 "${department}" {
    资金 {
        财政拨款 ${amount}.00
        总计     ${amount}.00
    }
    绩效目标 """${goal}"""
${indicatorsText(indicators)}
}
`;
}

/** With the values under each other, as the formatter lays them out: a Chinese character is two columns wide. */
function indicatorsText(indicators: readonly SampleIndicator[]): string {
    const widthOf = ({ category, name }: SampleIndicator) => 2 * (category.length + name.length);
    const widest = Math.max(...indicators.map(widthOf));
    const line = (indicator: SampleIndicator) => `            ${indicator.category} "${indicator.name}"${' '.repeat(widest - widthOf(indicator))}  ${indicator.value}`;
    const tiers = [...groupBy(indicators, ({ tier }) => tier)].map(([tier, lines]) => `        ${tier} {
${lines.map(line).join('\n')}
        }`);
    return `    绩效指标 {
${tiers.join('\n')}
    }`;
}

/** In the order of first appearance. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    return groups;
}
