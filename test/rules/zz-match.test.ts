import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { Workspace } from '../../language-server/index.js';
import { innerText } from '../../language-server/domain/inner-text.js';
import { figuresIn } from '../../language-server/domain/prose-figures.js';
import { MeasuresByName } from '../../language-server/domain/measures-by-name.js';
import { indicatorsOf } from '../../language-server/domain/plan.js';
import { printValue } from '../../language-server/domain/value.js';
it('matches', () => {
    for (const f of ['nansha-2024', 'baiyun-2023']) {
        const w = new Workspace();
        const uri = `file:///${f}.ptarget`;
        w.open(uri, readFileSync(`examples/${f}.ptarget`, 'utf8'));
        for (const b of w.document(uri)!.blocks) for (const d of b.declarations) {
            if (d.kind !== 'department' && d.kind !== 'project') continue;
            const m = new MeasuresByName([...indicatorsOf(d.indicators?.groups)].map((x) => x.indicator));
            for (const t of [d.goal, ...(d.kind === 'department' ? d.tasks.map((x) => x.target) : [])]) {
                if (!t) continue;
                for (const fig of figuresIn(innerText(t).text)) {
                    const got = m.matches(fig).map((x) => `${x.indicator.name.value} ${printValue(x.indicator.cycle!.value)} (${x.likeness.toFixed(2)})`);
                    console.log(`${innerText(t).text.slice(fig.start, fig.end)} | ${fig.before} | ${fig.behind} => ${got.join(' ; ')}`);
                }
            }
        }
    }
});
