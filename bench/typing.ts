import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Position, ServerCapabilities } from 'vscode-languageserver';
import { TYPED_IN } from './corpus.js';
import { LspClient } from './lsp-client.js';
import type { Measure, Results } from './results.js';
import { Series } from './statistics.js';
import type { Subject } from './subjects.js';

/** Nobody types faster than this. */
const BETWEEN_KEYS_MS = 20;
const BURST = { keys: 20, everyMs: 60 };
/** A burst says nothing of a server that needs longer than all of it for a single key. */
const TOO_SLOW_FOR_BURSTS_MS = 3000;
/** How long a series of keys may take; a slow server gets few. */
const SERIES_MS = 6000;
/** For what a client has to say after `initialized`: settings, schemas. */
const SETTLING_MS = 500;

/** An empty folder, for some servers look around beside the file that they are given. */
const FOLDER = join(tmpdir(), 'ptarget-bench');
mkdirSync(FOLDER, { recursive: true });

const REQUESTS: readonly { measure: Measure; method: string; capability: keyof ServerCapabilities; times: number }[] = [
    { measure: 'completion', method: 'textDocument/completion', capability: 'completionProvider', times: 20 },
    { measure: 'hover', method: 'textDocument/hover', capability: 'hoverProvider', times: 20 },
    { measure: 'codeAction', method: 'textDocument/codeAction', capability: 'codeActionProvider', times: 20 },
    { measure: 'outline', method: 'textDocument/documentSymbol', capability: 'documentSymbolProvider', times: 10 },
];

/** Opens a plan of so many projects, types inside one of them in the middle, and asks what editors ask. */
export async function measureTyping(subject: Subject, projects: number, keys: number, results: Results): Promise<void> {
    const add = (measure: Measure, measured: number | Series) => results.add(measure, subject.name, projects, measured);
    const { client } = await LspClient.start(subject);
    try {
        await wait(SETTLING_MS);
        const typist = typistOf(subject, projects, client);
        const from = performance.now();
        add('open', await typist.open(subject.languageId));
        // A server may first show what it has found by then; the last list is the whole one.
        await client.rest();
        add('openWhole', client.shown.get(typist.uri)!.at - from);
        add('findings', client.shown.get(typist.uri)!.findings);
        await repeat(30, 1, () => typist.type());
        const keystroke = await repeat(keys, 2, () => typist.type());
        add('keystroke', keystroke);
        for (const { measure, method, capability, times } of REQUESTS) {
            if (client.can(capability)) add(measure, await repeat(times, 1, () => typist.typeAndAsk(method)));
        }
        if (keystroke.median < TOO_SLOW_FOR_BURSTS_MS) {
            const { lastMs, published } = await typist.burst(keystroke.median);
            add('burst', lastMs);
            add('burstPublished', published);
        }
        const { now, peak } = await client.memory();
        add('memory', now);
        add('peak', peak);
    } finally {
        await client.stop();
    }
}

/** With a plan that no disk has. */
export function typistOf({ extension, text }: Subject, projects: number, client: LspClient): Typist {
    return new Typist(client, pathToFileURL(join(FOLDER, `plan-${projects}${extension}`)).href, text(projects));
}

/** So many times, as long as there is time. */
export async function repeat(times: number, atLeast: number, measure: () => Promise<number>): Promise<Series> {
    const series = new Series();
    const end = performance.now() + SERIES_MS;
    for (let time = 0; time < times && (time < atLeast || performance.now() < end); time++) {
        series.add(await measure());
        await wait(BETWEEN_KEYS_MS);
    }
    return series;
}

/** Somebody who types a character into a name and takes it back again, on and on. */
export class Typist {
    private version = 1;
    private hasTyped = false;
    position: Position;

    constructor(private readonly client: LspClient, readonly uri: string, private readonly text: string) {
        this.position = placeBehind(TYPED_IN, text);
    }

    /** Goes to another line, behind a word of the original text. */
    moveTo(word: string): void {
        this.position = placeBehind(word, this.text);
        this.hasTyped = false;
    }

    open(languageId: string): Promise<number> {
        return this.client.open(this.uri, languageId, this.text);
    }

    /** A key, and the time until the diagnostics are there. */
    type(): Promise<number> {
        const { version, range, text } = this.nextKey();
        return this.client.edit(this.uri, version, range, text);
    }

    /** A key that nobody waits for. */
    send(): Promise<void> {
        const { version, range, text } = this.nextKey();
        return this.client.change(this.uri, version, range, text);
    }

    /** A key and at once a request; the time from the key until the answer. */
    async typeAndAsk(method: string): Promise<number> {
        const textDocument = { uri: this.uri };
        const from = performance.now();
        const shown = this.type();
        await this.client.request(method, { textDocument, position: this.position, range: { start: this.position, end: this.position }, context: { diagnostics: [] } });
        const took = performance.now() - from;
        await shown;
        return took;
    }

    /** Twenty keys, whether the server keeps pace or not. */
    async burst(keyMs: number): Promise<{ lastMs: number; published: number }> {
        const publishedBefore = this.client.published;
        for (let key = 1; key < BURST.keys; key++) {
            await this.send();
            await wait(BURST.everyMs);
        }
        const sent = performance.now();
        await this.type();
        // Servers that lag or name no version may have more to say.
        await this.silence(500 + 2 * keyMs);
        return { lastMs: this.client.shown.get(this.uri)!.at - sent, published: this.client.published - publishedBefore };
    }

    private async silence(forMs: number): Promise<void> {
        for (let quietFor = 0; quietFor < forMs; quietFor = performance.now() - this.client.shown.get(this.uri)!.at) await wait(50);
    }

    private nextKey() {
        const { line, character } = this.position;
        const takesBack = this.hasTyped;
        this.hasTyped = !takesBack;
        return { version: ++this.version, range: { start: this.position, end: { line, character: character + (takesBack ? 1 : 0) } }, text: takesBack ? '' : '数' };
    }
}

/** The first in the second half of the text, or the first at all. */
function placeBehind(word: string, text: string): Position {
    const inSecondHalf = text.indexOf(word, text.length / 2);
    const before = text.slice(0, (inSecondHalf < 0 ? text.indexOf(word) : inSecondHalf) + word.length).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
}
