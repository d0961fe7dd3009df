import { readFileSync } from 'node:fs';
import { formsFor, planOfFile } from '../../language-server/index.js';
import { Panels } from '../../language-server/preview/panels.js';
import { printFile } from '../../language-server/preview/printed-file.js';
import { Session } from '../../language-server/session.js';
import { Workspace } from '../../language-server/workspace/workspace.js';

// Run by `npm run soak` with --expose-gc: how the heap grows over edits and previews.

const URI = 'file:///a.ptarget';
const EDITS = 10_000;
const PREVIEWS = 500;
const workspace = new Workspace();
workspace.open(URI, readFileSync('examples/baiyun-2023.ptarget', 'utf8'), 1);
const panels = new Panels(new Session(undefined as never, workspace));
const line = workspace.document(URI)!.text.split('\n').findIndex((text) => text.includes('每月考评达标率'));

function work(edits: number, previews: number): void {
    for (let edit = 0; edit < edits; edit++) {
        const start = { line, character: 30 };
        const typing = edit % 2 === 0;
        workspace.update(URI, [{ range: { start, end: typing ? start : { line, character: 31 } }, text: typing ? '甲乙丙丁'[edit % 4]! : '' }], edit);
        workspace.problemsOf(URI);
        workspace.takeAffected();
        if (edit % Math.floor(edits / previews) !== 0) continue;
        const [form] = formsFor(planOfFile(workspace, URI)!).available;
        panels.update(printFile(workspace, URI, form)!, { uri: URI, panel: 'p', form });
    }
}

function heap(): number {
    (globalThis as unknown as { gc: () => void }).gc();
    return process.memoryUsage().heapUsed;
}

// What is kept for the next time is there after as much work again; until then the engine still compiles what runs often.
work(EDITS, PREVIEWS);
const before = heap();
work(EDITS, PREVIEWS);
const growth = heap() / before - 1;
console.log(JSON.stringify({ edits: EDITS, previews: PREVIEWS, heapMb: Math.round(before / 1e5) / 10, growthPercent: Math.round(growth * 1000) / 10 }));
process.exit(growth > 0.1 ? 1 : 0);
