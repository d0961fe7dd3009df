import { Workspace, type Form } from '../language-server/index.js';
import { Panels } from '../language-server/preview/panels.js';
import { printFile } from '../language-server/preview/printed-file.js';
import type { Session } from '../language-server/session.js';
import { planText } from './corpus.js';
import type { Results } from './results.js';
import { Series } from './statistics.js';

const URI = 'file:///bench/plan.ptarget';
/** The one with few and long cells, and the one with most cells: a table for each project. */
export const MEASURED_FORMS: readonly Form[] = ['projects', 'project'];
const WARM_UP = 20;
const KEYS = 100;

/** What a key costs the server until the problems are known, and then until the panel's update is ready to be sent. */
export function measurePreview(projects: number, results: Results): void {
    for (const form of MEASURED_FORMS) {
        const { first, problems, update } = measure(projects, form);
        results.add('previewFirst', form, projects, first);
        results.add('previewProblems', form, projects, problems);
        results.add('previewUpdate', form, projects, update);
    }
}

function measure(projects: number, form: Form): { first: number; problems: Series; update: Series } {
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
    const result = { first: performance.now() - begun, problems: new Series(), update: new Series() };
    for (let key = 0; key < KEYS + WARM_UP; key++) {
        const from = performance.now();
        workspace.update(URI, [{ range: { start: place, end: place }, text: '数' }], key);
        workspace.problemsOf(URI);
        const known = performance.now();
        shown = panels.update(printFile(workspace, URI, form)!, { uri: URI, panel: 'bench', form, base: shown.revision });
        const ready = performance.now();
        if (key < WARM_UP) continue;
        result.problems.add(known - from);
        result.update.add(ready - known);
    }
    return result;
}
