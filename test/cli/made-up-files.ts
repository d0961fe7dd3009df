import fc from 'fast-check';

/** Names that are near each other, so that which of them are declared decides over what is offered. */
const DEPARTMENTS = ['甲区教育局', '乙区教育局', '甲区水务局', '甲区教育一局', '丙区“智慧”办公室'];
const TAXONOMIES = ['甲市体系', '乙市体系', '财预〔2015〕88号', '财预〔2021〕101号'];

const department = fc.constantFrom(...DEPARTMENTS);
const year = fc.constantFrom('', '年度 2024\n', '年度 2025\n');
const taxonomyName = fc.constantFrom(...TAXONOMIES, '甲市体糸');
const amount = fc.integer({ min: 0, max: 3 }).map((tens) => `${tens}0.00`);
const indicator = fc.constantFrom('数量指标 "培训人数" ≥100人', '数量指标 "培训人数" 》100人', '特色指标 "满意度" ≥90%', '质量指标 "合格率" "95%以上"');

const indicators = fc.array(indicator, { maxLength: 3 }).map((lines) => `绩效指标 {\n产出指标 {\n${lines.join('\n')}\n}\n}\n`);

const projectName = fc.constantFrom('教师培训', '校长培训', '物业管理');
const silencing = fc.constantFrom('', '', '// ptarget-ignore missing-satisfaction：没有服务对象\n', '// ptarget-ignore unknown-department：另报\n', '// ptarget-ignore-file duplicate-project：两份\n');

function project(belongs: fc.Arbitrary<string>): fc.Arbitrary<string> {
    return fc.tuple(silencing, projectName, belongs, year, amount, indicators)
        .map(([comment, name, behind, of, money, set]) => `${comment}项目 "${name}"${behind} {\n${of}资金 {\n财政拨款 ${money}\n}\n${set}}\n`);
}

const projectElsewhere = project(fc.oneof(department.map((name) => ` 属于 "${name}"`), department.map((name) => `　属于 ＂${name}＂`), fc.constantFrom('', ' 属于', ' 属于 "丁区教育局"')));

const departmentWithProjects = fc.tuple(department, year, fc.option(taxonomyName), amount, indicators, fc.array(project(fc.constantFrom('', ' 属于 "甲区水务局"')), { maxLength: 2 }))
    .map(([name, of, taxonomy, money, set, projects]) => (
        `部门 "${name}" {\n${of}${taxonomy === null ? '' : `指标体系 "${taxonomy}"\n`}部门预算支出 {\n项目支出 ${money}\n}\n${set}${projects.map((text) => `    ${text}`).join('')}}\n`
    ));

const taxonomy = fc.tuple(fc.constantFrom(...TAXONOMIES), fc.constantFrom('特色指标', '数量指标'))
    .map(([name, category]) => `指标体系 "${name}" {\n产出指标 代码 1 必填 {\n${category} 代码 11\n}\n}\n`);

/** Heads that say another thing when they are read than at a glimpse, and text that only looks like declarations. */
const oddity = fc.constantFrom(
    '部门 "甲区水务局" { 项目 "一行" 属于 "乙区教育局" { } }\n',
    '部门 年度 "甲区水务局"\n"乙区教育局" {\n}\n',
    '项目 "未完" 属于 "甲区教育局 {\n}\n',
    '项目 "字" # 属于 "乙区教育局" {\n}\n',
    `项目 "${'长'.repeat(1001)}" 属于 "${'长'.repeat(1001)}" {\n}\n`,
    '/*\n部门 "甲区水务局" {\n}\n*/\n',
    '// 指标体系 "甲市体系"\n',
    '总体绩效目标 """\n部门 "丙"\n"""\n',
    '随便写的文字\n',
    '',
);

const declarations = fc.array(fc.oneof(
    { weight: 4, arbitrary: projectElsewhere },
    { weight: 4, arbitrary: departmentWithProjects },
    { weight: 2, arbitrary: taxonomy },
    { weight: 1, arbitrary: oddity },
), { maxLength: 4 }).map((texts) => texts.join(''));

/** Not text, by its first bytes. */
const BINARY = 'PK\u0003\u0004';

/** What the files of a workspace hold; undefined for one that is not there when it is read. */
export const madeUpFiles: fc.Arbitrary<(string | undefined)[]> = fc.array(
    fc.oneof({ weight: 12, arbitrary: declarations }, { weight: 1, arbitrary: fc.constantFrom(BINARY, undefined) }),
    { minLength: 2, maxLength: 10 },
);
