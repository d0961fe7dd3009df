import type { Range } from '../domain/origin.js';
import type { Declaration } from '../domain/plan.js';
import type { Wording } from '../domain/wording.js';
import { applyChanges, type Change } from '../formatting/changes.js';
import { topLevel, type DeclarationText, type Stretch } from '../formatting/declaration-text.js';
import { LayOut, type LineRange, type Style } from '../formatting/lay-out.js';
import { Lines } from '../formatting/lines.js';
import { pieceWithOtherWords } from '../formatting/same-words.js';
import { cutPiece, FILE_START } from '../syntax/cut-declarations.js';
import type { Block } from './block.js';
import type { TextEdit } from './edits.js';
import type { Piece } from './piece.js';
import { differingPlan } from './same-plan.js';
import { TargetDocument } from './target-document.js';

/** As editors ask for it. */
export interface FormatOptions {
    readonly tabSize: number;
    readonly insertSpaces: boolean;
}

export const DEFAULT_FORMAT: FormatOptions = { tabSize: 4, insertSpaces: true };

export interface Formatted {
    readonly edits: readonly TextEdit[];
    /** The declarations that were left as they are. */
    readonly leftAlone: readonly LeftAlone[];
}

export interface LeftAlone {
    /** The line on which the declaration begins, from zero. */
    readonly line: number;
    readonly why: Wording;
}

const UNCLEAR: Wording = {
    zh: '有没有结束的引号、注释或没有配对的括号，未整理',
    en: 'left as it is: a quote or comment has no end, or braces do not match',
};
const NOT_THE_SAME: Wording = {
    zh: '整理后读出的内容会不一样，未整理（这是程序的缺陷，请告诉开发者）',
    en: 'left as it is: it would have been read differently afterwards; please report this',
};

/**
 * Lays a document out anew, or some of its lines. Before any change is proposed the result is read: every declaration
 * must have the same words and say the same as before, otherwise it is left as it is.
 */
export function formatDocument(document: TargetDocument, options = DEFAULT_FORMAT, range?: Range): Formatted {
    const { text } = document;
    const lines = new Lines(text);
    const style = styleOf(options, text);
    const wanted = range && linesOf(range);
    const blocks = new Map(document.blocks.map((block) => [block.pieces[0]!, block]));
    const attempts = topLevel(document.stretches)
        .filter((pieces) => !wanted || touches(pieces, wanted))
        .map((pieces) => new Attempt(pieces, pieces.map((piece) => blocks.get(piece)).filter((block) => block !== undefined), lines, style, wanted));
    const changes = attempts.flatMap((attempt) => attempt.changes);
    if (!isCutAlike(document, applyChanges(text, changes), attempts)) return { edits: [], leftAlone: [{ line: 0, why: NOT_THE_SAME }] };
    return { edits: changes.map((change) => toEdit(change, document)), leftAlone: attempts.flatMap((attempt) => attempt.leftAlone()) };
}

/** One top-level declaration with the projects inside it: what has to be changed in it, as far as that is safe. */
class Attempt {
    readonly changes: readonly Change[] = [];
    /** The text after the changes, as it is cut when read by itself. */
    readonly result: readonly Stretch[];
    private readonly layOut: LayOut;
    private readonly unclear: readonly DeclarationText[];
    private readonly failed = new Set<DeclarationText>();

    constructor(readonly pieces: readonly Piece[], private readonly blocks: readonly Block[], private readonly lines: Lines, style: Style, range: LineRange | undefined) {
        this.layOut = new LayOut(lines, pieces, style);
        this.result = pieces;
        if (!this.isReadAlikeByItself()) {
            this.unclear = this.layOut.declarations;
            return;
        }
        this.unclear = this.layOut.unclear;
        for (;;) {
            const changes = this.layOut.changes(this.failed, range);
            const result = changes.length > 0 ? this.read(changes) : undefined;
            const failure = result && this.firstFailure(result);
            if (!failure) {
                this.changes = changes;
                this.result = result?.stretches ?? pieces;
                return;
            }
            const declaration = this.layOut.declarations.find(({ stretches }) => stretches.includes(failure));
            if (!declaration || this.failed.has(declaration)) break;
            this.failed.add(declaration);
        }
        for (const declaration of this.layOut.declarations) this.failed.add(declaration);
    }

    leftAlone(): LeftAlone[] {
        const lineOf = ({ items, stretches }: DeclarationText) => items[0]?.line ?? this.lines.lineOf(stretches[0]!.offset);
        return [
            ...this.unclear.map((declaration) => ({ line: lineOf(declaration), why: UNCLEAR })),
            ...[...this.failed].map((declaration) => ({ line: lineOf(declaration), why: NOT_THE_SAME })),
        ];
    }

    /** What nothing closes may end where a later declaration has its quotes: then that one decides how this one is read. */
    private isReadAlikeByItself(): boolean {
        return this.pieces.every(({ reach }) => reach === 0)
            || this.read([]).stretches.every(({ text }, index, { length }) => text === this.pieces[index]?.text && length === this.pieces.length);
    }

    private read(changes: readonly Change[]): TargetDocument {
        const { offset } = this.pieces[0]!;
        const text = this.pieces.map((piece) => piece.text).join('');
        return new TargetDocument('', applyChanges(text, changes.map((change) => ({ ...change, start: change.start - offset, end: change.end - offset }))));
    }

    /** The piece that does not say the same in the changed text; undefined where all do. */
    private firstFailure(result: TargetDocument): Piece | undefined {
        const differing = pieceWithOtherWords(this.pieces, result.stretches);
        if (differing) { console.error('WORDS', JSON.stringify(differing.text), JSON.stringify(result.text)); return differing; }
        const [before, after] = [this.blocks, result.blocks].map(inTextOrder) as [PlacedDeclaration[], PlacedDeclaration[]];
        const index = differingPlan(before.map(({ declaration }) => declaration), after.map(({ declaration }) => declaration));
        if (index !== undefined) console.error('PLAN', index, JSON.stringify(result.text)); return index === undefined ? undefined : before[index]?.block.pieces[0] ?? this.pieces[0];
    }
}

interface PlacedDeclaration {
    readonly block: Block;
    readonly declaration: Declaration;
}

/** Projects that stood on their department's line may have become blocks of their own, or the other way round. */
function inTextOrder(blocks: readonly Block[]): PlacedDeclaration[] {
    const placed = blocks.flatMap((block) => block.declarations.map((declaration) => ({ block, declaration, start: block.positionAt(declaration.origin.start) })));
    return placed.sort((one, other) => one.start.line - other.start.line || one.start.character - other.start.character);
}

/** Each attempt was read by itself; in the whole text its declarations must begin and end where they did then. */
function isCutAlike(document: TargetDocument, changed: string, attempts: readonly Attempt[]): boolean {
    const results = new Map(attempts.map((attempt) => [attempt.pieces[0]!, attempt.result]));
    const expected = topLevel(document.stretches).flatMap((pieces): readonly Stretch[] => results.get(pieces[0]!) ?? pieces);
    let at = 0;
    let start = FILE_START;
    for (const { text } of expected.filter((stretch) => stretch.text !== '')) {
        const cut = cutPiece(changed, at, start, true);
        if (cut === 'more text needed' || Math.min(cut.end, changed.length) !== at + text.length) return false;
        at += text.length;
        start = cut.next;
    }
    return at === changed.length;
}

function styleOf({ tabSize, insertSpaces }: FormatOptions, text: string): Style {
    const indentWidth = Math.min(Math.max(Math.trunc(tabSize) || DEFAULT_FORMAT.tabSize, 1), 16);
    return { indent: insertSpaces ? ' '.repeat(indentWidth) : '\t', indentWidth, lineBreak: /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n' };
}

/** A range that ends before the first character of a line does not have that line. */
function linesOf({ start, end }: Range): LineRange {
    return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

function touches(stretches: readonly Piece[], { first, last }: LineRange): boolean {
    const end = stretches.at(-1)!;
    return stretches[0]!.line <= last && first <= end.positionAt(end.text.length).line;
}

function toEdit({ start, end, text }: Change, document: TargetDocument): TextEdit {
    return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text };
}
