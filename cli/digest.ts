import { createHash } from 'node:crypto';

/** Equal only for equal contents, for all that anybody knows: SHA-256. */
export function digestOf(...contents: readonly (Uint8Array | string)[]): string {
    const hash = createHash('sha256');
    for (const content of contents) hash.update(content);
    return hash.digest('base64');
}
