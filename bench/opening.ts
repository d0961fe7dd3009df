import { setTimeout as wait } from 'node:timers/promises';
import { LspClient } from './lsp-client.js';
import type { Results } from './results.js';
import { Series } from './statistics.js';
import type { Subject } from './subjects.js';
import { type Typist, typistOf } from './typing.js';

const BETWEEN_HOVERS_MS = 5;

/** Opens a large file while somebody points at words in a small one: how long the longest of these answers takes. */
export async function measureOpening(subject: Subject, projects: number, results: Results): Promise<void> {
    const { client } = await LspClient.start(subject);
    try {
        const small = typistOf(subject, 1, client);
        const large = typistOf(subject, projects, client);
        await small.open(subject.languageId);
        await wait(500);
        const longest = longestHoverUntil(client, small, large.open(subject.languageId));
        results.add('blocked', subject.name, projects, await longest);
    } finally {
        await client.stop();
    }
}

/** Points at a word on and on until something else is done; resolves with the longest wait for an answer. */
export async function longestHoverUntil(client: LspClient, typist: Typist, done: Promise<unknown>): Promise<number> {
    const waits = new Series();
    let goesOn = true;
    const end = done.finally(() => (goesOn = false));
    end.catch(() => undefined);
    while (goesOn) {
        waits.add(await client.hover(typist.uri, typist.position));
        await wait(BETWEEN_HOVERS_MS);
    }
    await end;
    return waits.quantile(1);
}

/** From the start of the process until the server can be spoken to; of Node itself until a script that does nothing has ended. */
export async function measureStart(subject: Subject, results: Results): Promise<void> {
    const { client, startMs } = await LspClient.start(subject);
    results.add('start', subject.name, 0, startMs);
    await client.stop();
}
