import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Rule } from '../../language-server/domain/rule.js';
import { RULES } from '../../language-server/index.js';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

const SEVERITIES = { error: '错误', warning: '警告', information: '信息', hint: '提示' };
const LEVELS = [...Object.keys(SEVERITIES), 'off'];

it('the settings know every rule and no other, with what it is about and how severe it is by default', () => {
    const { properties } = read('package.json').contributes.configuration[0].properties['ptarget.diagnostics.severity'];
    expect(properties).toEqual(Object.fromEntries(RULES.map(({ name, severity }) =>
        [name, { type: 'string', enum: LEVELS, default: severity, markdownDescription: `%ptarget.diagnostics.severity.${name}%` }])));
});

it.each([
    ['package.nls.json', ({ title, severity }: Rule) => `${title.en} (default: ${severity})`],
    ['package.nls.zh-cn.json', ({ title, severity }: Rule) => `${title.zh}（默认：${SEVERITIES[severity]}）`],
] as const)('%s describes the setting of every rule', (file, describe) => {
    const texts = read(file);
    const described = RULES.map(({ name }) => [name, texts[`ptarget.diagnostics.severity.${name}`]]);
    expect(described).toEqual(RULES.map((rule) => [rule.name, describe(rule)]));
});

it('both languages say the same things', () => {
    expect(Object.keys(read('package.nls.zh-cn.json')).sort()).toEqual(Object.keys(read('package.nls.json')).sort());
    const used = [...readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
    expect(Object.keys(read('package.nls.json')).sort()).toEqual([...new Set(used)].sort());
});
