import { readFile, stat } from 'node:fs/promises';
import { decodeText, tooLarge, type DecodedText } from '../language-server/index.js';
import { Refusal } from './refusal.js';
import { explain } from './system-errors.js';

/** The text of a file; a refusal says why it cannot be had. */
export async function readText(path: string): Promise<DecodedText> {
    return textOf(await readBytes(path));
}

/** The same for a file that is to be written back: whether a byte order mark stands before its text. */
export async function readTextAndMark(path: string): Promise<DecodedText & { readonly marked: boolean }> {
    const bytes = await readBytes(path);
    return { ...textOf(bytes), marked: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
}

/** The text that the bytes of a file are; a refusal says why they are none. */
export function textOf(bytes: Uint8Array): DecodedText {
    const decoded = decodeText(bytes);
    if ('refused' in decoded) throw new Refusal(decoded.refused);
    return decoded;
}

export async function readBytes(path: string): Promise<Uint8Array> {
    try {
        const file = await stat(path);
        if (file.isDirectory()) throw new Refusal({ zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' });
        if (!file.isFile()) throw new Refusal({ zh: '不是普通文件', en: 'not a regular file' });
        const refused = tooLarge(file.size);
        if (refused) throw new Refusal(refused);
        return await readFile(path);
    } catch (error) {
        throw error instanceof Refusal ? error : new Refusal(explain(error));
    }
}
