/** The plans of the corpus as the peers would have them: the same names, figures and texts, the same slips. */
import { groupBy, type SampleDepartment, type SampleIndicator, type SamplePlan, type SampleProject } from './corpus.js';

/** An indicator is one line here too: otherwise the text would be larger by half. */
export function planJson(plan: SamplePlan): string {
    const text = JSON.stringify({ 部门: [departmentValue(plan.department)], 项目: plan.projects.map(projectValue) }, undefined, 2);
    return text.replace(/\{\s+("名称": ".*"),\s+("值": ".*")\s+\}/g, '{ $1, $2 }');
}

export function planYaml(plan: SamplePlan): string {
    return [
        '部门:',
        ...yamlLines(departmentValue(plan.department)),
        '项目:',
        ...plan.projects.flatMap((project) => yamlLines(projectValue(project))),
        '',
    ].join('\n');
}

/** A model a project, of about the same size; what is no identifier stands in texts. */
export function planPrisma({ projects }: SamplePlan): string {
    return [`datasource db {\n  provider = "postgresql"\n}\n\nenum Department {\n  Bureau\n}\n`, ...projects.map(prismaModel)].join('\n');
}

function departmentValue({ name, projectSum, goal, indicators }: SampleDepartment) {
    return {
        名称: name,
        年度: 2024,
        部门预算支出: { 基本支出: 3000, 项目支出: projectSum },
        收入来源: { 财政拨款: projectSum + 3000, 其他资金: 0 },
        总体绩效目标: goal,
        绩效指标: indicatorsValue(indicators),
    };
}

function projectValue({ name, department, amount, goal, indicators }: SampleProject) {
    return { 名称: name, 属于: department, 资金: { 财政拨款: amount, 总计: amount }, 绩效目标: goal, 绩效指标: indicatorsValue(indicators) };
}

function indicatorsValue(indicators: readonly SampleIndicator[]) {
    const tiers = [...groupBy(indicators, ({ tier }) => tier)].map(([tier, lines]) => {
        const categories = [...groupBy(lines, ({ category }) => category)];
        return [tier, Object.fromEntries(categories.map(([category, list]) => [category, list.map(({ name, value }) => ({ 名称: name, 值: value }))]))];
    });
    return Object.fromEntries(tiers) as Record<string, unknown>;
}

/** One entry of a list, in block style as people write it. */
function yamlLines(value: object): string[] {
    return asListItem(blockLines(value), '  ');
}

function blockLines(value: object): string[] {
    return Object.entries(value).flatMap(([key, content]: [string, unknown]) => {
        if (Array.isArray(content)) return [`${key}:`, ...content.flatMap((item: object) => asListItem(blockLines(item), '  '))];
        if (typeof content === 'object' && content !== null) return [`${key}:`, ...blockLines(content).map((line) => `  ${line}`)];
        return [`${key}: ${typeof content === 'string' ? JSON.stringify(content) : String(content)}`];
    });
}

function asListItem(lines: readonly string[], indentation: string): string[] {
    return lines.map((line, index) => `${indentation}${index === 0 ? '- ' : '  '}${line}`);
}

function prismaModel({ name, goal, amount, indicators }: SampleProject, index: number): string {
    const fields = indicators.map((indicator, position) => {
        const slip = indicator.value.startsWith('》');
        return `  /// ${indicator.category} ${indicator.value}\n  indicator${position + 1} ${slip ? 'Decimel' : 'Decimal'} @map("${indicator.name}")`;
    });
    return `/// ${name}\n/// ${goal}\nmodel Project${index + 1} {\n  id Int @id @default(autoincrement())\n  department Department @default(Bureau)\n  amount Decimal @default(${amount})\n${fields.join('\n')}\n}\n`;
}

/** What a JSON Schema can say of what the rules check: no sum, no reference, no duplicate, no comparison of two values. */
export function planSchema(): object {
    const amount = { type: 'number', minimum: 0, multipleOf: 0.01 };
    const categories = (...names: string[]) => ({
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(names.map((name) => [name, { type: 'array', minItems: 1, items: { $ref: '#/definitions/indicator' } }])),
    });
    const text = { type: 'string', minLength: 1, not: { pattern: '^(待定|暂无|无|XX+|…+)$' } };
    const name = { type: 'string', minLength: 1, maxLength: 60, pattern: '^\\S(.*\\S)?$' };
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        additionalProperties: false,
        required: ['部门', '项目'],
        properties: { 部门: { type: 'array', items: { $ref: '#/definitions/department' } }, 项目: { type: 'array', items: { $ref: '#/definitions/project' } } },
        definitions: {
            department: {
                type: 'object',
                additionalProperties: false,
                required: ['名称', '年度', '部门预算支出', '总体绩效目标', '绩效指标'],
                properties: {
                    名称: name,
                    年度: { type: 'integer', minimum: 2000, maximum: 2100 },
                    部门预算支出: { type: 'object', additionalProperties: false, properties: { 基本支出: amount, 项目支出: amount } },
                    收入来源: { type: 'object', additionalProperties: false, properties: { 财政拨款: amount, 其他资金: amount } },
                    总体绩效目标: text,
                    绩效指标: { $ref: '#/definitions/indicators' },
                },
            },
            project: {
                type: 'object',
                additionalProperties: false,
                required: ['名称', '属于', '资金', '绩效目标', '绩效指标'],
                properties: {
                    名称: name,
                    属于: name,
                    资金: { type: 'object', additionalProperties: false, required: ['总计'], properties: { 财政拨款: amount, 其他资金: amount, 总计: amount } },
                    绩效目标: text,
                    绩效指标: { $ref: '#/definitions/indicators' },
                },
            },
            indicators: {
                type: 'object',
                additionalProperties: false,
                required: ['产出指标', '效益指标', '满意度指标'],
                properties: {
                    产出指标: categories('数量指标', '质量指标', '时效指标', '成本指标'),
                    效益指标: categories('经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'),
                    满意度指标: categories('服务对象满意度指标'),
                },
            },
            indicator: {
                type: 'object',
                additionalProperties: false,
                required: ['名称', '值'],
                properties: {
                    名称: name,
                    值: { type: 'string', pattern: '^(≥|≤|＝|=|>|<)?\\d[\\d,]*(\\.\\d+)?(%|‰|[一-鿿]+)?$' },
                },
            },
        },
    };
}

