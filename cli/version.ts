import { readFileSync } from 'node:fs';

/** The version in package.json, which stays two folders above the built command. */
export function ownVersion(): string {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
}
