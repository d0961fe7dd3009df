import type { Wording } from '../language-server/index.js';
import type { Terminal } from './terminal.js';

/** Work shorter than this is done before anybody could read about it. */
const PATIENCE = 500;
const BETWEEN_LINES = 100;

/** Tells a waiting person how far long work has come. */
export class Progress {
    private readonly began = performance.now();
    private shown = 0;

    constructor(private readonly terminal: Terminal) {}

    tell(wording: Wording): void {
        if (!this.terminal.showsProgress) return;
        const now = performance.now();
        if (now - this.began < PATIENCE || now - this.shown < BETWEEN_LINES) return;
        this.shown = now;
        this.terminal.progress(this.terminal.say(wording));
    }

    /** Leaves the line empty for what follows. */
    end(): void {
        if (this.shown > 0) this.terminal.progress(undefined);
        this.shown = 0;
    }
}
