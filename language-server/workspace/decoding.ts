import type { Wording } from '../domain/wording.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
    /** Without a byte order mark, so that columns are those of an editor. */
    readonly text: string;
    readonly encoding: Encoding;
}

/** Bytes that are not taken for text, and why. */
export interface RefusedBytes {
    readonly refused: Wording;
}

/** Kinds of files that are handed in by mistake; told by their first bytes, since their names are often wrong. */
const FOREIGN: readonly { readonly begins: readonly number[]; readonly what: Wording }[] = [
    { begins: [0x50, 0x4b, 0x03, 0x04], what: { zh: 'zip（Excel、Word 或压缩文件）', en: 'a zip file (Excel, Word or an archive)' } },
    { begins: [0x50, 0x4b, 0x05, 0x06], what: { zh: 'zip（压缩文件）', en: 'a zip file' } },
    { begins: [0xd0, 0xcf, 0x11, 0xe0], what: { zh: 'Office 97–2003（xls 或 doc）', en: 'an old Office file (xls or doc)' } },
    { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], what: { zh: 'PDF', en: 'a PDF file' } },
    { begins: [0x89, 0x50, 0x4e, 0x47], what: { zh: 'png（图片）', en: 'a picture (png)' } },
    { begins: [0xff, 0xd8, 0xff], what: { zh: 'jpeg（图片）', en: 'a picture (jpeg)' } },
    { begins: [0x1f, 0x8b], what: { zh: 'gzip（压缩文件）', en: 'a gzip file' } },
    { begins: [0x52, 0x61, 0x72, 0x21], what: { zh: 'rar（压缩文件）', en: 'a rar file' } },
    { begins: [0x37, 0x7a, 0xbc, 0xaf], what: { zh: '7z（压缩文件）', en: 'a 7z file' } },
];

const MARKS: readonly { readonly mark: readonly number[]; readonly encoding: Encoding }[] = [
    { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
    { mark: [0xff, 0xfe], encoding: 'utf-16le' },
    { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Makes text of a file's bytes: as its byte order mark says, else as UTF-8 where every byte fits, else as GB18030. Nothing
 * is guessed from the frequency of characters, which misjudges short files, and nothing is decoded with gaps.
 */
export function decodeText(bytes: Uint8Array): DecodedText | RefusedBytes {
    const foreign = FOREIGN.find(({ begins }) => startsWith(bytes, begins));
    if (foreign) return { refused: { zh: `不是 .ptarget 文本，而是 ${foreign.what.zh}`, en: `this is ${foreign.what.en}, not .ptarget text` } };
    const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
    if ('refused' in decoded) return decoded;
    const nul = decoded.text.indexOf('\0');
    if (nul < 0) return decoded;
    const line = lineAt(decoded.text, nul);
    return {
        refused: {
            zh: `第 ${line} 行有空字符：不是文本文件，或是没有字节顺序标记的 UTF-16`,
            en: `line ${line} has a NUL character: not a text file, or UTF-16 without a byte order mark`,
        },
    };
}

function decodeMarked(bytes: Uint8Array): DecodedText | RefusedBytes | undefined {
    const marked = MARKS.find(({ mark }) => startsWith(bytes, mark));
    if (!marked) return undefined;
    const { encoding } = marked;
    const text = strictly(bytes, encoding);
    return text === undefined ? damaged(encoding, leniently(bytes, encoding)) : { text, encoding };
}

function decodeUnmarked(bytes: Uint8Array): DecodedText | RefusedBytes {
    const utf8 = strictly(bytes, 'utf-8');
    if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
    // UTF-8 with a few bad bytes often passes for GB18030 and would come out as wrong characters without a word.
    const asUtf8 = leniently(bytes, 'utf-8');
    if (isMostlyHan(asUtf8)) return damaged('utf-8', asUtf8);
    const gb18030 = strictly(bytes, 'gb18030');
    return gb18030 === undefined ? damaged('gb18030', leniently(bytes, 'gb18030')) : { text: gb18030, encoding: 'gb18030' };
}

/** GB18030 read as UTF-8 gives replacement characters and hardly any Han; UTF-8 with bad bytes the other way round. */
function isMostlyHan(text: string): boolean {
    const han = text.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFF5E]/g)?.length ?? 0;
    const broken = text.match(/\uFFFD/g)?.length ?? 0;
    return han > 2 * broken;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

function leniently(bytes: Uint8Array, encoding: Encoding): string {
    return new TextDecoder(encoding).decode(bytes);
}

function damaged(encoding: Encoding, text: string): RefusedBytes {
    const at = text.indexOf('\uFFFD');
    const line = lineAt(text, at < 0 ? text.length : at);
    const name = encoding.toUpperCase();
    if (encoding === 'gb18030') {
        return {
            refused: {
                zh: `第 ${line} 行的字节既不是 UTF-8，也不是 GB18030：不是文本文件，或已损坏`,
                en: `the bytes of line ${line} are neither UTF-8 nor GB18030: not a text file, or a damaged one`,
            },
        };
    }
    return {
        refused: {
            zh: `第 ${line} 行有损坏的 ${name} 字节，请用编辑器另存为 UTF-8`,
            en: `line ${line} has damaged ${name} bytes; save the file as UTF-8 in an editor`,
        },
    };
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
    return beginning.every((byte, index) => bytes[index] === byte);
}

function lineAt(text: string, offset: number): number {
    return (text.slice(0, offset).match(/\r\n|[\n\r]/g)?.length ?? 0) + 1;
}
