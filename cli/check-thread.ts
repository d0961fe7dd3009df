import { Worker } from 'node:worker_threads';
import type { Batch, Outcome, Tell } from './batch.js';
import type { FoundFile } from './finding-files.js';
import { Refusal } from './refusal.js';

/** What a thread says: that it begins with a file, or what has come of its batch. */
export type Said = { readonly checking: FoundFile } | { readonly outcomes: Outcome[] };

/** Plans are short-lived: with room for more of them fewer are moved about before they go. */
const YOUNG_MB = 192;

/** Checks batches beside others. When it ends before it is dismissed, whoever waits for it is told. */
export class CheckThread {
    private readonly worker: Worker;
    private readonly end: Promise<never>;
    private listen: (said: Said) => void = () => undefined;

    constructor(script = new URL('./check-in-thread.js', import.meta.url)) {
        this.worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
        this.worker.on('message', (said: Said) => this.listen(said));
        this.end = new Promise((_, reject) => {
            this.worker.on('error', (error) => reject(isOutOfMemory(error) ? endedBy({ zh: '内存不足', en: 'out of memory' }) : error));
            this.worker.on('exit', (code) => reject(endedBy({ zh: `退出码 ${code}`, en: `exit code ${code}` })));
        });
        // Before anybody waits for it, nobody misses it.
        this.end.catch(() => undefined);
    }

    check(batch: Batch, tell: Tell): Promise<Outcome[]> {
        const outcomes = new Promise<Outcome[]>((resolve) => {
            this.listen = (said) => ('outcomes' in said ? resolve(said.outcomes) : tell('check', said.checking));
        });
        this.worker.postMessage(batch);
        return Promise.race([outcomes, this.end]);
    }

    dismiss(): Promise<unknown> {
        return this.worker.terminate();
    }
}

function isOutOfMemory(error: unknown): boolean {
    return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function endedBy({ zh, en }: Refusal['wording']): Refusal {
    return new Refusal({
        zh: `检查中断，没有结果：一个线程意外结束（${zh}）；可以用 --jobs 1 再试`,
        en: `The check broke off without a result: a thread ended (${en}); try again with --jobs 1`,
    });
}
