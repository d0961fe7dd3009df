import type { RefusedBytes } from './decoding.js';

/** Where a server finds the files that no editor holds: a disk, or a client that can read them. */
export interface WorkspaceFiles {
    /** The .ptarget files under a folder, by URI. */
    list(folder: string): AsyncIterable<string>;
    /** The bytes of a file, or why they are not taken; rejects where there is none to read. */
    read(uri: string): Promise<Uint8Array | RefusedBytes>;
}
