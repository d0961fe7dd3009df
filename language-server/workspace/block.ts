import type { Position, Source } from '../domain/origin.js';
import type { Declaration, Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import { parseDeclaration, type ParsedDeclaration } from '../syntax/parse-declaration.js';
import { toPlan, type Surroundings } from '../translate/ast-to-plan.js';
import { ClosedProject } from './closed-project.js';
import { recallProject, type KeptProject } from './kept-project.js';
import type { Piece } from './piece.js';

/**
 * One declaration of a document with what it says. A block is read once and never changes: an edit replaces the blocks
 * it touches. Only the places of its pieces move, and what the workspace notes at it.
 */
export class Block implements Source {
    readonly text: string;
    /** What was found in it, and the workspace's circumstances when it was last seen that this holds. */
    found: { readonly circumstances: object; readonly problems: readonly Problem[] } | undefined;
    private whatItSays: { readonly text?: string; readonly plans: readonly Declaration[] } | undefined;
    private lent: WeakRef<readonly Declaration[]> | undefined;
    private readonly offsets: readonly number[];

    constructor(
        readonly uri: string,
        /** The head, and behind nested projects the rest of a department. */
        readonly pieces: readonly Piece[],
        /** The department around a nested project. */
        readonly parent: Block | undefined,
        /** Whether its file is held by no editor. */
        readonly closed: boolean,
    ) {
        this.offsets = pieces.length === 1 ? AT_THE_START : offsetsOf(pieces);
        this.text = joined(pieces, (piece) => piece.text);
    }

    /** What the declaration says; empty where nothing of it could be read. */
    get declarations(): readonly Declaration[] {
        return this.read().plans;
    }

    get declaration(): Declaration | undefined {
        return this.declarations[0];
    }

    /** The text that the parser understood, for asking the grammar what may follow a place in it. */
    get parsedText(): string {
        return this.read().text ?? parseDeclaration(this.normalized).text;
    }

    /** Says a project as it was kept: its text is not read before somebody asks for more. */
    recall(kept: KeptProject): ClosedProject {
        const project = recallProject(kept, this, () => this.readAgain()[0] as Project);
        this.whatItSays = { plans: [project] };
        return project;
    }

    /** Whether a nested project's plan still holds under a department that was read again. */
    fitsUnder(parent: Block | undefined): boolean {
        return this.parent === parent || (this.parent !== undefined && parent !== undefined && sameSurroundings(this.parent, parent));
    }

    positionAt(offset: number): Position {
        const index = this.pieceIndexAt(offset);
        return this.pieces[index]!.positionAt(offset - this.offsets[index]!);
    }

    /** The offset in this block's text of an offset in one of its pieces. */
    offsetOf(piece: Piece, offset: number): number {
        return this.offsets[this.pieces.indexOf(piece)]! + offset;
    }

    private pieceIndexAt(offset: number): number {
        let index = this.offsets.length - 1;
        while (index > 0 && this.offsets[index]! > offset) index--;
        return index;
    }

    /** Places as plain data do without it. */
    toJSON(): null {
        return null;
    }

    /** Lets go of what can be read again from the text. */
    letGo(): void {
        for (const declaration of this.declarations) {
            if (declaration instanceof ClosedProject) declaration.letGo();
        }
        for (const piece of this.pieces) piece.letGo();
    }

    /** Only when somebody asks: a large document is read a part at a time. */
    private read() {
        if (!this.whatItSays) {
            const parsed = parseDeclaration(this.normalized);
            const declarations = this.translate(parsed);
            this.whatItSays = { text: parsed.text, plans: this.closed ? declarations.map((declaration, index) => this.thatCanLetGo(declaration, index)) : declarations };
        }
        return this.whatItSays;
    }

    private thatCanLetGo(declaration: Declaration, index: number): Declaration {
        return declaration.kind === 'project' ? new ClosedProject(declaration, { whole: declaration }, () => this.readAgain()[index] as Project) : declaration;
    }

    /** What was read again stays as long as somebody looks at it. */
    private readAgain(): readonly Declaration[] {
        let declarations = this.lent?.deref();
        if (!declarations) {
            declarations = this.translate(parseDeclaration(this.normalized));
            this.lent = new WeakRef(declarations);
        }
        return declarations;
    }

    private get normalized(): string {
        return joined(this.pieces, (piece) => piece.normalized);
    }

    private translate(parsed: ParsedDeclaration): Declaration[] {
        return toPlan(parsed, this, this.parent && surroundingsOf(this.parent));
    }
}

/** What the blocks of one piece share, which are nearly all. */
const AT_THE_START: readonly number[] = [0];

function offsetsOf(pieces: readonly Piece[]): number[] {
    let length = 0;
    return pieces.map(({ text }) => (length += text.length) - text.length);
}

function joined(pieces: readonly Piece[], part: (piece: Piece) => string): string {
    return pieces.length === 1 ? part(pieces[0]!) : pieces.map(part).join('');
}

function surroundingsOf(parent: Block): Surroundings {
    const department = parent.declaration;
    return department?.kind === 'department'
        ? { department: department.name?.value, year: department.year?.value, moneyUnit: department.moneyUnit }
        : { department: undefined, year: undefined, moneyUnit: '万元' };
}

function sameSurroundings(one: Block, other: Block): boolean {
    const [before, after] = [surroundingsOf(one), surroundingsOf(other)];
    return before.department === after.department && before.year === after.year && before.moneyUnit === after.moneyUnit;
}
