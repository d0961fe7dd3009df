import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SAID = /\bt\(\s*'((?:[^'\\]|\\.)*)'/g;

function saidIn(folder: string): string[] {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(SAID)].map((match) => match[1]!.replace(/\\(.)/g, '$1')));
}

it('everything that the extension says is said in Chinese too, with the same gaps to fill in', () => {
    const chinese = JSON.parse(readFileSync(join(ROOT, 'l10n/bundle.l10n.zh-cn.json'), 'utf8')) as Record<string, string>;
    expect(Object.keys(chinese).sort()).toEqual([...new Set(saidIn('extension'))].sort());
    const gaps = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    for (const [english, translated] of Object.entries(chinese)) expect(gaps(translated), english).toEqual(gaps(english));
});

it('every command in the manifest is there', () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { contributes: { commands: { command: string }[] } };
    const ids = readdirSync(join(ROOT, 'extension/commands')).flatMap((name) => [...readFileSync(join(ROOT, 'extension/commands', name), 'utf8').matchAll(/id: '([\w.]+)'/g)].map(([, id]) => id));
    // Others are only called by links of ours.
    expect(ids).toEqual(expect.arrayContaining(contributes.commands.map(({ command }) => command)));
});
