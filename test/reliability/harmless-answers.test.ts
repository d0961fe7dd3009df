import type { ClientCapabilities, CodeLens, CompletionList } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { unmarked } from '../../language-server/features/wording/markdown.js';
import { COMMANDS, SUGGEST_AGAIN } from '../../language-server/protocol.js';
import { requestsFor } from '../server/every-request.js';
import { startServerHere } from '../server/server-here.js';
import { fileWith, quoted, VECTORS } from './payloads.js';

const URI = 'file:///a.ptarget';

/** As VS Code, which shows Markdown. */
const CAPABILITIES: ClientCapabilities = {
    workspace: { workspaceEdit: { documentChanges: true } },
    textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, definition: { linkSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, resolveSupport: { properties: ['edit'] } },
    },
    experimental: { commands: { commands: [SUGGEST_AGAIN] } },
};

/** A payload also as the name and the definitions of a taxonomy and a library, which completion and hover tell. */
function textWith(payload: string): string {
    const text = quoted(payload);
    const own = `指标体系 ${text} {\n    产出指标 ${text} {\n        数量指标 ${text}\n    }\n}\n指标库 ${text} {\n    产出指标 {\n        数量指标 ${text} ≥9次\n    }\n}\n`;
    const unfinished = `项目 "未完" 属于 ${text} {\n    \n    绩效指标 {\n        \n        产出指标 {\n            \n            数量指标 \n        }\n    }\n}\n`;
    return own + unfinished + fileWith(payload).replace('年度 2024', `年度 2024\n    指标体系 ${text}`).replaceAll('; ', '\n');
}

/** Everything that an editor would show as markup, run or open when asked to. */
interface Powers {
    readonly markdown: string[];
    readonly commands: { command: string; arguments?: unknown[] }[];
    readonly targets: string[];
    readonly trusting: string[];
}

function powersIn(answer: unknown, powers: Powers): void {
    if (Array.isArray(answer)) for (const part of answer) powersIn(part, powers);
    else if (typeof answer === 'object' && answer !== null) {
        const { kind, value, command } = answer as Record<string, unknown>;
        if (kind === 'markdown') powers.markdown.push(String(value));
        if (typeof command === 'string') powers.commands.push(answer as Powers['commands'][number]);
        for (const [key, part] of Object.entries(answer)) {
            if (['uri', 'targetUri', 'target', 'href'].includes(key) && typeof part === 'string') powers.targets.push(part);
            if (['isTrusted', 'supportHtml', 'supportThemeIcons', 'baseUri'].includes(key)) powers.trusting.push(key);
            powersIn(part, powers);
        }
    }
}

/** What of a Markdown text is not a character that stands for itself: links, pictures, tags, addresses, icons. */
const MARKUP = /\]\(|\]\[|!\[|<|https?:|\bcommand:|javascript:|\$\(|^\s*\|/m;
const isMarkup = (markdown: string) => MARKUP.test(markdown.replace(/\\./g, '').replaceAll('&lt;', ''));

const EVERYWHERE = /hover|completion|definition|codeAction|prepareRename/;

const OURS: readonly string[] = [...Object.values(COMMANDS), SUGGEST_AGAIN, ''];

describe('whatever is written in a file', () => {
    it('no answer of the server has it shown as markup, run, or lead elsewhere', async () => {
        const powers: Powers = { markdown: [], commands: [], targets: [], trusting: [] };
        let proposed = 0;
        const { client } = await startServerHere(URI, '', CAPABILITIES);
        for (const [version, vector] of VECTORS.entries()) {
            const text = textWith(vector);
            await client.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: version + 2 }, contentChanges: [{ text }] });
            const asked = new Set<string>();
            const ask = async (line: number, character: number, wanted: RegExp) => {
                for (const [method, params] of requestsFor(URI, line, character)) {
                    if (!wanted.test(method)) continue;
                    const answer = await client.sendRequest(method, params).catch(() => null);
                    asked.add(method);
                    if (method === 'textDocument/completion') proposed += (answer as CompletionList).items.length;
                    // Pages are looked at in Chromium (security.test.ts).
                    if (!/preview|export/.test(method)) powersIn(answer, powers);
                    if (method === 'textDocument/codeLens') for (const lens of answer as CodeLens[]) powersIn(await client.sendRequest('codeLens/resolve', lens), powers);
                }
            };
            const lines = text.split('\n');
            for (const [line, content] of lines.entries()) {
                // What does not depend on the place is asked once.
                await ask(line, content.length, line === 0 ? /./ : /completion/);
                for (const { index } of content.matchAll(/(?<= )["“]|(?<=^ *)[^ ]/g)) await ask(line, index + 1, /指标体系|属于/.test(content) ? EVERYWHERE : /hover|definition|codeAction|prepareRename/);
            }
            expect(asked.size).toBeGreaterThan(20);
        }
        client.dispose();
        expect(powers.markdown.filter(isMarkup)).toEqual([]);
        expect(powers.trusting).toEqual([]);
        expect(powers.commands.filter(({ command }) => !OURS.includes(command))).toEqual([]);
        expect(powers.commands.flatMap((run) => run.arguments?.[0] ?? URI).filter((uri) => uri !== URI)).toEqual([]);
        // VS Code makes links of addresses in every text by itself.
        const elsewhere = powers.targets.filter((target) => target !== URI && !target.startsWith('ptarget-builtin:') && !target.startsWith('http://away.test/x'));
        expect(elsewhere).toEqual([]);
        // All of it was there to be shown.
        const shown = powers.markdown.map(unmarked).join('\n');
        for (const vector of VECTORS) expect(shown, vector).toContain(vector.trim());
        expect(proposed).toBeGreaterThan(1_000);
        expect(powers.commands.length).toBeGreaterThan(VECTORS.length);
    });

    it('markup is seen where it is', () => {
        for (const vector of ['[x](command:ptarget.goTo)', '![x](http://away.test/x)', '<img src=x>', 'see http://away.test', '$(sync~spin)']) expect(isMarkup(vector), vector).toBe(true);
    });
});
