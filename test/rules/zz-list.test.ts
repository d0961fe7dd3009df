import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { rangeOf, Workspace } from '../../language-server/index.js';
it('lists', () => {
    let out = '';
    for (const f of ['nansha-2024', 'baiyun-2023']) {
        const w = new Workspace();
        const text = readFileSync(`examples/${f}.ptarget`, 'utf8');
        const uri = `file:///${f}.ptarget`;
        w.open(uri, text);
        const lines = text.split('\n');
        for (const p of w.problemsOf(uri)) {
            const r = rangeOf(p.origin);
            const t = r.start.line === r.end.line ? lines[r.start.line]!.slice(r.start.character, r.end.character) : lines[r.start.line]!.slice(r.start.character) + '…';
            out += `${p.severity[0]!.toUpperCase()} ${f.slice(0, 2)}:${r.start.line + 1} ${p.rule} [${t.slice(0, 40)}] ${p.message.zh} ${(p.fixes?.() ?? []).map((x) => `{${x.title.zh}${x.preferred ? '*' : ''}${x.safe ? '!' : ''}}`).join('')}\n`;
        }
    }
    writeFileSync('/tmp/try/list.txt', out);
});
