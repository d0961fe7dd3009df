import fc from 'fast-check';
import type * as vscode from 'vscode';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readKeptState } from '../../extension/preview/messages.js';
import { PreviewPanel } from '../../extension/preview/preview-panel.js';
import type { ServerLink } from '../../extension/client/server-link.js';
import { PAYLOADS } from '../reliability/payloads.js';
import { patience, RUNS } from '../reliability/runs.js';
import { effects, Uri } from './vscode-stub.js';

vi.mock('vscode', () => import('./vscode-stub.js'));

const SHOWN = 'file:///plans/shown.ptarget';

/** A preview of a file; what the page says to it comes as if from VS Code. */
function shownPreview(): { hear: (message: unknown) => void; preview: PreviewPanel } {
    let hear: (message: unknown) => void = () => undefined;
    const webview = {
        cspSource: 'https://page.test', asWebviewUri: (uri: unknown) => uri, postMessage: async () => true,
        onDidReceiveMessage: (listener: (message: unknown) => void) => void (hear = listener),
    };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const answers: Record<string, unknown> = { 'ptarget/sourceOfCell': range };
    const server = {
        ask: async ({ method }: { method: string }, params: { uri: string }) => {
            effects.push(`ask ${method} ${params.uri}`);
            return answers[method] ?? null;
        },
        tell: () => undefined, uriOf: String, rangeOf: () => range,
    } as unknown as ServerLink;
    const panel = { webview, visible: true } as unknown as vscode.WebviewPanel;
    return { preview: new PreviewPanel(panel, Uri.parse('file:///extension') as unknown as vscode.Uri, server, Uri.parse(SHOWN) as unknown as vscode.Uri, { form: 'project', locked: false }), hear };
}

/** Everything that a page may ever bring about, whatever it says. */
const ALLOWED = new Set([
    ...['open', 'show', 'ask ptarget/preview', 'ask ptarget/sourceOfCell', 'ask ptarget/cellOfSource'].map((effect) => `${effect} ${SHOWN}`),
    'run editor.action.quickFix', `run ptarget.exportTable ${SHOWN} `, `run ptarget.printTable ${SHOWN} `,
]);

const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => void effects.splice(0));

async function broughtAbout(message: unknown): Promise<string[]> {
    const { hear, preview } = shownPreview();
    hear(message);
    await settled();
    preview.dispose();
    return effects.splice(0);
}

const CELL = { table: 0, row: 3, cell: 2 };
const HEARD: readonly (readonly [message: { readonly type: string } & Record<string, unknown>, effect: string])[] = [
    [{ type: 'ready' }, `ask ptarget/preview ${SHOWN}`],
    [{ type: 'choose', form: 'department' }, `ask ptarget/preview ${SHOWN}`],
    [{ type: 'goTo', cell: CELL, problem: 0 }, ''],
    [{ type: 'fix', cell: CELL, problem: 0 }, ''],
    [{ type: 'scrolled', cell: CELL }, ''],
    [{ type: 'export' }, `run ptarget.exportTable ${SHOWN} `],
    [{ type: 'print' }, `run ptarget.printTable ${SHOWN} `],
    [{ type: 'leave' }, `show ${SHOWN}`],
    [{ type: 'goToBroken' }, `show ${SHOWN}`],
];
const NAMES = ['type', 'form', 'cell', 'problem', 'uri', 'command', 'arguments', 'table', 'row', 'part', '__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON'];
const text = fc.oneof(fc.constantFrom(...PAYLOADS, ...NAMES, 'file:///etc/passwd', 'command:workbench.action.quit', 'ptarget.goTo', 'x'.repeat(1_000_000)), fc.string({ unit: 'binary' }));

/** What a page that is no longer ours may post: a structured clone of anything, most of it nearly as it should be. */
const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, key: fc.constantFrom(...NAMES), values: [text, fc.double(), fc.boolean(), fc.constant(null)] }),
    fc.record({ type: fc.oneof(fc.constantFrom(...HEARD.map(([{ type }]) => type)), text), cell: fc.anything({ key: fc.constantFrom('table', 'row', 'cell', 'part') }), form: text, problem: fc.double(), uri: text, command: text }, { requiredKeys: ['type'] }),
    fc.jsonValue({ depthSize: 'large' }).map((value) => JSON.parse(`{"__proto__":${JSON.stringify(value)},"type":${JSON.stringify(value)}}`) as unknown),
    fc.nat(5_000).map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ type: inner, cell: inner }), 'goTo')),
);

describe('a page that says what it likes', () => {
    it('brings nothing about but what its buttons do, with the file that it shows', async () => {
        const page = shownPreview();
        let heard = 0;
        await fc.assert(fc.asyncProperty(anything, async (message) => {
            page.hear(message);
            if (++heard % 100 === 0) await settled();
            const others = effects.splice(0).filter((effect) => !ALLOWED.has(effect));
            expect(others).toEqual([]);
        }), { numRuns: 100_000 * RUNS });
        await settled();
        expect(effects.filter((effect) => !ALLOWED.has(effect))).toEqual([]);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
        expect(page.preview.uri.toString()).toBe(SHOWN);
        page.preview.dispose();
    }, patience(120_000));

    // So that the test above can fail.
    it.each(HEARD.filter(([, effect]) => effect !== ''))('brings about what its buttons do: %j', async (message, effect) => {
        expect(await broughtAbout(message)).toContain(effect);
    });

    const WRONG: Record<string, readonly unknown[]> = {
        type: [undefined, null, 1, ['ready'], { toString: () => 'ready' }, 'READY', ' ready', 'ready\0', '__proto__', 'constructor', 'hasOwnProperty'],
        form: [undefined, null, 1, '__proto__', 'constructor', 'toString', ['department'], 'Department', '../department', 'x'.repeat(1_000_000)],
        cell: [undefined, null, 1, 'cell', [], [0, 3, 2], { table: 0, row: 3 }, { ...CELL, row: -1 }, { ...CELL, row: 1.5 }, { ...CELL, row: NaN }, { ...CELL, row: 2 ** 53 }, { ...CELL, table: '0' }, { ...CELL, part: {} }, { ...CELL, part: '__proto__' }],
        problem: [null, -1, 0.5, NaN, Infinity, '0', [0], {}],
    };

    it('brings nothing at all about where one thing in its message is wrong', async () => {
        for (const [message] of HEARD) {
            for (const [field, values] of Object.entries(WRONG)) {
                if (!(field in message)) continue;
                for (const value of values) expect(await broughtAbout({ ...message, [field]: value }), `${message.type}: ${field} ${String(JSON.stringify(value)).slice(0, 50)}`).toEqual([]);
            }
        }
    });

    it('is heard no differently for what it says beside that', async () => {
        const beside = JSON.parse('{"uri":"file:///etc/passwd","command":"workbench.action.quit","arguments":[1],"__proto__":{"uri":"file:///etc/passwd","form":"core"},"constructor":{"prototype":{"polluted":1}}}') as object;
        for (const [message] of HEARD) expect(await broughtAbout(Object.assign(Object.create(beside) as object, beside, message)), message.type).toEqual(await broughtAbout(message));
    });
});

describe('what a page has kept', () => {
    it.each(['file:///etc/passwd', 'command:workbench.action.quit', 'https://away.test/x', 'vscode://x/y.exe', 'file:///a.ptarget/../../etc/passwd', 'javascript:alert(1)', '', 'x'.repeat(100_000)])('brings back no preview of what is no file of ours: %s', (uri) => {
        expect(readKeptState({ uri, locked: true })).toBeUndefined();
    });

    it.each(['file:///a/b.ptarget', 'untitled:Untitled-1', 'vscode-vfs://github/x/y/%E7%94%B2.ptarget', 'file:///a.ptarget?x'])('brings back %s', (uri) => {
        expect(readKeptState({ uri, locked: false })?.uri).toBe(uri);
    });
});
