import { Workspace, type Form } from '../language-server/index.js';
import { Panels } from '../language-server/preview/panels.js';
import { printFile } from '../language-server/preview/printed-file.js';
import type { Session } from '../language-server/session.js';
import { planText } from './corpus.js';
import { growthExponent, Series } from './statistics.js';

const URI = 'file:///bench/plan.ptarget';
const MEASURED_FORMS: readonly Form[] = ['projects', 'project'];
const WARM_UP = 20;
const KEYS = 100;

/** Prints what a key costs the server until the problems are known, and then until the panel's update is ready to be sent. */
export function benchPreview(sizes: readonly number[]): void {
    for (const form of MEASURED_FORMS) {
        const costs = sizes.map((size) => {
            const { first, problems, update, bytes } = measure(size, form);
            const ratio = (problems.median + update.median) / problems.median;
            console.log(`preview ${form.padEnd(8)} ${String(size).padStart(6)} projects: first ${first.toFixed(0)} ms, problems of a key ${problems.median.toFixed(2)} ms, `
                + `then the update ${update.median.toFixed(2)} ms p95 ${update.quantile(0.95).toFixed(2)} (together ${ratio.toFixed(1)}× the problems), ${bytes} bytes`);
            return { size, cost: update.median };
        });
        console.log(`growth of preview ${form}: ${growthExponent(costs[0]!, costs.at(-1)!).toFixed(2)}`);
    }
}

function measure(projects: number, form: Form): { first: number; problems: Series; update: Series; bytes: number } {
    const text = planText(projects);
    const lines = text.split('\n');
    const line = lines.findIndex((content, index) => index > lines.length / 2 && content.includes('数量指标'));
    const place = { line, character: lines[line]!.indexOf('"') + 3 };
    const workspace = new Workspace();
    workspace.open(URI, text);
    workspace.problemsOf(URI);
    const panels = new Panels({ workspace, language: 'zh' } as Session);
    const begun = performance.now();
    let shown = panels.update(printFile(workspace, URI, form)!, { uri: URI, panel: 'bench', form });
    const result = { first: performance.now() - begun, problems: new Series(), update: new Series(), bytes: 0 };
    for (let key = 0; key < KEYS + WARM_UP; key++) {
        const from = performance.now();
        workspace.update(URI, [{ range: { start: place, end: place }, text: '数' }], key);
        workspace.problemsOf(URI);
        const known = performance.now();
        shown = panels.update(printFile(workspace, URI, form)!, { uri: URI, panel: 'bench', form, base: shown.revision });
        const ready = performance.now();
        result.bytes = JSON.stringify(shown).length;
        if (key < WARM_UP) continue;
        result.problems.add(known - from);
        result.update.add(ready - known);
    }
    return result;
}
