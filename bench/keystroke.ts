import { planText } from './corpus.js';
import { LspClient } from './lsp-client.js';
import { Series } from './statistics.js';

const URI = 'file:///bench/plan.ptarget';
const WARM_UP = 30;
/** Nobody types faster than this. */
const BETWEEN_KEYS_MS = 20;

export interface KeystrokeResult {
    readonly openMs: number;
    readonly keystroke: Series;
    readonly completion: Series;
    readonly hover: Series;
    readonly outline: Series;
    readonly memoryMb: number;
}

/** Opens a plan of so many projects, types inside one of them in the middle, and asks what editors ask. */
export async function measureTyping(command: readonly string[], projects: number, keys: number): Promise<KeystrokeResult> {
    const text = planText(projects);
    const { client } = await LspClient.start(command);
    const openMs = await client.open(URI, 'ptarget', text);
    const lines = text.split('\n');
    const line = lines.findIndex((content, index) => index > lines.length / 2 && content.includes('数量指标'));
    const position = { line, character: lines[line]!.indexOf('"') + 3 };
    const result = { openMs, keystroke: new Series(), completion: new Series(), hover: new Series(), outline: new Series(), memoryMb: 0 };
    const document = { textDocument: { uri: URI } };
    for (let key = 0; key < keys + WARM_UP; key++) {
        const took = await client.edit(URI, key + 2, position, '数');
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS_MS));
        if (key < WARM_UP) continue;
        result.keystroke.add(took);
        result.completion.add(await client.request('textDocument/completion', { ...document, position }));
        result.hover.add(await client.request('textDocument/hover', { ...document, position }));
        if (key % 10 === 0) result.outline.add(await client.request('textDocument/documentSymbol', document));
    }
    result.memoryMb = await client.memory();
    await client.stop();
    return result;
}
