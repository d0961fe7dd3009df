import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import { gunzipSync, gzipSync } from 'node:zlib';
import { REPORT_FORMATS } from '../../cli/reporters/index.js';
import { CLI, ptarget, ROOT, scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT, UNBALANCED } from './sample-files.js';

const folder = scratchFolder();
const cache = join(folder, 'cache');
const MARK = 'ptarget check --cache\n';

beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    mkdirSync(join(folder, 'plans'));
    for (const [name, content] of Object.entries({
        'a.ptarget': DEPARTMENT,
        'b.ptarget': PROJECT,
        'c.ptarget': UNBALANCED.replace('甲区', '乙区'),
        'd.ptarget': `${PROJECT.replace('甲区', '丁区')}${PROJECT.replace('甲区', '丁区')}`,
        'e.ptarget': 'PK\u0003\u0004',
        'f.ptarget': PROJECT.replace('教师培训', '校长培训').replace('项目', '// ptarget-ignore missing-satisfaction：没有服务对象\n项目'),
        'g.ptarget': '// 只有注释\n',
        'h.ptarget': 'not of this language\n',
    })) writeFileSync(join(folder, 'plans', name), content);
});

function check(...args: string[]) {
    return ptarget(['check', 'plans', ...args], { cwd: folder });
}

/** What the cache holds, with another text wherever this one was found. */
function sayInstead(text: string, other: string, file = cache): void {
    const json = gunzipSync(readFileSync(file).subarray(MARK.length)).toString();
    expect(json).toContain(text);
    writeFileSync(file, Buffer.concat([Buffer.from(MARK), gzipSync(json.replaceAll(text, other))]));
}

const UNBALANCED_SAYS = '支出合计 110.00 万元，收入合计 100.00 万元，相差 10.00 万元';

describe('--cache', () => {
    it.each(REPORT_FORMATS)('changes nothing in the report, in what is noted, nor in the exit code: %s', (format) => {
        for (const lang of ['zh', 'en']) {
            const without = check('--format', format, '--lang', lang, '--verbose');
            expect(without.code).toBe(2);
            expect(without.out).not.toBe('');
            expect(without.errors).not.toBe('');
            for (const jobs of ['1', '3']) {
                expect(check('--format', format, '--lang', lang, '--verbose', '--jobs', jobs, '--cache', 'cache')).toEqual(without);
                expect(check('--format', format, '--lang', lang, '--verbose', '--jobs', jobs, '--cache', 'cache')).toEqual(without);
                rmSync(cache);
            }
        }
    });

    it('answers from what is kept, and only while nothing that bears on it has changed', () => {
        check('--cache', 'cache');
        sayInstead(UNBALANCED_SAYS, '这里什么都能写');
        const says = (...args: string[]) => check('--cache', 'cache', ...args).out;
        expect(says()).toContain('这里什么都能写');
        expect(says('--format', 'sarif')).toContain('这里什么都能写');
        writeFileSync(join(folder, 'plans', 'b.ptarget'), PROJECT.replace('≥3000人', '≥3001人'));
        expect(says()).toContain('这里什么都能写');
        writeFileSync(join(folder, 'ptarget.config.json'), '{ "minimumIndicators": 1 }');
        expect(says()).toContain(UNBALANCED_SAYS);
    });

    it('minds the settings of the project, the language and the current folder', () => {
        const both = (...args: string[]) => expect(check(...args, '--cache', 'cache')).toEqual(check(...args));
        both();
        writeFileSync(join(folder, 'ptarget.config.json'), '{ "severity": { "budget-unbalanced": "hint" } }');
        both();
        both('--lang', 'en');
        rmSync(join(folder, 'ptarget.config.json'));
        both('--lang', 'en');
        const inside = (...args: string[]) => ptarget(['check', ...args], { cwd: join(folder, 'plans') });
        expect(inside('--cache', '../cache')).toEqual(inside());
    });

    it('may lie among what is checked', () => {
        const without = check();
        expect(check('--cache', 'plans/cache')).toEqual(without);
        expect(check('--cache', 'plans/cache')).toEqual(without);
        expect(readdirSync(join(folder, 'plans')).filter((name) => !name.endsWith('.ptarget'))).toEqual(['cache']);
    });

    it('is not written again where nothing has changed', () => {
        check('--cache', 'cache');
        utimesSync(cache, 1, 1);
        check('--cache', 'cache');
        expect(statSync(cache).mtimeMs).toBe(1000);
        writeFileSync(join(folder, 'plans', 'b.ptarget'), PROJECT.replace('≥3000人', '≥3001人'));
        check('--cache', 'cache');
        expect(statSync(cache).mtimeMs).toBeGreaterThan(1000);
    });

    it.skipIf(process.platform === 'win32')('stays a link where it is one', () => {
        mkdirSync(join(folder, 'elsewhere'));
        check('--cache', 'elsewhere/cache');
        symlinkSync('elsewhere/cache', cache);
        rmSync(join(folder, 'plans', 'e.ptarget'));
        writeFileSync(join(folder, 'plans', 'c.ptarget'), DEPARTMENT.replace('甲区', '乙区'));
        const before = readFileSync(join(folder, 'elsewhere', 'cache'));
        check('--cache', 'cache');
        expect(readFileSync(join(folder, 'elsewhere', 'cache')).equals(before)).toBe(false);
    });

    it('is not that of another build of the program', () => {
        const built = join(folder, 'package');
        cpSync(dirname(CLI), join(built, 'dist', 'cli'), { recursive: true, filter: (path) => !path.endsWith('.map') });
        cpSync(join(ROOT, 'package.json'), join(built, 'package.json'));
        const run = () => spawnSync(process.execPath, [join(built, 'dist', 'cli', 'cli.js'), 'check', 'plans', '--lang', 'zh', '--cache', 'cache'], { cwd: folder, encoding: 'utf8' }).stdout;
        run();
        sayInstead(UNBALANCED_SAYS, '这里什么都能写');
        expect(run()).toContain('这里什么都能写');
        const [part] = readdirSync(join(built, 'dist', 'cli')).filter((name) => name.startsWith('chunk-'));
        writeFileSync(join(built, 'dist', 'cli', part!), '\n', { flag: 'a' });
        expect(run()).toContain(UNBALANCED_SAYS);
    });
});

describe('a file for --cache', () => {
    const usage = '用法见 ptarget --help\n';

    it.each(['', 'new.ptarget', 'plans/a.ptarget'])('cannot be called %j', (name) => {
        expect(check('--cache', name)).toEqual({ code: 2, out: '', errors: `--cache 后面要写存放检查结果的文件，不能是“${name}”\n${usage}` });
        expect(check('--cache', name, '--lang', 'en').errors).toContain(`--cache takes a file to keep results in, not “${name}”\n`);
        expect(existsSync(join(folder, 'new.ptarget'))).toBe(false);
    });

    it.each(['', 'ptarget', '预算说明', `${MARK.slice(0, -1)}!`])('that holds %j is somebody else’s, and stays as it is', (content) => {
        writeFileSync(cache, content);
        expect(check('--cache', 'cache')).toEqual({ code: 2, out: '', errors: 'cache 不是 --cache 写的文件，没有改动；请换一个文件名\n' });
        expect(check('--cache', 'cache', '--lang', 'en')).toEqual({ code: 2, out: '', errors: 'cache is no file of --cache and stays as it is; choose another name\n' });
        expect(readFileSync(cache, 'utf8')).toBe(content);
    });

    it('is no folder', () => {
        expect(check('--cache', 'plans')).toEqual({ code: 2, out: '', errors: 'plans 不是 --cache 写的文件，没有改动；请换一个文件名\n' });
    });

    it('that is damaged is replaced without a word', () => {
        const without = check();
        check('--cache', 'cache');
        const whole = readFileSync(cache);
        writeFileSync(cache, whole.subarray(0, whole.length / 2));
        expect(check('--cache', 'cache')).toEqual(without);
        expect(readFileSync(cache).equals(whole)).toBe(true);
    });

    it('that cannot be written costs a note', () => {
        const without = check();
        expect(check('--cache', 'nowhere/cache')).toEqual({ ...without, errors: `无法写入 nowhere/cache：没有这个文件或文件夹\n${without.errors}` });
        expect(check('--cache', 'nowhere/cache', '--lang', 'en').errors).toContain('cannot write nowhere/cache: no such file or folder\n');
    });
});
