import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Keeping } from './kept-files.js';

export function digestOf(content: Uint8Array | string): string {
    return createHash('sha256').update(content).digest('base64');
}

/** A file in a folder on this machine's disk, for nobody but the user; written whole or not at all. */
export class DiskKeeping implements Keeping {
    readonly digest = digestOf;

    /**
     * @param folder its URI; it need not be there yet
     * @param fingerprint differs wherever anything that runs does
     */
    constructor(private readonly folder: string, private readonly fingerprint: () => string) {}

    get program(): string {
        return this.fingerprint();
    }

    async read(): Promise<Uint8Array> {
        return readFile(this.file);
    }

    async write(parts: readonly Uint8Array[]): Promise<void> {
        await mkdir(fileURLToPath(this.folder), { recursive: true });
        const temporary = `${this.file}.${process.pid}.tmp`;
        await writeFile(temporary, parts, { mode: 0o600 });
        await rename(temporary, this.file);
    }

    private get file(): string {
        return fileURLToPath(`${this.folder}/kept-files`);
    }
}
