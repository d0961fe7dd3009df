import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../language-server/index.js';
import { encodeGb18030 } from '../cli/gb18030.js';

const TEXT = readFileSync(join(import.meta.dirname, '../../examples/nansha-2024.ptarget'), 'utf8');
const UTF8 = new TextEncoder().encode(TEXT);

function refusalOf(bytes: Uint8Array): string {
    const decoded = decodeText(bytes);
    return 'refused' in decoded ? decoded.refused.zh : `read as ${decoded.encoding}`;
}

describe('text is read', () => {
    it('as UTF-8', () => expect(decodeText(UTF8)).toEqual({ text: TEXT, encoding: 'utf-8' }));

    it('as UTF-8 with a byte order mark, which is not part of the text', () => {
        expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...UTF8]))).toEqual({ text: TEXT, encoding: 'utf-8' });
    });

    it('as UTF-16 of both orders', () => {
        const little = Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
        const big = Uint8Array.from(Buffer.from(little).swap16());
        expect(decodeText(little)).toEqual({ text: TEXT, encoding: 'utf-16le' });
        expect(decodeText(big)).toEqual({ text: TEXT, encoding: 'utf-16be' });
    });

    it('as GB18030', () => expect(decodeText(encodeGb18030(TEXT))).toEqual({ text: TEXT, encoding: 'gb18030' }));

    it('as GB18030 however short', () => {
        for (const text of ['部门', '项目 "甲"', '年度 2024 // 当年', '指标库 "常用" { }', '部门 "乙局" {\r\n}\r\n']) {
            expect(decodeText(encodeGb18030(text))).toEqual({ text, encoding: 'gb18030' });
        }
    });

    it('of length nought', () => expect(decodeText(new Uint8Array(0))).toEqual({ text: '', encoding: 'utf-8' }));
});

describe('what is no text is refused', () => {
    it('with the line of the damage where UTF-8 is damaged, instead of being taken for GB18030', () => {
        for (let at = 0; at < UTF8.length; at += 37) {
            const damaged = Uint8Array.from(UTF8);
            damaged[at] = 0xff;
            expect(refusalOf(damaged)).toBe(`第 ${lineOf(at)} 行有损坏的 UTF-8 字节，请用编辑器另存为 UTF-8`);
        }
    });

    it('where the end of a character is missing', () => {
        const cut = UTF8.slice(0, UTF8.lastIndexOf(0xe3) + 2);
        expect(refusalOf(cut)).toContain('损坏的 UTF-8');
        expect(refusalOf(Uint8Array.of(0xff, 0xfe, 0x41))).toContain('损坏的 UTF-16LE');
    });

    it('where the bytes are of neither encoding', () => {
        expect(refusalOf(Uint8Array.of(0x41, 0x0a, 0xff, 0xff, 0x81))).toContain('第 2 行的字节既不是 UTF-8，也不是 GB18030');
    });

    it('where there are NUL characters', () => {
        expect(refusalOf(Uint8Array.of(0x41, 0x0a, 0x00, 0x42))).toContain('第 2 行有空字符');
        expect(refusalOf(Uint8Array.from(Buffer.from('部门 "甲"', 'utf16le')))).not.toContain('read as');
    });

    it.each([
        ['zip', [0x50, 0x4b, 0x03, 0x04]],
        ['Office 97–2003', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
        ['PDF', [...Buffer.from('%PDF-1.7')]],
        ['png', [0x89, 0x50, 0x4e, 0x47]],
    ])('where it is of another kind: %s', (kind, bytes) => {
        expect(refusalOf(Uint8Array.from(bytes))).toContain(`不是 .ptarget 文本，而是 ${kind}`);
    });
});

function lineOf(offset: number): number {
    return UTF8.slice(0, offset).filter((byte) => byte === 0x0a).length + 1;
}
