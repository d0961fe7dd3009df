import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../language-server/index.js';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

it('the settings know every rule and no other, in both languages', () => {
    const { properties } = read('package.json').contributes.configuration[0].properties['ptarget.diagnostics.severity'];
    expect(Object.keys(properties).sort()).toEqual(RULES.map((rule) => rule.name).sort());
    const [english, chinese] = [read('package.nls.json'), read('package.nls.zh-cn.json')];
    for (const { name, title } of RULES) {
        expect(english[`ptarget.diagnostics.severity.${name}`]).toContain(title.en);
        expect(chinese[`ptarget.diagnostics.severity.${name}`]).toContain(title.zh);
    }
});

it('both languages say the same things', () => {
    expect(Object.keys(read('package.nls.zh-cn.json')).sort()).toEqual(Object.keys(read('package.nls.json')).sort());
    const used = [...readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
    expect(Object.keys(read('package.nls.json')).sort()).toEqual([...new Set(used)].sort());
});
