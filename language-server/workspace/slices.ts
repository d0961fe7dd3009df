import type { Workspace } from './workspace.js';

/** Until a request is answered about five of them pass: it is read, dispatched and answered in turns of its own. */
export const SLICE_MS = 5;

/** Reads the documents that a workspace has begun, with room for other work in between. */
export class Slices {
    private reading: Promise<void> | undefined;

    constructor(private readonly workspace: Workspace, private readonly log: (what: string, error: unknown) => void) {}

    /** Reads a first slice at once; settled when all that was begun is read. */
    private readAll(): Promise<void> {
        return (this.reading ??= this.readOn().finally(() => (this.reading = undefined)));
    }

    /** Settled when nothing is being read. */
    async idle(): Promise<void> {
        while (this.reading) await this.reading;
    }

    /** Settled when a file that was begun is read. */
    async whenRead(uri: string): Promise<void> {
        // Once more for what was begun just when a reading had ended.
        while (this.workspace.isBeingRead(uri)) await this.readAll();
    }

    private async readOn(): Promise<void> {
        while (this.readSlice()) await nextTurn();
    }

    /** A declaration that cannot be read is passed over. */
    private readSlice(): boolean {
        try {
            return this.workspace.readOn(SLICE_MS);
        } catch (error) {
            this.log('reading', error);
            return true;
        }
    }
}

/** Lets what has arrived by then be heard first. Browsers know nothing quicker than a timer. */
export function nextTurn(): Promise<void> {
    return new Promise((resolve) => {
        if (typeof setImmediate === 'function') setImmediate(resolve);
        else setTimeout(resolve);
    });
}
