import type { Origin } from '../../domain/origin.js';

/** What hover says, and about what. */
export interface Told {
    /** As Markdown. */
    readonly text: string;
    readonly origin: Origin;
}
