import type { Position, Range } from '../domain/origin.js';
import { cutPiece, FILE_START, sameStart, type PieceStart } from '../syntax/cut-declarations.js';
import { Block } from './block.js';
import { bytesOf, Piece } from './piece.js';

/** A change as LSP sends it: of a range, or of the whole text. */
export interface TextChange {
    readonly range?: Range;
    readonly text: string;
}

/**
 * A .ptarget document as the pieces that its text is cut into and the blocks that they make. The state after any edits
 * is that of a document freshly made from the same text; an edit costs the pieces it touches.
 */
export class TargetDocument {
    private pieces: Piece[] = [];
    private current: readonly Block[] = [];
    /** What is still to be cut of a text that is cut by and by, and what the piece there will be. */
    private uncut: { readonly text: string; readonly start: PieceStart } | undefined;

    /**
     * @param closed whether no editor holds it: then it can let go of what its text says anyway
     * @param byAndBy whether `cutOn` is called until all of the text is cut
     */
    constructor(readonly uri: string, text: string, public version?: number, private readonly closed = false, byAndBy = false) {
        this.uncut = { text, start: FILE_START };
        this.cutOn(byAndBy ? 0 : Infinity);
    }

    /**
     * Goes on cutting a text that is cut by and by, a piece at least. Before it is cut to its end, the blocks are those of
     * the declarations that are known to be over.
     * @param ms how long
     * @returns the blocks that it has made
     */
    cutOn(ms: number): readonly Block[] {
        if (!this.uncut) return [];
        const { text, start } = this.uncut;
        const known = this.current.length;
        const end = performance.now() + ms;
        this.uncut = undefined;
        const fresh = this.cut(text, start, true, (at, next) => {
            const isTimeUp = at < text.length && performance.now() > end;
            if (isTimeUp) this.uncut = { text: text.slice(at), start: next };
            return isTimeUp;
        })!;
        const from = this.pieces.length;
        this.pieces = [...this.pieces, ...fresh];
        this.place(from);
        this.settle();
        return this.current.slice(known);
    }

    get isCut(): boolean {
        return this.uncut === undefined;
    }

    get blocks(): readonly Block[] {
        return this.current;
    }

    /** The stretches that the text is cut into, in order. */
    get stretches(): readonly Piece[] {
        return this.pieces;
    }

    get text(): string {
        return this.pieces.map((piece) => piece.text).join('') + (this.uncut?.text ?? '');
    }

    get length(): number {
        return this.pieces.at(-1)!.end + (this.uncut?.text.length ?? 0);
    }

    /** How many bytes the text takes in a file. */
    get bytes(): number {
        return this.pieces.reduce((sum, piece) => sum + piece.bytes, bytesOf(this.uncut?.text ?? ''));
    }

    /** @returns the blocks that are no longer part of the document and those that are new */
    update(changes: readonly TextChange[], version: number): { removed: Block[]; added: Block[] } {
        const before = this.current;
        this.cutOn(Infinity);
        for (const change of changes) this.apply(change);
        this.version = version;
        this.settle();
        return { removed: without(before, this.current), added: without(this.current, before) };
    }

    /** The stretch of text at a position, with the offset in it. */
    stretchAt(position: Position): { piece: Piece; offset: number } {
        const piece = this.pieces[this.pieceIndexAt(position)]!;
        return { piece, offset: piece.offsetAt(position) };
    }

    /** The block at a position with the offset in its text; undefined outside any declaration. */
    blockAt(position: Position): { block: Block; offset: number } | undefined {
        const { piece, offset } = this.stretchAt(position);
        const block = piece.block ?? this.current.find((candidate) => candidate.pieces.includes(piece));
        return block && { block, offset: block.offsetOf(piece, offset) };
    }

    offsetAt(position: Position): number {
        const piece = this.pieces[this.pieceIndexAt(position)];
        return piece ? piece.offset + piece.offsetAt(position) : 0;
    }

    positionAt(offset: number): Position {
        let low = 0;
        let high = this.pieces.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.pieces[middle]!.offset <= offset) low = middle;
            else high = middle - 1;
        }
        const piece = this.pieces[low]!;
        return piece.positionAt(offset - piece.offset);
    }

    private apply({ range, text }: TextChange): void {
        if (!range) {
            this.pieces = this.reusing(this.pieces, this.cut(text, FILE_START, true)!);
            this.place(0);
            return;
        }
        const first = this.pieceIndexAt(range.start);
        const last = this.pieceIndexAt(range.end);
        const [head, tail] = [this.pieces[first], this.pieces[last]];
        if (!head || !tail) {
            this.apply({ text });
            return;
        }
        const start = head.offset + head.offsetAt(range.start);
        const end = tail.offset + tail.offsetAt(range.end);
        // The line that a piece begins with decides where the one before it ends.
        const touchesBeginning = range.start.line === head.line;
        const from = this.firstDependingOn(start, touchesBeginning ? Math.max(0, first - 1) : first);
        this.recut(from, last, start - this.pieces[from]!.offset, end - this.pieces[from]!.offset, text);
    }

    /** Pieces whose end was decided by looking further ahead must be cut again when what they saw changes. */
    private firstDependingOn(offset: number, index: number): number {
        return this.pieces.findIndex((piece, at) => at === index || (piece.reach > 0 && piece.end + piece.reach >= offset));
    }

    /** Replaces a stretch of text and cuts again until a piece begins where one began before. */
    private recut(from: number, last: number, start: number, end: number, inserted: string): void {
        for (let reached = last + 1; ; reached += Math.max(4, reached - from)) {
            const upTo = Math.min(reached + 1, this.pieces.length);
            const before = joinText(this.pieces, from, upTo);
            const after = before.slice(0, start) + inserted + before.slice(end);
            const complete = upTo === this.pieces.length;
            const edited = start + inserted.length;
            // Where the old pieces behind the edit begin in the new text: one of them must be met again.
            const meetings = new Map<number, number>();
            let offset = after.length;
            for (let index = upTo - 1; index > last; index--) {
                offset -= this.pieces[index]!.text.length;
                if (offset >= edited) meetings.set(offset, index);
            }
            const fresh = this.cut(after, this.pieces[from]!.start, complete, (at, next) => {
                const index = meetings.get(at);
                const old = index === undefined ? undefined : this.pieces[index]!;
                return old !== undefined && sameStart(old.start, next);
            });
            if (!fresh) continue;
            const length = fresh.reduce((sum, piece) => sum + piece.text.length, 0);
            const until = length === after.length ? upTo : meetings.get(length)!;
            this.pieces.splice(from, until - from, ...this.reusing(this.pieces.slice(from, until), fresh));
            this.place(from);
            return;
        }
    }

    /** @returns undefined where the text ends before it is clear where its last piece does */
    private cut(text: string, start: PieceStart, complete: boolean, meets?: (offset: number, next: PieceStart) => boolean): Piece[] | undefined {
        const pieces: Piece[] = [];
        let at = 0;
        while (at < text.length || pieces.length === 0) {
            const cut = cutPiece(text, at, start, complete);
            if (cut === 'more text needed') return undefined;
            pieces.push(new Piece(text.slice(at, cut.end), cut));
            at = cut.end;
            start = cut.next;
            if (meets?.(at, start)) break;
        }
        return pieces;
    }

    /** Puts the old piece in place of a new one that says the same, so that what is known about it is kept. */
    private reusing(old: readonly Piece[], fresh: readonly Piece[]): Piece[] {
        const spare = new Map<string, Piece[]>();
        for (const piece of old) {
            const alike = spare.get(piece.text);
            if (alike) alike.push(piece);
            else spare.set(piece.text, [piece]);
        }
        return fresh.map((piece) => {
            const alike = spare.get(piece.text);
            const index = alike?.findIndex((candidate) => sameStart(candidate.start, piece.start) && candidate.reach === piece.reach && candidate.normalized === piece.normalized) ?? -1;
            return index < 0 ? piece : alike!.splice(index, 1)[0]!;
        });
    }

    private place(from: number): void {
        for (let index = from; index < this.pieces.length; index++) this.pieces[index]!.placeBehind(this.pieces[index - 1]);
    }

    /** Makes the blocks of the pieces, keeping those whose pieces are all still the same. */
    private settle(): void {
        const { pieces } = this;
        const blocks: Block[] = [];
        for (let from = 0, to; from < pieces.length; from = to) {
            to = endOfDeclaration(pieces, from);
            if (to === pieces.length && this.uncut) break;
            const own = [pieces[from]!];
            const nested: Piece[] = [];
            for (let index = from + 1; index < to; index++) (pieces[index]!.start.kind === 'rest' ? own : nested).push(pieces[index]!);
            const parent = own.some((piece) => piece.hasContent) ? this.blockOf(own, undefined) : undefined;
            if (parent) blocks.push(parent);
            for (const piece of nested) blocks.push(this.blockOf([piece], parent));
        }
        this.current = blocks;
    }

    private blockOf(pieces: readonly Piece[], parent: Block | undefined): Block {
        const [first] = pieces as [Piece, ...Piece[]];
        const { block } = first;
        if (block && block.fitsUnder(parent) && block.pieces.length === pieces.length && block.pieces.every((piece, index) => piece === pieces[index])) return block;
        const fresh = new Block(this.uri, pieces, parent, this.closed);
        first.block = fresh;
        return fresh;
    }

    private pieceIndexAt({ line, character }: Position): number {
        let low = 0;
        let high = this.pieces.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            const piece = this.pieces[middle]!;
            if (piece.line < line || (piece.line === line && piece.character <= character)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}

/** What one list of blocks has and another has not, where both agree at their beginnings and ends but for a stretch. */
function without(blocks: readonly Block[], others: readonly Block[]): Block[] {
    let start = 0;
    while (start < blocks.length && blocks[start] === others[start]) start++;
    let same = 0;
    while (same < Math.min(blocks.length, others.length) - start && blocks[blocks.length - 1 - same] === others[others.length - 1 - same]) same++;
    const also = new Set(others.slice(start, others.length - same));
    return blocks.slice(start, blocks.length - same).filter((block) => !also.has(block));
}

/** A top-level declaration: its head, the projects inside it, and what of it stands between and behind them. */
function endOfDeclaration(pieces: readonly Piece[], from: number): number {
    let to = from + 1;
    while (to < pieces.length && pieces[to]!.start.kind !== 'head') to++;
    return to;
}

function joinText(pieces: readonly Piece[], from: number, upTo: number): string {
    let text = '';
    for (let index = from; index < upTo; index++) text += pieces[index]!.text;
    return text;
}
