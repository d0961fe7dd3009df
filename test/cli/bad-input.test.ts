import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.js';
import { CLI, findingsIn, ptarget, scratchFolder } from './ptarget.js';
import { DEPARTMENT, UNBALANCED } from './sample-files.js';

const folder = scratchFolder();
const MEGABYTE = 1024 * 1024;
const NOBODY = 65534;

function write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return name;
}

function check(...args: string[]) {
    return ptarget(['check', ...args], { cwd: folder });
}

describe('text that says little', () => {
    it('an empty file', () => {
        expect(check(write('empty.ptarget', ''))).toEqual({ code: 0, out: '1 个文件，没有发现问题\n', errors: 'empty.ptarget：空文件，没有可检查的内容\n' });
    });

    it('only comments', () => {
        expect(check(write('comment.ptarget', '// 待写\n')).errors).toBe('comment.ptarget：只有注释，没有部门或项目\n');
    });

    it('a text in another language', () => {
        const { code, out, errors } = check(write('program.ptarget', 'export function add(a, b) {\n    return a + b;\n}\n'.repeat(50)));
        expect(code).toBe(1);
        expect(errors).toBe('program.ptarget：没有找到部门或项目，看来不是 .ptarget 文本\n');
        expect(out).toContain('另有');
        expect(out.split('\n').length).toBeLessThan(15);
    });

    it('an unclosed brace', () => {
        const { code, out, errors } = check(write('unclosed.ptarget', '部门 "甲局" {\n    年度 2024\n'));
        expect(code).toBe(1);
        expect(out).toMatch(/^unclosed\.ptarget\n {2}1:\d+ +错误 +大括号没有配对/);
        expect(errors).toBe('');
    });
});

describe('encodings', () => {
    it.each([
        ['GB18030', encodeGb18030(UNBALANCED)],
        ['UTF-16LE', Buffer.from(`\uFEFF${UNBALANCED}`, 'utf16le')],
        ['UTF-16BE', Buffer.from(`\uFEFF${UNBALANCED}`, 'utf16le').swap16()],
    ])('%s is read, with a word of advice', (name, bytes) => {
        const outcome = check(write('encoded.ptarget', Uint8Array.from(bytes)), '--format', 'json');
        expect(outcome.errors).toBe(`encoded.ptarget：按 ${name} 编码读取；请另存为 UTF-8，否则编辑器中会显示乱码\n`);
        expect(findingsIn(outcome)).toMatchObject([{ code: 'budget-unbalanced', range: { start: { line: 2, character: 4 } } }]);
    });

    it('a byte order mark of UTF-8 moves nothing', () => {
        const outcome = check(write('bom.ptarget', `\uFEFF${UNBALANCED.slice(UNBALANCED.indexOf('部门预算支出'))}`), '--format', 'json');
        expect(outcome.errors).not.toContain('编码');
        expect(findingsIn(outcome)[0]!.range.start).toEqual({ line: 0, character: 0 });
    });
});

describe('what cannot be read ends with 2, and the rest is checked', () => {
    const broken = (name: string) => {
        const outcome = check(name, write('beside.ptarget', UNBALANCED), '--format', 'json');
        expect(outcome.code).toBe(2);
        expect(findingsIn(outcome).map(({ file, code }) => `${file} ${code}`)).toEqual(['beside.ptarget budget-unbalanced']);
        return outcome.errors;
    };

    it('a binary file', () => {
        expect(broken(write('binary.ptarget', Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 31 + index * 7) & 255)))).toMatch(/^binary\.ptarget：第 1 行/);
    });

    it('an Excel file under another name', () => {
        expect(broken(write('book.ptarget', 'PK\u0003\u0004'))).toBe('book.ptarget：不是 .ptarget 文本，而是 zip（Excel、Word 或压缩文件）\n');
    });

    it('a file one byte too large', () => {
        expect(broken(write('large.ptarget', new Uint8Array(5 * MEGABYTE + 1).fill(0x20)))).toBe('large.ptarget：文件有 5.1 MB，超过 5 MB 的上限，没有读取；请拆成几个文件\n');
    });

    it('a path that leads nowhere', () => {
        expect(broken('nowhere')).toBe('nowhere：没有这个文件或文件夹\n');
        expect(broken('beside.ptarget/inner')).toBe('beside.ptarget/inner：路径中有一段不是文件夹\n');
    });

    it.skipIf(process.platform === 'win32')('a link that leads nowhere, or to itself', () => {
        symlinkSync('gone.ptarget', join(folder, 'dangling.ptarget'));
        symlinkSync('circle.ptarget', join(folder, 'circle.ptarget'));
        expect(broken('dangling.ptarget')).toBe('dangling.ptarget：符号链接指向的文件不存在\n');
        expect(broken('circle.ptarget')).toBe('circle.ptarget：符号链接指向自身，形成循环\n');
    });

    it.skipIf(process.platform === 'win32')('what is neither file nor folder', () => {
        expect(broken('/dev/null')).toBe('/dev/null：不是普通文件\n');
    });

    // Permissions do not bind the superuser, so the command runs as somebody else then.
    const isSuperuser = process.getuid?.() === 0;
    const uid = isSuperuser ? NOBODY : undefined;
    const canBeAnother = !isSuperuser || spawnSync(process.execPath, [CLI, '--version'], { uid, gid: uid, cwd: '/' }).status === 0;
    it.skipIf(process.platform === 'win32' || !canBeAnother)('a file and a folder without permission', () => {
        chmodSync(folder, 0o755);
        mkdirSync(join(folder, 'kept', 'closed'), { recursive: true });
        write('kept/open.ptarget', UNBALANCED);
        write('kept/secret.ptarget', UNBALANCED);
        chmodSync(join(folder, 'kept', 'secret.ptarget'), 0);
        chmodSync(join(folder, 'kept', 'closed'), 0);
        const outcome = ptarget(['check', 'kept', '--format', 'json'], { cwd: folder, uid });
        expect(outcome.code).toBe(2);
        expect(outcome.errors).toBe('kept/closed：没有权限\nkept/secret.ptarget：没有权限\n');
        expect(findingsIn(outcome)).toMatchObject([{ file: 'kept/open.ptarget' }]);
        chmodSync(join(folder, 'kept', 'closed'), 0o755);
    });
});

describe('folders', () => {
    it('without files', () => {
        mkdirSync(join(folder, 'none'));
        expect(check('none')).toEqual({ code: 2, out: '', errors: 'none 下没有 .ptarget 文件\n' });
        expect(check('none', '--format', 'json')).toMatchObject({ code: 2, out: '[]\n' });
    });

    it.skipIf(process.platform === 'win32')('that links turn into circles, and files with several names', () => {
        mkdirSync(join(folder, 'circles', 'inner'), { recursive: true });
        write('circles/z.ptarget', UNBALANCED);
        symlinkSync('..', join(folder, 'circles', 'inner', 'up'));
        symlinkSync('z.ptarget', join(folder, 'circles', 'a.ptarget'));
        expect(findingsIn(check('circles', 'circles/inner/up', '--format', 'json')).map(({ file }) => file)).toEqual(['circles/z.ptarget']);
    });
});

it('reads a file of just under five megabytes in full', { timeout: 60_000 }, () => {
    const goal = '办好区内学校。'.repeat(5 * 1024);
    const count = Math.floor((5 * MEGABYTE) / (Buffer.byteLength(DEPARTMENT + goal) + 8));
    const departments = Array.from({ length: count }, (_, index) => DEPARTMENT.replace('甲区', `甲区${index}`).replace('办好区内学校。', goal));
    const outcome = check(write('five.ptarget', [...departments, UNBALANCED].join('')), '--format', 'json');
    expect(outcome.errors).toBe('');
    expect(findingsIn(outcome).at(-1)).toMatchObject({ code: 'budget-unbalanced' });
});
