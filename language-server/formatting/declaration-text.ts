import type { PieceStart } from '../syntax/cut-declarations.js';
import { parseDeclaration, syntaxServices, type ParsedDeclaration } from '../syntax/parse-declaration.js';
import type { Lines } from './lines.js';
import { withoutTrailingSpace, writtenForm } from './written.js';

/** A stretch of a document's text, as it is cut at declarations. */
export interface Stretch {
    readonly text: string;
    /** With half-width signs, of the same length. */
    readonly normalized: string;
    readonly start: PieceStart;
    /** Where it begins in the document. */
    readonly offset: number;
}

/** A token or comment of a declaration, placed in the document. */
export interface Item {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly lastLine: number;
    /** With half-width signs. */
    readonly image: string;
    /** How it is to be written; as long as it was. */
    readonly written: string;
    /** The parser did without it. */
    readonly unread: boolean;
    /** Nested projects lie between the stretches of a department. */
    readonly stretch: Stretch;
}

const COMMENTS = new Set(['LINE_COMMENT', 'BLOCK_COMMENT']);

/** Hidden tokens that no valid text has. */
const STRAYS = new Set(['STRAY', 'UNCLOSED_STRING', 'UNCLOSED_TEXT_BLOCK', 'UNCLOSED_COMMENT']);

export function isComment({ type }: Item): boolean {
    return COMMENTS.has(type);
}

/** The text of one declaration: nested projects, which are declarations of their own, may lie between its stretches. */
export class DeclarationText {
    readonly normalized: string;
    readonly parsed: ParsedDeclaration;
    readonly items: readonly Item[];
    private readonly offsets: number[] = [];

    constructor(readonly stretches: readonly Stretch[], private readonly lines: Lines) {
        let length = 0;
        for (const stretch of stretches) {
            this.offsets.push(length);
            length += stretch.normalized.length;
        }
        this.normalized = stretches.map((stretch) => stretch.normalized).join('');
        this.parsed = parseDeclaration(this.normalized);
        this.items = this.readItems();
    }

    /** How many braces of a department are open around it. */
    get depthAround(): number {
        return this.stretches[0]?.start.kind === 'nested' ? 1 : 0;
    }

    /** The white space before its first word. */
    get indentation(): string {
        return /^[ \t\u3000]*/.exec(this.stretches[0]?.text ?? '')![0];
    }

    /** The place in the document of a place in the declaration's own text. */
    inDocument(offset: number): number {
        const index = this.stretchIndexAt(offset);
        return this.stretches[index]!.offset + offset - this.offsets[index]!;
    }

    /** The lines of the document that it touches. */
    *allLines(): Generator<number> {
        for (const { offset, text } of this.stretches) {
            const last = this.lines.lineOf(offset + Math.max(0, text.trimEnd().length - 1));
            for (let line = this.lines.lineOf(offset); line <= last; line++) yield line;
        }
    }

    private readItems(): Item[] {
        const { tokens, hidden } = syntaxServices().parser.Lexer.tokenize(this.normalized);
        return [...tokens, ...hidden].sort((one, other) => one.startOffset - other.startOffset)
            .map(({ tokenType, image, startOffset }) => this.itemOf(tokenType.name, image, startOffset));
    }

    private itemOf(type: string, lexed: string, offset: number): Item {
        const image = withoutTrailingSpace(type, lexed);
        const stretch = this.stretches[this.stretchIndexAt(offset)]!;
        const start = this.inDocument(offset);
        const end = start + image.length;
        return {
            type,
            start,
            end,
            line: this.lines.lineOf(start),
            lastLine: this.lines.lineOf(end - 1),
            image,
            written: type === 'STRING' ? writtenForm(image) : image,
            unread: STRAYS.has(type) || (!COMMENTS.has(type) && this.parsed.text.slice(offset, offset + image.length) !== image),
            stretch,
        };
    }

    private stretchIndexAt(offset: number): number {
        let index = this.offsets.length - 1;
        while (index > 0 && this.offsets[index]! > offset) index--;
        return index;
    }
}

/** The stretches of each top-level declaration, with the projects inside it. */
export function topLevel<S extends Stretch>(stretches: readonly S[]): S[][] {
    const groups: S[][] = [];
    for (const stretch of stretches) {
        if (stretch.start.kind === 'head' || groups.length === 0) groups.push([stretch]);
        else groups.at(-1)!.push(stretch);
    }
    return groups;
}

/** The declarations of a text that is cut into stretches, each with what is its own, in the order in which they begin. */
export function declarationsOf(stretches: readonly Stretch[], lines: Lines): DeclarationText[] {
    const groups: Stretch[][] = [];
    let around: Stretch[] | undefined;
    for (const stretch of stretches) {
        if (stretch.start.kind === 'nested') groups.push([stretch]);
        else if (stretch.start.kind === 'rest' && around) around.push(stretch);
        else groups.push((around = [stretch]));
    }
    return groups.map((group) => new DeclarationText(group, lines));
}
