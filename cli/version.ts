import { readdirSync, readFileSync } from 'node:fs';
import { digestOf } from './digest.js';

/** The version in package.json, which stays two folders above the built command. */
export function ownVersion(): string {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
}

/** Differs wherever anything that runs does: the files of the built command, and what runs them. */
export function ownFingerprint(): string {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.js')).sort();
    const digests = files.map((name) => [name, digestOf(readFileSync(new URL(encodeURIComponent(name), folder)))]);
    return digestOf(JSON.stringify([ownVersion(), process.platform, process.arch, process.versions, digests]));
}
