import fc from 'fast-check';

/** Small workspaces with everything that has a name: several files, own taxonomies, nested projects, both kinds of quotes. */
export interface GeneratedWorkspace {
    readonly files: Readonly<Record<string, string>>;
}

const DEPARTMENTS = ['甲局', '乙局', '丙（本级）', '丁“分”局'];
const TAXONOMIES = ['自己的体系', '试行体系'];
const TIERS = [['产出指标', ['数量指标', '质量指标', '特色指标']], ['效益指标', ['社会效益指标', '长远']], ['满意度指标', ['服务对象满意度指标']]] as const;

const quotes = fc.constantFrom('""', '“”', '＂＂');

function quoted(name: string, pair: string): string {
    return `${name.includes(pair[1]!) ? '"' : pair[0]}${name}${name.includes(pair[1]!) ? '"' : pair[1]}`;
}

const projectName = fc.stringMatching(/^[项目建设运维护费（一二三）0-9a-z]{1,8}$/);

const indicatorLines = fc.array(fc.record({
    tier: fc.nat(2),
    category: fc.nat(3),
    withSuffix: fc.boolean(),
    unknown: fc.nat(9).map((number) => number === 0),
    value: fc.constantFrom('≥9次', '95%', '"满意"', '》90%', '1~2个  年度 1个'),
}), { maxLength: 5 }).map((lines) => lines.map(({ tier, category, withSuffix, unknown, value }, index) => {
    const [tierName, categories] = TIERS[tier]!;
    const name = unknown ? '没有的指标' : categories[category % categories.length]!;
    const spell = (full: string) => (withSuffix ? full : full.replace(/指标$/, ''));
    return `        ${spell(tierName)} {\n            ${spell(name)} "指标${index}"  ${value}\n        }\n`;
}).join(''));

const project = fc.record({ name: projectName, pair: quotes, department: fc.nat(4), departmentPair: quotes, indicators: indicatorLines });

/** @param own whether the project stands by itself */
function projectText({ name, pair, department, departmentPair, indicators }: { name: string; pair: string; department: number; departmentPair: string; indicators: string }, own: boolean): string {
    const belongs = own ? ` 属于 ${quoted(DEPARTMENTS[department] ?? '没有的局', departmentPair)}` : '';
    const text = `项目 ${quoted(name, pair)}${belongs} {\n    资金 {\n        财政拨款 1.00\n    }\n    绩效指标 {\n${indicators}    }\n}\n`;
    return own ? text : text.replace(/^(?=.)/gm, '    ');
}

const department = fc.record({ name: fc.nat(3), pair: quotes, year: fc.constantFrom(2023, 2024), taxonomy: fc.nat(3), nested: fc.array(project, { maxLength: 2 }) })
    .map(({ name, pair, year, taxonomy, nested }) => {
        const chosen = TAXONOMIES[taxonomy] ? `    指标体系 ${quoted(TAXONOMIES[taxonomy], pair)}\n` : '';
        return `部门 ${quoted(DEPARTMENTS[name]!, pair)} {\n    年度 ${year}\n${chosen}${nested.map((inner) => projectText(inner, false)).join('')}}\n`;
    });

const taxonomies = fc.subarray(TAXONOMIES).map((names) => names.map((name) => `指标体系 "${name}" {\n${TIERS.map(([tier, categories]) => `    ${tier} {\n${categories.map((category) => `        ${category} "${category}的定义"\n`).join('')}    }\n`).join('')}}\n`).join(''));

export const generatedWorkspace: fc.Arbitrary<GeneratedWorkspace> = fc.record({
    departments: fc.array(department, { minLength: 1, maxLength: 3 }).map((texts) => texts.join('\n')),
    projects: fc.array(project, { maxLength: 4 }).map((list) => list.map((inner) => projectText(inner, true)).join('\n')),
    taxonomies,
    lineEnd: fc.constantFrom('\n', '\r\n'),
}).map(({ lineEnd, ...files }) => ({
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `// ${name}\n${text}`.replaceAll('\n', lineEnd)])),
}));
