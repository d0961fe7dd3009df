import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RENDERERS } from '../../language-server/index.js';
import { ptarget, ROOT, scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT } from './sample-files.js';

const folder = scratchFolder();
writeFileSync(join(folder, 'plan.ptarget'), DEPARTMENT + PROJECT);
mkdirSync(join(folder, 'apart'));
writeFileSync(join(folder, 'apart', 'department.ptarget'), DEPARTMENT.replace('年度 2024', '年度 2024\n    金额单位 元'));
writeFileSync(join(folder, 'apart', 'project.ptarget'), PROJECT);

function render(...args: string[]) {
    return ptarget(['render', ...args], { cwd: folder });
}

describe('what it prints', () => {
    it('is text by default, on the first form that the file has something for', () => {
        const { code, out, errors } = render('plan.ptarget');
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
        expect(out).toContain('部门整体预算绩效目标申报表');
        expect(out).toContain('甲区教育局');
    });

    it('is the form asked for', () => {
        const { out } = render('plan.ptarget', '--form', 'projects', '--format', 'json');
        expect(JSON.parse(out)).toMatchObject({ form: 'projects', department: '甲区教育局', unit: '万元', columns: 7 });
    });

    it('follows what neighbouring files say of the department', () => {
        const { out } = render('apart/project.ptarget', '--form', 'projects', '--format', 'json');
        expect(JSON.parse(out)).toMatchObject({ unit: '元' });
    });

    it('has the cells of the published table', () => {
        const { out } = ptarget(['render', 'examples/nansha-2024.ptarget', '--format', 'json']);
        const { rows } = JSON.parse(out) as { rows: { text: string }[][] };
        const expected = JSON.parse(readFileSync(join(ROOT, 'test/fixtures/seeds/expected-nansha.json'), 'utf8')) as string[][];
        expect(rows.map((row) => row.map(({ text }) => text).filter(Boolean))).toEqual(expected);
    });

    it('comes with a remark where the text has errors', () => {
        writeFileSync(join(folder, 'broken.ptarget'), DEPARTMENT.replace('项目支出  10.00', '项目支出 ???'));
        const { code, errors } = render('broken.ptarget');
        expect(code).toBe(0);
        expect(errors).toMatch(/^broken\.ptarget：有 \d 处写法错误，表中可能缺少内容；用 ptarget check 查看\n$/);
    });
});

describe('files', () => {
    it.each(RENDERERS.map(({ extension, binary }) => [extension, binary] as const))('are written as .%s', (extension, binary) => {
        const outcome = render('plan.ptarget', '-o', `table.${extension}`);
        expect(outcome).toEqual({ code: 0, out: '', errors: `已写入 table.${extension}\n` });
        const bytes = readFileSync(join(folder, `table.${extension}`));
        expect(bytes.length).toBeGreaterThan(100);
        expect(bytes.subarray(0, 2).toString() === 'PK').toBe(binary);
    });

    it('have the format of --format before that of their name, and html where the name says nothing', () => {
        render('plan.ptarget', '-o', 'table.data', '--format', 'json');
        expect(JSON.parse(readFileSync(join(folder, 'table.data'), 'utf8'))).toBeTypeOf('object');
        render('plan.ptarget', '-o', 'table.unknown');
        expect(readFileSync(join(folder, 'table.unknown'), 'utf8')).toMatch(/^<!DOCTYPE html>/i);
    });

    it.skipIf(process.platform === 'win32')('take the place of older ones, with their permissions and through links', () => {
        writeFileSync(join(folder, 'old.txt'), 'old');
        chmodSync(join(folder, 'old.txt'), 0o640);
        symlinkSync('old.txt', join(folder, 'link.txt'));
        expect(render('plan.ptarget', '-o', 'link.txt').code).toBe(0);
        expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toContain('甲区教育局');
        expect(statSync(join(folder, 'old.txt')).mode & 0o777).toBe(0o640);
    });

    it('leave nothing else behind', () => {
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
});

describe('refusals', () => {
    const refused = (...args: string[]) => {
        const { code, out, errors } = render(...args);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        return errors;
    };

    it('to write over a folder, the source or another .ptarget file', () => {
        mkdirSync(join(folder, 'tables'));
        expect(refused('plan.ptarget', '-o', 'tables')).toBe('tables 是文件夹，请写明文件名\n');
        expect(refused('plan.ptarget', '-o', 'plan.ptarget')).toContain('-o 不能是 .ptarget 文件 plan.ptarget');
        expect(readFileSync(join(folder, 'plan.ptarget'), 'utf8')).toBe(DEPARTMENT + PROJECT);
    });

    it('to write where that is impossible', () => {
        expect(refused('plan.ptarget', '-o', 'nowhere/table.html')).toBe('无法写入 nowhere/table.html：没有这个文件或文件夹\n');
        expect(refused('plan.ptarget', '-o', 'plan.ptarget/table.html')).toBe('无法写入 plan.ptarget/table.html：路径中有一段不是文件夹\n');
    });

    it('of forms and formats that there are not', () => {
        expect(refused('plan.ptarget', '--form', 'menu')).toContain('--form 不能是“menu”，可以是 department、projects、project、core');
        expect(refused('plan.ptarget', '--format', 'pdf')).toContain('--format 不能是“pdf”，可以是 html、');
    });

    it('of a form for which the file has nothing', () => {
        writeFileSync(join(folder, 'department.ptarget'), DEPARTMENT);
        expect(refused('department.ptarget', '--form', 'projects')).toMatch(/^department\.ptarget：没有能填入 projects 表的内容，可以用 --form department/);
    });

    it('of files without anything to print', () => {
        writeFileSync(join(folder, 'empty.ptarget'), '');
        expect(refused('empty.ptarget')).toBe('empty.ptarget：没有部门或项目，无表可出\n');
        expect(refused('nowhere.ptarget')).toBe('nowhere.ptarget：没有这个文件或文件夹\n');
        expect(refused('tables')).toBe('tables：这是文件夹，不是文件\n');
    });
});
