import { isComment, type DeclarationText, type Item } from './declaration-text.js';
import type { Statement } from './statements.js';
import { widthOf } from './written.js';

/** What stands on a line of the formatted text: a statement up to its brace, a closing brace, or a comment. */
export interface Segment {
    readonly items: readonly Item[];
    readonly depth: number;
    /** How many of the items stand before the comments at its end. */
    readonly codeLength: number;
    readonly statement: Statement | undefined;
    /** Ends in a brace whose block follows on the next lines. */
    readonly opens: boolean;
    readonly closes: boolean;
}

/** A block of at most one statement that was written on one line stays on it while it is no wider than this. */
const WIDEST_BLOCK = 100;

/**
 * The lines that a declaration is to have.
 * @param depth how far in the declaration is
 * @param indentation the cells that a level takes
 */
export function segmentsOf({ items }: DeclarationText, statements: ReadonlyMap<Item, Statement>, depth: number, indentation: number): Segment[] {
    return new Segmentation(items, statements, depth, indentation).read();
}

class Segmentation {
    private readonly segments: Segment[] = [];
    private at = 0;

    constructor(
        private readonly items: readonly Item[],
        private readonly statements: ReadonlyMap<Item, Statement>,
        private depth: number,
        private readonly indentation: number,
    ) {}

    read(): Segment[] {
        while (this.at < this.items.length) {
            const item = this.items[this.at]!;
            if (isBrace(item, '}')) this.readClosingBrace();
            else if (this.statements.has(item)) this.readStatement(this.statements.get(item)!);
            else this.readApart();
        }
        return this.segments;
    }

    private readClosingBrace(): void {
        this.depth = Math.max(0, this.depth - 1);
        this.put(this.at, this.at + 1, { closes: true });
    }

    /** A comment, or something that nobody can read. */
    private readApart(): void {
        this.put(this.at, this.at + 1, {});
    }

    private readStatement(statement: Statement): void {
        const start = this.at;
        let end = start + 1;
        for (let next = this.nextOfStatement(end); next !== undefined; next = this.nextOfStatement(end)) {
            end = next + 1;
            if (!isBrace(this.items[next]!, '{')) continue;
            const close = this.endOfShortBlock(start, next);
            this.put(start, close ?? end, { statement, opens: close === undefined });
            if (close === undefined) this.depth++;
            return;
        }
        this.put(start, end, { statement });
    }

    /** The next word or sign of the statement that is being read: comments may stand before it. */
    private nextOfStatement(index: number): number | undefined {
        while (index < this.items.length && isPassedOver(this.items[index]!)) index++;
        const item = this.items[index];
        return item === undefined || isBrace(item, '}') || this.statements.has(item) ? undefined : index;
    }

    /** Where a block ends that may stay on the line on which it was written. */
    private endOfShortBlock(start: number, open: number): number | undefined {
        const { line } = this.items[start]!;
        const counts = [0];
        for (let index = open + 1; index < this.items.length; index++) {
            const item = this.items[index]!;
            if (item.lastLine !== line || item.unread) return undefined;
            if (this.statements.has(item) && ++counts[counts.length - 1]! > 1) return undefined;
            if (isBrace(item, '{')) counts.push(0);
            if (!isBrace(item, '}')) continue;
            counts.pop();
            if (counts.length > 0) continue;
            const width = this.depth * this.indentation + widthOf(this.items.slice(start, index + 1).map(({ written }) => written));
            return width <= WIDEST_BLOCK ? index + 1 : undefined;
        }
        return undefined;
    }

    /** Adds a segment with the comments that follow it on its last line. */
    private put(start: number, end: number, rest: Partial<Segment>): void {
        const codeLength = end - start;
        while (end < this.items.length && isComment(this.items[end]!) && this.items[end]!.line === this.items[end - 1]!.lastLine) end++;
        this.segments.push({ items: this.items.slice(start, end), depth: this.depth, codeLength, statement: undefined, opens: false, closes: false, ...rest });
        this.at = end;
    }
}

function isBrace(item: Item, brace: '{' | '}'): boolean {
    return item.written === brace && !item.unread;
}

function isPassedOver(item: Item): boolean {
    return isComment(item) || item.unread;
}
