import { remembered } from '../domain/remembered.js';

/**
 * Editors and systems spell the URI of one file in different ways, most of all names in Chinese and with parentheses:
 * 预算(1) or %E9%A2%84%E7%AE%97%281%29, C: or c%3A. Equal keys mean the same file.
 */
export const fileKey = remembered((uri: string) => decoded(uri).replace(/^(file:\/\/\/)([A-Z]):/, (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`));

export function isUnder(folder: string, uri: string): boolean {
    return fileKey(uri).startsWith(`${fileKey(folder).replace(/\/$/, '')}/`);
}

/** The keys of the folders that a file lies in, the nearest first. */
export function foldersOf(uri: string): string[] {
    const folders: string[] = [];
    for (let key = fileKey(uri), end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/')) folders.push((key = key.slice(0, end)));
    return folders;
}

function decoded(uri: string): string {
    try {
        return decodeURIComponent(uri);
    } catch {
        return uri;
    }
}
