import type { Position } from 'vscode-languageserver';
import type { Range } from '../../domain/origin.js';
import type { Declaration } from '../../domain/plan.js';
import type { Taxonomy } from '../../domain/taxonomy.js';
import type { Language, Wording } from '../../domain/wording.js';
import type { Block } from '../../workspace/block.js';
import type { TargetDocument } from '../../workspace/target-document.js';
import type { Workspace } from '../../workspace/workspace.js';
import { cursorIn, wordsInBlock, type CommentCursor, type Cursor } from './cursor.js';
import { expectedBehind, type Expected } from './grammar-position.js';

/** The text around a place: that of its declaration, or the white space and comments outside any. */
export interface TextAround {
    readonly block: Block | undefined;
    /** As written, but with half-width punctuation. */
    readonly text: string;
    /** The same with blanks where it could not be read. */
    readonly readable: string;
    readonly offset: number;
    rangeOf(start: number, end: number): Range;
}

export function textAround(document: TargetDocument, position: Position): TextAround {
    const { piece, offset } = document.stretchAt(position);
    const found = document.blockAt(position);
    if (!found) return { block: undefined, text: piece.normalized, readable: piece.normalized, offset, rangeOf: rangeIn(piece) };
    return { block: found.block, text: halfWidthText(found.block), readable: found.block.parsedText, offset: found.offset, rangeOf: rangeIn(found.block) };
}

function halfWidthText({ pieces }: Block): string {
    return pieces.map(({ normalized }) => normalized).join('');
}

function entriesOf(department: Block): ReadonlySet<string> {
    return wordsInBlock(halfWidthText(department));
}

function rangeIn(place: { positionAt(offset: number): Position }): TextAround['rangeOf'] {
    return (start, end) => ({ start: place.positionAt(start), end: place.positionAt(end) });
}

/** What is known without a look at the text: enough to make whole blocks. */
export interface Surroundings {
    readonly workspace: Workspace;
    readonly document: TargetDocument;
    /** The declaration that the cursor is in. */
    readonly declaration: Declaration | undefined;
    /** The department around a nested project, or the one that the cursor is in. */
    readonly surrounding: Declaration | undefined;
    readonly taxonomy: Taxonomy;
    readonly today: Date;
}

/** All that is known of the place where something is to be proposed. */
export interface Situation extends Surroundings {
    readonly around: TextAround;
    readonly cursor: Cursor;
    /** What the grammar lets stand here. */
    readonly expected: readonly Expected[];
    readonly language: Language;
    say(wording: Wording): string;
}

export interface Asking {
    readonly workspace: Workspace;
    readonly document: TargetDocument;
    readonly language: Language;
    readonly today: Date;
}

export function situationAt(cursor: Cursor, around: TextAround, { workspace, document, language, today }: Asking): Situation {
    const { block } = around;
    const outside = cursor.depth === 0 && (cursor.behindBlock || cursor.statement.length === 0);
    const declaration = outside ? block?.parent?.declaration : block?.declaration;
    return {
        workspace, document, around, language, today, declaration,
        // Between the projects of a department the other entries stand in the department's own text.
        cursor: outside && block?.parent ? { ...cursor, siblings: entriesOf(block.parent) } : cursor,
        expected: expectedAt(cursor, around),
        surrounding: outside ? undefined : block?.parent?.declaration,
        taxonomy: workspace.taxonomyOf(declaration),
        say: (wording) => wording[language],
    };
}

/**
 * What may stand at the cursor. The lines above are taken as the parser could read them, the cursor's own as it is
 * typed; a block whose head could not be read offers nothing, rather than what belongs around it.
 */
function expectedAt({ at, lineStart, depth }: Cursor, { block, text, readable }: TextAround): Expected[] {
    const from = Math.min(lineStart, at);
    const before = readable.slice(0, from) + text.slice(from, at);
    if (bracesOpenIn(before) < depth) return [];
    return expectedBehind(block?.parent ? `部门 {\n${before}` : before);
}

const QUOTED_OR_BRACE = /"""[\s\S]*?(?:"""|$)|"[^"\n\r]*"?|“[^”\n\r]*”?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[{}]/g;

function bracesOpenIn(text: string): number {
    let open = 0;
    for (const [token] of text.matchAll(QUOTED_OR_BRACE)) {
        if (token === '{') open++;
        else if (token === '}') open = Math.max(0, open - 1);
    }
    return open;
}

export function cursorAt(around: TextAround): Cursor | CommentCursor | undefined {
    return cursorIn(around.text, around.offset);
}
