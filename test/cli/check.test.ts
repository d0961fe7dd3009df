import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../cli/language.js';
import { findingsIn, ptarget, scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT, UNBALANCED } from './sample-files.js';

const folder = scratchFolder();
mkdirSync(join(folder, 'plans', 'deep'), { recursive: true });
mkdirSync(join(folder, 'plans', 'node_modules', 'other'), { recursive: true });
mkdirSync(join(folder, 'fine'));
writeFileSync(join(folder, 'plans', 'unbalanced.ptarget'), UNBALANCED);
writeFileSync(join(folder, 'plans', 'deep', 'project.ptarget'), PROJECT);
writeFileSync(join(folder, 'plans', 'notes.txt'), 'not to be looked at');
writeFileSync(join(folder, 'plans', 'node_modules', 'other', 'a.ptarget'), UNBALANCED);
writeFileSync(join(folder, 'fine', 'department.ptarget'), DEPARTMENT);
writeFileSync(join(folder, 'project.ptarget'), PROJECT);

function check(...args: string[]) {
    return ptarget(['check', ...args], { cwd: folder });
}

describe('the exit code', () => {
    it('is 0 without errors', () => {
        expect(check('fine')).toEqual({ code: 0, out: '1 个文件，没有发现问题\n', errors: '' });
    });

    it('is 0 with warnings only', () => {
        expect(check('fine', 'project.ptarget').code).toBe(0);
    });

    it('is 1 with more warnings than allowed', () => {
        expect(check('fine', 'project.ptarget', '--max-warnings', '1').code).toBe(0);
        const tooMany = check('fine', 'project.ptarget', '--max-warnings', '0');
        expect(tooMany.code).toBe(1);
        expect(tooMany.errors).toBe('警告有 1 条，超过了 --max-warnings 0\n');
    });

    it('is 1 with errors', () => {
        expect(check('plans').code).toBe(1);
    });

    it('is 2 where a file cannot be read, though the others are checked', () => {
        const outcome = check('plans', 'nowhere.ptarget', '--format', 'json');
        expect(outcome.code).toBe(2);
        expect(outcome.errors).toBe('nowhere.ptarget：没有这个文件或文件夹\n');
        expect(findingsIn(outcome).map(({ code }) => code)).toContain('budget-unbalanced');
    });
});

describe('files', () => {
    it('are found under the current folder, whose name does not appear', () => {
        const { out } = ptarget(['check', '--format', 'json'], { cwd: join(folder, 'plans') });
        expect([...new Set(findingsIn({ out, code: 1, errors: '' }).map(({ file }) => file))]).toEqual(['deep/project.ptarget', 'unbalanced.ptarget']);
    });

    it('are named as the user would, in an order of their own', () => {
        const names = (...args: string[]) => [...new Set(findingsIn(check(...args, '--format', 'json')).map(({ file }) => file))];
        expect(names('./plans/')).toEqual(['plans/deep/project.ptarget', 'plans/unbalanced.ptarget']);
        expect(names('plans/unbalanced.ptarget', 'plans')).toEqual(['plans/unbalanced.ptarget', 'plans/deep/project.ptarget']);
        expect(names(join(folder, 'plans', 'deep'))).toEqual([`${folder.replaceAll('\\', '/')}/plans/deep/project.ptarget`]);
    });

    it('are taken with another ending when they are named', () => {
        writeFileSync(join(folder, 'plan.txt'), UNBALANCED);
        expect(findingsIn(check('plan.txt', '--format', 'json')).map(({ code }) => code)).toEqual(['budget-unbalanced']);
    });

    it('are checked together', () => {
        const alone = findingsIn(check('project.ptarget', '--format', 'json')).map(({ code }) => code);
        const together = findingsIn(check('project.ptarget', 'fine', '--format', 'json')).map(({ code }) => code);
        expect(alone).toContain('unknown-department');
        expect(together).toEqual(['missing-satisfaction']);
    });
});

describe('json', () => {
    it('is one array of findings with ranges as in LSP', () => {
        const outcome = check('plans/unbalanced.ptarget', '--format', 'json');
        expect(findingsIn(outcome)).toEqual([{
            file: 'plans/unbalanced.ptarget',
            range: { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } },
            severity: 'error',
            code: 'budget-unbalanced',
            message: '支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元',
        }]);
    });

    it('is an empty array where nothing is wrong', () => {
        expect(check('fine', '--format', 'json')).toEqual({ code: 0, out: '[]\n', errors: '' });
    });

    it('of the Nansha example has no errors', () => {
        const outcome = ptarget(['check', 'examples/nansha-2024.ptarget', '--format', 'json']);
        expect(outcome.code).toBe(0);
        expect(findingsIn(outcome).filter(({ severity }) => severity === 'error')).toEqual([]);
    });
});

describe('the language', () => {
    it('is that of --lang before all', () => {
        expect(chooseLanguage(['check', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
        expect(chooseLanguage(['--lang=zh', 'check'], { LANG: 'en_US.UTF-8' })).toBe('zh');
    });

    it.each([
        [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
        [{ LANG: 'en_US.UTF-8' }, 'en'],
        [{ LANG: 'de_DE.UTF-8' }, 'en'],
        [{ LANG: 'ca_ES' }, 'en'],
        [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
        [{ LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
        [{}, 'zh'],
        [{ LC_ALL: '', LANG: '' }, 'zh'],
        [{ LANG: 'C' }, 'zh'],
        [{ LANG: 'C.UTF-8' }, 'zh'],
        [{ LC_ALL: 'POSIX' }, 'zh'],
    ])('under the locale %j is %s', (environment, language) => {
        expect(chooseLanguage(['check'], environment)).toBe(language);
    });

    it('is that of the messages', () => {
        const message = (environment: NodeJS.ProcessEnv) =>
            findingsIn(ptarget(['check', 'plans/unbalanced.ptarget', '--format', 'json'], { cwd: folder, environment }))[0]!.message;
        expect(message({ LANG: 'zh_CN.UTF-8' })).toMatch(/^支出合计/);
        expect(message({ LANG: 'en_US.UTF-8' })).toMatch(/^Expenditure adds up/);
    });
});
