import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMS, RENDERERS } from '../../language-server/index.js';
import { ptarget, ROOT } from './ptarget.js';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

describe('help', () => {
    it('speaks both languages', () => {
        const [chinese, english] = [ptarget(['--help']), ptarget(['--help', '--lang', 'en'])];
        expect(chinese).toMatchObject({ code: 0, errors: '' });
        expect(chinese.out).toContain('用法： ptarget [选项] [命令]');
        expect(english.out).toContain('Usage: ptarget [options] [command]');
        expect(english.out).not.toMatch(/\p{Script=Han}/u);
    });

    it('names the commands that there are', () => {
        const commands = [...ptarget(['--help']).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
        expect(commands).toEqual(['check', 'render', 'format', 'lsp', 'help']);
    });

    it('of render names all forms and formats', () => {
        const { out } = ptarget(['render', '--help']);
        for (const { format } of RENDERERS) expect(out).toContain(format);
        for (const form of FORMS) expect(out).toContain(form);
    });

    it('is shown where no command is named, which is wrong usage', () => {
        const { code, out, errors } = ptarget([]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(errors).toContain('用法：');
    });
});

it('--version', () => {
    expect(ptarget(['--version'])).toEqual({ code: 0, out: `${version}\n`, errors: '' });
});

describe('wrong usage ends with 2', () => {
    it.each([
        [['chekc'], '没有命令 chekc，是不是 check？', "unknown command 'chekc'"],
        [['check', '--formt', 'json'], '没有选项 --formt，是不是 --format？', "unknown option '--formt'"],
        [['check', '--format', 'xml'], '--format 不能是“xml”，可以是 pretty、json、sarif、github、junit', '--format cannot be “xml”'],
        [['check', '--format'], '选项 --format <FORMAT> 后面缺少内容', "option '--format <FORMAT>' argument missing"],
        [['check', '--verbose=yes'], '选项 --verbose 后面不写内容', "option '--verbose' takes no argument"],
        [['--formt', 'check'], '没有选项 --formt', "unknown option '--formt'"],
        [['check', '--max-warnings', '-1'], '--max-warnings 后面要写一个数，不能是“-1”', '--max-warnings takes a number'],
        [['check', '--lang', 'fr'], '--lang 不能是“fr”，可以是 zh、en', '--lang cannot be “fr”'],
        [['render'], '缺少参数 FILE', "missing required argument 'FILE'"],
        [['render', 'a', 'b'], '命令 render 参数太多', 'too many arguments'],
    ])('%j', (args, chinese, english) => {
        const said = ptarget(args);
        expect(said).toEqual({ code: 2, out: '', errors: `${chinese}\n用法见 ptarget --help\n` });
        if (!args.includes('--lang')) expect(ptarget([...args.slice(0, 1), '--lang=en', ...args.slice(1)]).errors).toContain(english);
    });
});
