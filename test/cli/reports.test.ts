import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' };
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../language-server/index.js';
import type { SarifLog } from '../../cli/reporters/sarif-types.js';
import { ptarget, scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT, UNBALANCED } from './sample-files.js';

const folder = scratchFolder();
mkdirSync(join(folder, '预算 2024'));
writeFileSync(join(folder, '预算 2024', '甲,乙:50%.ptarget'), UNBALANCED);
writeFileSync(join(folder, 'project.ptarget'), PROJECT);
writeFileSync(join(folder, 'book.ptarget'), 'PK\u0003\u0004');
writeFileSync(join(folder, 'clean.txt'), DEPARTMENT.replace('甲区', '乙区'));

function check(...args: string[]) {
    return ptarget(['check', ...args], { cwd: folder });
}

describe('pretty', () => {
    it('has a finding a line under its file, and the figures at the end', () => {
        const { out } = check('预算 2024', 'project.ptarget');
        const place = /^ {2}(\d+:\d+) {2}警告/m.exec(out)?.[1];
        expect(out).toBe([
            '预算 2024/甲,乙:50%.ptarget',
            '  3:5  错误  支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元  budget-unbalanced',
            '',
            'project.ptarget',
            `  ${place}  警告  项目“教师培训”没有满意度指标  missing-satisfaction`,
            '',
            '2 个文件，2 处问题：错误 1，警告 1',
            '',
        ].join('\n'));
    });

    it('speaks English', () => {
        const { out } = check('预算 2024', '--lang', 'en');
        expect(out).toContain('  3:5  error  Expenditure adds up to');
        expect(out).toMatch(/\n1 file, 1 problem: 1 error\n$/);
    });

    it('sums up by rule and by project when asked, and shows the places involved', () => {
        writeFileSync(join(folder, 'second.ptarget'), PROJECT.replace('教师培训', '校长培训'));
        const { out } = check('预算 2024', 'project.ptarget', 'second.ptarget', '--verbose');
        expect(out).toContain('→ 预算 2024/甲,乙:50%.ptarget:7:5  收入来源合计 100.00 万元');
        expect(out).toMatch(/\n按规则\n {2}2 {2}missing-satisfaction {2}没有满意度指标\n/);
        expect(out).toMatch(/\n按项目\n(?: {2}\d {2}(?:教师|校长)培训\n){2}\n/);
    });

    it('sums up by itself when there is much', () => {
        expect(ptarget(['check', 'examples/baiyun-2023.ptarget']).out).toMatch(/\n按规则\n[^]*\n按项目\n/);
    });

    it('has no colours outside a terminal', () => {
        expect(check('.').out).not.toContain('\u001b');
    });

    it('shows control characters by number', () => {
        writeFileSync(join(folder, 'escape.txt'), UNBALANCED + '\n\u001b]0;owned\u0007 \u202Eabc');
        const { out } = check('escape.txt');
        expect(out).toContain('\\u0007 \\u202eabc');
        expect(out).not.toMatch(/[\u001B\u0007\u202E]/);
    });
});

describe('sarif', () => {
    const { code, out } = check('预算 2024', 'project.ptarget', 'book.ptarget', '--format', 'sarif');
    const log = JSON.parse(out) as SarifLog;
    const [run] = log.runs;

    it('is one run of version 2.1.0', () => {
        expect(code).toBe(2);
        expect(log.version).toBe('2.1.0');
        expect(log.runs).toHaveLength(1);
        expect(run!.columnKind).toBe('utf16CodeUnits');
        expect(run!.originalUriBaseIds['%SRCROOT%']!.uri).toBe(`${pathToFileURL(folder).href}/`);
    });

    it('is valid by the published schema', () => {
        expect(schemaErrors(log)).toEqual([]);
        expect(schemaErrors({ ...log, runs: [{ ...run, tool: {} }] })).not.toEqual([]);
    });

    it('describes every rule', () => {
        const { rules } = run!.tool.driver;
        expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ name }) => name));
        for (const rule of rules) {
            expect(rule.shortDescription.text, rule.id).not.toBe('');
            expect(rule.help.text, rule.id).not.toBe('');
            expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
        }
    });

    it('places each result', () => {
        const [first] = run!.results;
        expect(first).toMatchObject({
            ruleId: 'budget-unbalanced',
            level: 'error',
            message: { text: '支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元' },
            locations: [{
                physicalLocation: {
                    artifactLocation: { uri: '%E9%A2%84%E7%AE%97%202024/%E7%94%B2%2C%E4%B9%99%3A50%25.ptarget', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 11 },
                },
            }],
            relatedLocations: [{ id: 1, message: { text: '收入来源合计 100.00 万元' } }],
        });
        for (const { ruleId, ruleIndex } of run!.results) expect(run!.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    });

    it('says what could not be read', () => {
        const [invocation] = run!.invocations;
        expect(invocation!.executionSuccessful).toBe(false);
        expect(invocation!.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([expect.stringContaining('不是 .ptarget 文本')]);
    });
});

describe('github', () => {
    it('has an escaped annotation for each finding', () => {
        const { out } = check('预算 2024', 'project.ptarget', 'book.ptarget', '--format', 'github');
        const lines = out.trimEnd().split('\n');
        expect(lines[0]).toMatch(/^::error file=book\.ptarget::不是 \.ptarget 文本/);
        expect(lines[1]).toBe('::error file=预算 2024/甲%2C乙%3A50%25.ptarget,line=3,endLine=3,col=5,endColumn=11,title=budget-unbalanced::支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元');
        expect(lines[2]).toMatch(/^::warning file=project\.ptarget,line=1,.*title=missing-satisfaction::/);
        expect(lines).toHaveLength(3);
    });
});

describe('junit', () => {
    const { out } = check('预算 2024', 'project.ptarget', 'clean.txt', 'book.ptarget', '--format', 'junit');

    it('is well-formed', () => {
        expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /);
        expect(unclosedTags(out)).toEqual([]);
    });

    it('fails for errors and for unreadable files only', () => {
        expect(out).toContain('<testsuites name="ptarget" tests="4" failures="1" errors="1">');
        expect(out).toContain('<failure type="budget-unbalanced" message="支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元">');
        expect(out).toContain('<testsuite name="clean.txt" tests="1" failures="0" errors="0">');
        expect(out).toContain('<error message="不是 .ptarget 文本');
    });

    it('escapes what XML cannot hold', () => {
        writeFileSync(join(folder, 'markup.txt'), `${UNBALANCED}\n<b a="1"> & \u0001 ]]>`);
        const { out: escaped } = check('markup.txt', '--format', 'junit');
        expect(unclosedTags(escaped)).toEqual([]);
        expect(escaped).toContain('&lt;b');
        expect(escaped).not.toMatch(/[\u0000-\u0008]/);
    });
});

/** What the schema that OASIS published for SARIF 2.1.0 objects to. */
function schemaErrors(log: object): readonly object[] {
    const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
    ajv.addMetaSchema(draft4);
    const validate = ajv.compile(schema);
    validate(log);
    return validate.errors ?? [];
}

/** Reads tags strictly; what is left open or does not fit is returned. */
function unclosedTags(xml: string): string[] {
    const open: string[] = [];
    const body = xml.replace(/^<\?xml[^>]*\?>\n/, '');
    const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|#\d+);/y;
    while (token.lastIndex < body.length) {
        const at = token.lastIndex;
        const found = token.exec(body);
        if (!found) return [body.slice(at, at + 40)];
        const [, closing, name, , selfClosing] = found;
        if (!name || selfClosing) continue;
        if (!closing) open.push(name);
        else if (open.pop() !== name) return [`</${name}>`];
    }
    return open;
}
