import { stretchesIn, type Stretch } from '../../syntax/quoted-and-comments.js';
import type { Origin } from '../../domain/origin.js';
import type { Block } from '../../workspace/block.js';

/** A statement with the comments above it and behind it, which go where it goes. */
export interface Entry {
    readonly start: number;
    readonly end: number;
    /** What stands there, or what is to stand there. */
    readonly text: string;
}

/**
 * Statements of a block as entries that can change places.
 * @returns undefined where they do not stand on lines of their own
 */
export function entriesOf(block: Block, origins: readonly Origin[]): Entry[] | undefined {
    const comments = stretchesIn(block.parsedText).filter(({ kind }) => kind.endsWith('comment'));
    const entries = origins.map(({ start, end }) => withComments(block.text, start, end, comments));
    return entries.every(({ start, end }) => isOnItsOwn(block.text, start, end)) ? entries : undefined;
}

/** The text of a stretch of a block with entries in another order; what stands between them stays. */
export function rearranged(block: Block, { start, end }: { start: number; end: number }, entries: readonly Entry[], order: readonly number[]): string {
    let text = '';
    let at = start;
    entries.forEach((entry, place) => {
        text += block.text.slice(at, entry.start) + entries[order[place]!]!.text;
        at = entry.end;
    });
    return text + block.text.slice(at, end);
}

/** Whether no project that stands inside the declaration lies between two places of its own text. */
export function isInOnePiece(block: Block, start: number, end: number): boolean {
    const lines = block.text.slice(start, end).match(/\r\n|[\n\r]/g)?.length ?? 0;
    return block.positionAt(end).line - block.positionAt(start).line === lines;
}

function withComments(text: string, start: number, end: number, comments: readonly Stretch[]): Entry {
    for (const comment of comments) {
        if (comment.start >= end && /^[ \t\u3000]*$/.test(text.slice(end, comment.start))) end = comment.end;
    }
    for (const comment of [...comments].reverse()) {
        const isAbove = comment.end <= start && /^[ \t\u3000]*(?:\r\n|[\n\r])[ \t\u3000]*$/.test(text.slice(comment.end, start));
        if (isAbove && isAtLineStart(text, comment.start)) start = comment.start;
    }
    return { start, end, text: text.slice(start, end) };
}

function isOnItsOwn(text: string, start: number, end: number): boolean {
    return isAtLineStart(text, start) && /^[ \t\u3000]*(?:[\n\r]|$)/.test(text.slice(end, end + 200));
}

function isAtLineStart(text: string, offset: number): boolean {
    return /(?:^|[\n\r])[ \t\u3000]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}
