import { displayWidth } from '../domain/display-width.js';
import { Changes, type Change } from './changes.js';
import { columnGaps } from './columns.js';
import { declarationsOf, isComment, type DeclarationText, type Item, type Stretch } from './declaration-text.js';
import { lineBreaksIn, type Lines } from './lines.js';
import { segmentsOf, type Segment } from './segments.js';
import { statementsOf } from './statements.js';
import { isClear, isUntouched, linesThatBelongTogether, spoiledLines, withWholeSegments } from './untouched.js';
import { gapBetween } from './written.js';

/** What the editor or the command line asks for. */
export interface Style {
    /** One level of indentation. */
    readonly indent: string;
    /** The cells that a level takes. */
    readonly indentWidth: number;
    /** For line breaks that are put in. */
    readonly lineBreak: string;
}

/** More blank lines in a row are taken for a slip. */
const MOST_BLANK_LINES = 1;

/** Lines of a document from zero, both included. */
export interface LineRange {
    readonly first: number;
    readonly last: number;
}

/** A top-level declaration, with the projects inside it, on its way to its formatted text. */
export class LayOut {
    readonly declarations: readonly DeclarationText[];
    private readonly segments = new Map<DeclarationText, readonly Segment[]>();
    private readonly spoiled = new Map<DeclarationText, readonly number[]>();

    /** @param stretches what lies between the beginning of the declaration and that of the next, or the document's end */
    constructor(private readonly lines: Lines, private readonly stretches: readonly Stretch[], private readonly style: Style) {
        this.declarations = declarationsOf(stretches, lines);
        for (const declaration of this.declarations) {
            const statements = statementsOf(declaration);
            this.segments.set(declaration, segmentsOf(declaration, statements, this.depthAround(declaration), style.indentWidth));
            if (isClear(declaration)) this.spoiled.set(declaration, [...spoiledLines(declaration, statements, lines)]);
        }
    }

    /** Where nobody knows what a department's braces are around, what looks like a project inside it is left as far in as it is. */
    private depthAround(declaration: DeclarationText): number {
        const [department] = this.declarations;
        if (!department || department === declaration || this.spoiled.has(department)) return declaration.depthAround;
        return Math.round(displayWidth(declaration.indentation.replaceAll('\t', ' '.repeat(this.style.indentWidth))) / this.style.indentWidth);
    }

    /** The declarations whose quotes, comments and braces do not tell which lines belong where. */
    get unclear(): DeclarationText[] {
        return this.declarations.filter((declaration) => !this.spoiled.has(declaration));
    }

    /** The changes that lead to the formatted text, in its order. */
    changes(leftAlone: ReadonlySet<DeclarationText>, range?: LineRange): Change[] {
        const known = new Set(this.declarations.filter((declaration) => !leftAlone.has(declaration) && this.spoiled.has(declaration)).flatMap((declaration) => this.segments.get(declaration)!));
        const segments = [...this.segments.values()].flat().sort((one, other) => one.items[0]!.start - other.items[0]!.start);
        const untouched = this.untouchedLines(leftAlone, segments);
        const gaps = columnGaps(segments.filter((segment) => !isUntouched(segment, untouched)));
        const { text } = this.lines;
        const changes = new Changes(text, (start, end) => this.isWithin(range, start, end));
        let before: Segment | undefined;
        let end = this.start;
        for (const segment of segments) {
            const [first] = segment.items;
            const present = text.slice(end, first!.start);
            if (!isUntouched(segment, untouched)) {
                changes.space(end, first!.start, this.spaceBefore(segment, before, present));
                this.rewrite(segment, gaps, changes);
            } else if (known.has(segment) && (segment.statement || segment.closes)) {
                // A line with a mistake in it has its indentation all the same.
                changes.space(end, first!.start, present.replace(/(?<=[\n\r])[^\n\r]*$/, this.style.indent.repeat(segment.depth)));
            }
            end = segment.items.at(-1)!.end;
            before = segment;
        }
        if (!before || !isUntouched(before, untouched)) changes.space(end, this.end, this.spaceBehind(before, text.slice(end, this.end)));
        return changes.list;
    }

    private rewrite(segment: Segment, gaps: ReadonlyMap<Item, number>, changes: Changes): void {
        segment.items.forEach((item, index) => {
            const previous = segment.items[index - 1];
            if (previous) changes.space(previous.end, item.start, this.spaceWithin(segment, index, previous, gaps));
            changes.rewrite(item.start, item.written);
        });
    }

    /** A byte order mark stays where it is. */
    private get start(): number {
        const start = this.stretches[0]?.offset ?? 0;
        return this.lines.text.startsWith('\uFEFF', start) ? start + 1 : start;
    }

    private get end(): number {
        const last = this.stretches.at(-1);
        return last ? last.offset + last.text.length : 0;
    }

    private untouchedLines(leftAlone: ReadonlySet<DeclarationText>, segments: readonly Segment[]): Set<number> {
        const untouched = new Set(linesThatBelongTogether(segments, this.lines, this.start));
        for (const declaration of this.declarations) {
            const spoiled = leftAlone.has(declaration) ? undefined : this.spoiled.get(declaration);
            for (const line of spoiled ?? declaration.allLines()) untouched.add(line);
        }
        return withWholeSegments(untouched, segments);
    }

    private isWithin(range: LineRange | undefined, start: number, end: number): boolean {
        return !range || (this.lines.lineOf(start) >= range.first && this.lines.lineOf(end) <= range.last);
    }

    /** What stands before a segment: the end of the line before it, a blank line if there were any, and its indentation. */
    private spaceBefore(segment: Segment, previous: Segment | undefined, present: string): string {
        const indentation = this.style.indent.repeat(segment.depth);
        if (!previous) return indentation;
        const linesEnd = previous.opens || segment.closes ? this.style.lineBreak : this.endOfLine(present);
        return linesEnd + indentation;
    }

    /** A document ends with its last line. */
    private spaceBehind(last: Segment | undefined, present: string): string {
        if (!last) return '';
        return this.end < this.lines.text.length ? this.endOfLine(present) : this.style.lineBreak;
    }

    private endOfLine(present: string): string {
        const blankLines = Math.min(MOST_BLANK_LINES, lineBreaksIn(present) - 1);
        return this.style.lineBreak.repeat(1 + Math.max(0, blankLines));
    }

    private spaceWithin(segment: Segment, index: number, previous: Item, gaps: ReadonlyMap<Item, number>): string {
        const item = segment.items[index]!;
        if (previous.type === 'LINE_COMMENT') {
            const { indent, lineBreak } = this.style;
            return lineBreak + indent.repeat(segment.depth + (item.written === '{' ? 0 : 1));
        }
        if (item.type === 'LINE_COMMENT' || index >= segment.codeLength) return isComment(previous) ? ' ' : '  ';
        const gap = gaps.get(item);
        return gap === undefined ? gapBetween(previous.written, item.written) : ' '.repeat(gap);
    }
}
