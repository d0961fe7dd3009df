import { readdirSync } from 'node:fs';
import { it } from 'vitest';
import { lineOf, linesOf, openAll, readFixture } from './fixture.js';
it('x', { timeout: 60000 }, () => {
    for (const name of readdirSync('test/rules/fixtures')) {
        const fx = readFixture(`test/rules/fixtures/${name}`, name);
        const w = openAll(fx.files);
        for (const { uri, expected, text } of fx.files) {
            const want = expected.map((e) => lineOf(e.rule, e.range));
            const problems = w.problemsOf(uri);
            for (const p of problems) { const l = linesOf([p])[0]!; if (!want.includes(l)) console.log(`${name} UNEXPECTED ${l} ${p.message.zh}`); }
            const got = linesOf(problems);
            for (const l of want) if (!got.includes(l)) console.log(`${name} NOT FOUND ${l} :: ${text.split('\n')[Number(/ (\d+):/.exec(l)![1]) - 1]!.trim().slice(0, 80)}`);
        }
    }
});
