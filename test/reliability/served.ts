import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';
import { rangeOf } from '../../language-server/domain/origin.js';
import { formsFor, planOfFile, tablesOf } from '../../language-server/index.js';
import { Workspace } from '../../language-server/workspace/workspace.js';

export const URI = 'file:///a.ptarget';

/** A rule that throws is caught and said on the console; here it is a failure. */
let complaints: MockInstance;
beforeEach(() => {
    complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
    expect(complaints.mock.calls).toEqual([]);
    vi.restoreAllMocks();
});

/** Everything that is made of a text without anybody's asking. */
export function expectServed(text: string): void {
    const workspace = new Workspace();
    expect(workspace.open(URI, text).text).toBe(text);
    expectChecked(workspace, text);
    const plan = planOfFile(workspace, URI)!;
    for (const form of formsFor(plan).available) tablesOf(form, plan);
    complain();
}

/** The problems of a text that is open under `URI`: each says something about a place that there is. */
export function expectChecked(workspace: Workspace, text: string): void {
    workspace.takeAffected();
    // The end of a range may lie between the two characters of a line end, which editors take for the end of the line.
    const lines = text.split(/\n|\r(?!\n)/);
    for (const { rule, origin, message } of workspace.problemsOf(URI)) {
        const { start, end } = rangeOf(origin);
        const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
        if (message.zh === '' || !isForward || end.character > lines[end.line]!.length) throw new Error(`${rule} at ${JSON.stringify({ start, end })}: ${message.zh}`);
    }
    complain();
}

function complain(): void {
    if (complaints.mock.calls.length > 0) throw new Error(String(complaints.mock.calls[0]![1]));
}
