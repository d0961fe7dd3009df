import { parentPort } from 'node:worker_threads';
import { checkBatch, type Batch } from './batch.js';
import type { Said } from './check-thread.js';

// What runs in a thread of its own: checks each batch that it is given.

function say(said: Said): void {
    parentPort!.postMessage(said);
}

parentPort!.on('message', async (batch: Batch) => {
    say({ outcomes: await checkBatch(batch, (step, file) => step === 'check' && say({ checking: file })) });
});
