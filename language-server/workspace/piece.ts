import type { Position } from '../domain/origin.js';
import { firstContent } from '../syntax/code-reader.js';
import type { PieceCut, PieceStart } from '../syntax/cut-declarations.js';
import type { Block } from './block.js';
import { mayBeSilencing, silencingsIn, type SilencingInPiece } from './silencing.js';

const NO_SILENCINGS: readonly SilencingInPiece[] = [];
const LINE_BREAK = /\r\n|[\n\r]/g;

/** How many bytes a text takes in a file. */
export function bytesOf(text: string): number {
    return new TextEncoder().encode(text).length;
}

/** A stretch of a document's text, cut at a declaration. It keeps what was found out about it and only its place changes. */
export class Piece {
    /** Place in the document; kept by the document. */
    offset = 0;
    line = 0;
    character = 0;

    /** The block that it is the first piece of; kept by the document. */
    block: Block | undefined;

    readonly start: PieceStart;
    readonly normalized: string;
    readonly reach: number;
    private starts: readonly number[] | undefined;
    private size: { readonly lineBreaks: number; readonly lastLine: number } | undefined;
    private content: boolean | undefined;
    private encodedLength: number | undefined;
    private directives: readonly SilencingInPiece[] | undefined;

    constructor(readonly text: string, cut: PieceCut) {
        this.start = cut.start;
        this.normalized = cut.normalized === text ? text : cut.normalized;
        this.reach = cut.reach;
    }

    get end(): number {
        return this.offset + this.text.length;
    }

    /** How many bytes the text takes in a file. */
    get bytes(): number {
        return (this.encodedLength ??= bytesOf(this.text));
    }

    /** Lets go of what can be read again from the text. */
    letGo(): void {
        this.starts = undefined;
    }

    /** Whether there is anything in it but white space and comments. */
    get hasContent(): boolean {
        return (this.content ??= firstContent(this.normalized) < this.normalized.length);
    }

    /** Offsets at which the lines of the piece begin. */
    get lineStarts(): readonly number[] {
        if (!this.starts) {
            const starts = [0];
            LINE_BREAK.lastIndex = 0;
            while (LINE_BREAK.exec(this.text)) starts.push(LINE_BREAK.lastIndex);
            this.starts = starts;
        }
        return this.starts;
    }

    /** The comments in it that silence rules. */
    get silencings(): readonly SilencingInPiece[] {
        return (this.directives ??= mayBeSilencing(this.text) ? silencingsIn(this.text, this.lineStarts) : NO_SILENCINGS);
    }

    /** How far the piece reaches: its line breaks, and the characters behind the last of them. */
    private get extent() {
        return (this.size ??= { lineBreaks: this.lineStarts.length - 1, lastLine: this.text.length - this.lineStarts.at(-1)! });
    }

    positionAt(offset: number): Position {
        const { lineStarts } = this;
        let low = 0;
        let high = lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (lineStarts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        const character = offset - lineStarts[low]!;
        return { line: this.line + low, character: low === 0 ? this.character + character : character };
    }

    /** The offset of a place in this piece; places beyond a line's end count as its end, as LSP has it. */
    offsetAt(position: Position): number {
        const row = Math.max(0, position.line - this.line);
        const from = this.lineStarts[row];
        if (from === undefined) return this.text.length;
        const to = this.lineStarts[row + 1] ?? this.text.length;
        const character = row === 0 ? position.character - this.character : position.character;
        const offset = Math.min(from + Math.max(0, character), to);
        return this.lineStarts[row + 1] === undefined ? offset : Math.min(offset, this.endOfLine(from, to));
    }

    private endOfLine(from: number, next: number): number {
        let end = next;
        while (end > from && /[\n\r]/.test(this.text[end - 1]!)) end--;
        return end;
    }

    /** Sets the place of the piece that follows a piece of this one's text. */
    placeBehind(previous: Piece | undefined): void {
        if (!previous) {
            this.offset = this.line = this.character = 0;
            return;
        }
        const { lineBreaks, lastLine } = previous.extent;
        this.offset = previous.end;
        this.line = previous.line + lineBreaks;
        this.character = lineBreaks === 0 ? previous.character + lastLine : lastLine;
    }
}
