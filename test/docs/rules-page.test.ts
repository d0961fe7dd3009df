import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../language-server/index.js';
import { readFixture } from '../rules/fixture.js';

const ROOT = resolve(import.meta.dirname, '../..');
const FIXTURES = join(ROOT, 'test/rules/fixtures');

const GROUPS = [
    ['budget', 'Budget 预算'],
    ['completeness', 'Completeness 完整性'],
    ['indicators', 'Indicators 指标'],
    ['text', 'Text 文字'],
    ['structure', 'Structure 结构'],
] as const;

const SEVERITY = { error: '错误 error', warning: '警告 warning', information: '信息 information', hint: '提示 hint' };

/** docs/rules.md, made from the rule files and the fixtures; `npx vitest run test/docs -u` renews it. */
it('docs/rules.md says what the rules say', async () => {
    await expect(rulesPage()).toMatchFileSnapshot(join(ROOT, 'docs/rules.md'));
});

it('explains every rule in both languages', () => {
    for (const { name, title, explanation } of RULES) {
        for (const wording of [title, explanation]) {
            expect(wording.zh, name).toMatch(/\p{Script=Han}/u);
            expect(wording.en, name).toMatch(/[a-z]{3}/);
        }
        expect(explanation.zh.length, name).toBeGreaterThan(20);
    }
});

function rulesPage(): string {
    return [
        '# The rules 检查规则',
        '',
        'What the checker looks for, in the editor and on the command line alike. Each rule can be set to error, warning, information, hint or',
        'off (`ptarget.diagnostics.severity` in the settings, `severity` in ptarget.config.json), and silenced at a place with its reason:',
        '`// ptarget-ignore rule：reason`. Under the profile 送审 all rules of completeness are errors.',
        '',
        '每条规则的级别可以在设置或 ptarget.config.json 中更改，也可以在某一处写明理由后不再提示。选用“送审”时，完整性规则一律按错误处理。',
        '',
        ...GROUPS.flatMap(([group, heading]) => [`## ${heading}`, '', ...RULES.filter((rule) => rule.group === group).flatMap(ruleSection)]),
    ].join('\n');
}

function ruleSection(rule: (typeof RULES)[number]): string[] {
    const across = rule.scope === 'family' || rule.scope === 'member' ? ' · 跨文件 looks across files' : '';
    return [
        `### ${rule.name}`,
        '',
        `${SEVERITY[rule.severity]}${across}`,
        '',
        `**${rule.title.zh}** ${rule.explanation.zh}`,
        '',
        `**${capitalized(rule.title.en)}.** ${rule.explanation.en}`,
        '',
        ...example(rule.name),
    ];
}

/** The first marked line of the rule's own fixture, with the place and the message. */
function example(rule: string): string[] {
    const file = readdirSync(FIXTURES).filter((name) => name === `${rule}.ptarget`).map((name) => readFixture(join(FIXTURES, name), rule))[0]?.files
        .find(({ expected }) => expected.some((found) => found.rule === rule));
    const found = file?.expected.find((candidate) => candidate.rule === rule);
    if (!file || !found) return [];
    const line = file.text.split('\n')[found.range.start.line]!;
    return ['```ptarget', line.trim(), ...(found.messagePart ? [`// ${found.messagePart}`] : []), '```', ''];
}

function capitalized(text: string): string {
    return text[0]!.toUpperCase() + text.slice(1);
}
