import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.js';
import { ptarget, ROOT, scratchFolder } from './ptarget.js';

const MESSY = '项目  "甲"  {\n资金 {\n财政拨款 1.00\n总计 1.00\n}\n}\n';
const NEAT = '项目 "甲" {\n    资金 {\n        财政拨款  1.00\n        总计      1.00\n    }\n}\n';

const folder = scratchFolder();
let count = 0;

/** A folder of its own with files of these contents. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
    const cwd = join(folder, String(count++));
    mkdirSync(cwd);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
    return cwd;
}

const read = (cwd: string, name: string) => readFileSync(join(cwd, name), 'utf8');

describe('ptarget format', () => {
    it('rewrites the files that need it and names them', () => {
        const cwd = folderWith({ 'a.ptarget': MESSY, 'b.ptarget': NEAT });
        expect(ptarget(['format', '.'], { cwd })).toEqual({ code: 0, out: 'a.ptarget\n', errors: '2 个文件中整理了 1 个\n' });
        expect([read(cwd, 'a.ptarget'), read(cwd, 'b.ptarget')]).toEqual([NEAT, NEAT]);
        expect(ptarget(['format', '.', '--lang', 'en'], { cwd })).toEqual({ code: 0, out: '', errors: '0 of 2 files changed\n' });
    });

    it('--check only lists them', () => {
        const cwd = folderWith({ 'a.ptarget': MESSY, 'b.ptarget': NEAT });
        expect(ptarget(['format', '--check', '.'], { cwd })).toEqual({ code: 1, out: 'a.ptarget\n', errors: '2 个文件中有 1 个需要整理\n' });
        expect(read(cwd, 'a.ptarget')).toBe(MESSY);
        expect(ptarget(['format', '--check', 'b.ptarget'], { cwd }).code).toBe(0);
    });

    it('finds nothing to do in the examples', () => {
        expect(ptarget(['format', '--check', 'examples'], { cwd: ROOT })).toMatchObject({ code: 0, out: '' });
    });

    it('keeps line ends, a byte order mark and the rights of a file', () => {
        const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
        const cwd = folderWith({ 'a.ptarget': windows(MESSY) });
        chmodSync(join(cwd, 'a.ptarget'), 0o640);
        expect(ptarget(['format', 'a.ptarget'], { cwd }).code).toBe(0);
        expect(read(cwd, 'a.ptarget')).toBe(windows(NEAT));
        expect(statSync(join(cwd, 'a.ptarget')).mode & 0o777).toBe(0o640);
    });

    it('leaves a file in another encoding as it is, and goes on', () => {
        const gb18030 = encodeGb18030(MESSY);
        const cwd = folderWith({ 'a.ptarget': gb18030, 'b.ptarget': MESSY });
        expect(ptarget(['format', '.'], { cwd })).toEqual({
            code: 2, out: 'b.ptarget\n', errors: 'a.ptarget：编码是 GB18030，未整理；请先用编辑器另存为 UTF-8\n2 个文件中整理了 1 个\n',
        });
        expect(new Uint8Array(readFileSync(join(cwd, 'a.ptarget')))).toEqual(gb18030);
        expect(read(cwd, 'b.ptarget')).toBe(NEAT);
    });

    it('says which declarations it left alone, and lays out the others', () => {
        const cwd = folderWith({ 'a.ptarget': `${MESSY}项目 "乙"  {\n年度   2024\n` });
        expect(ptarget(['format', 'a.ptarget'], { cwd })).toEqual({
            code: 0, out: 'a.ptarget\n', errors: 'a.ptarget:7：有没有结束的引号、注释或没有配对的括号，未整理\n1 个文件中整理了 1 个\n',
        });
        expect(read(cwd, 'a.ptarget')).toBe(`${NEAT}项目 "乙"  {\n年度   2024\n`);
    });

    it('refuses what is not there', () => {
        const cwd = folderWith({});
        expect(ptarget(['format', 'none.ptarget'], { cwd }).code).toBe(2);
        expect(ptarget(['format', '.'], { cwd })).toEqual({ code: 2, out: '', errors: '. 下没有 .ptarget 文件\n' });
        expect(ptarget(['format'], { cwd })).toMatchObject({ code: 2, errors: '缺少参数 PATH\n用法见 ptarget --help\n' });
    });
});
