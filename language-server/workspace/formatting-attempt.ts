import type { Declaration } from '../domain/plan.js';
import type { Wording } from '../domain/wording.js';
import { applyChanges, type Change } from '../formatting/changes.js';
import type { DeclarationText, Stretch } from '../formatting/declaration-text.js';
import { LayOut, type LineRange, type Style } from '../formatting/lay-out.js';
import type { Lines } from '../formatting/lines.js';
import { pieceWithOtherWords } from '../formatting/same-words.js';
import type { Block } from './block.js';
import type { Piece } from './piece.js';
import { differingPlan } from './same-plan.js';
import { TargetDocument } from './target-document.js';

/** A declaration that was not laid out anew. */
export interface LeftAlone {
    /** The line on which it begins, from zero. */
    readonly line: number;
    readonly why: Wording;
}

const UNCLEAR: Wording = {
    zh: '有没有结束的引号、注释或没有配对的括号，未整理',
    en: 'left as it is: a quote or comment has no end, or braces do not match',
};
/** Never seen; it would be a mistake of ours. */
const NOT_THE_SAME: Wording = {
    zh: '整理后读出的内容会不一样，未整理（这是程序的缺陷，请告诉开发者）',
    en: 'left as it is: it would have been read differently afterwards; please report this',
};

/** One top-level declaration with the projects inside it: what has to be changed in it, as far as that is safe. */
export class FormattingAttempt {
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

    /** What was left as it is, in the order of the text. */
    leftAlone(): LeftAlone[] {
        return this.withReasons(this.layOut.declarations.filter((declaration) => this.unclear.includes(declaration) || this.failed.has(declaration)));
    }

    /** The same if all of it is left as it is. */
    givenUp(): LeftAlone[] {
        return this.withReasons(this.layOut.declarations.filter(({ items }) => items.length > 0));
    }

    private withReasons(declarations: readonly DeclarationText[]): LeftAlone[] {
        const isFaultless = this.layOut.declarations.every(({ parsed }) => parsed.troubles.length === 0);
        const lineOf = ({ items, stretches }: DeclarationText) => items[0]?.line ?? this.lines.lineOf(stretches[0]!.offset);
        return declarations.map((declaration) => ({ line: lineOf(declaration), why: isFaultless ? NOT_THE_SAME : UNCLEAR }));
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
        if (differing) return differing;
        const [before, after] = [this.blocks, result.blocks].map(inTextOrder) as [PlacedDeclaration[], PlacedDeclaration[]];
        const index = differingPlan(before.map(({ declaration }) => declaration), after.map(({ declaration }) => declaration));
        return index === undefined ? undefined : before[index]?.block.pieces[0] ?? this.pieces[0];
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
