import { CodeReader, DECLARATION_KEYWORDS } from './code-reader.js';

/**
 * Cuts a text into pieces at the declarations it holds, so that each can be read by itself: an error cannot leave its
 * declaration, and an edit costs the declarations that it touches.
 *
 * A piece begins where a line begins with 部门, 项目, 指标体系 or 指标库, outside strings, text blocks and comments. A 项目
 * inside a 部门 is a piece of its own too; what follows it in the department is another piece, which is read together
 * with the department's first. Between two nested projects there is as a rule nothing but white space, and no piece.
 *
 * Braces say where a department and a project in it end. Where they do not match, which is seen by reading on to the next
 * declaration, a brace too many or too few would move these ends, and the indentation is asked instead.
 */

/** What a piece is: the head of a declaration, a project inside a department, or the rest of a department behind it. */
export type PieceKind = 'head' | 'nested' | 'rest';

/** All that must be known to read on from the beginning of a piece. */
export interface PieceStart {
    readonly kind: PieceKind;
    /** How far in the department around it stands; 0 outside any. */
    readonly column: number;
    /** How far in the line stands that it begins within; undefined at the beginning of a line. */
    readonly lineColumn?: number | undefined;
}

export function sameStart(one: PieceStart, other: PieceStart): boolean {
    return one.kind === other.kind && one.column === other.column && one.lineColumn === other.lineColumn;
}

export interface PieceCut {
    readonly start: PieceStart;
    /** Offset of the first character that belongs to the next piece. */
    readonly end: number;
    readonly next: PieceStart;
    /** The piece with half-width punctuation, of the same length. */
    readonly normalized: string;
    /** How far behind `end` the text was looked at to decide where the piece ends. */
    readonly reach: number;
}

export const FILE_START: PieceStart = { kind: 'head', column: 0 };

const DECLARATION = new RegExp(String.raw`[ \t\u3000]*(${DECLARATION_KEYWORDS.join('|')})(?![0-9A-Za-z_\u3007\u3400-\u9FFF])([ \t\u3000]*["“＂])?`, 'y');
const FIRST_OF_KEYWORD: ReadonlySet<number> = new Set(DECLARATION_KEYWORDS.map((keyword) => keyword.charCodeAt(0)));
const NO_CODE = /"[^"]*"|“[^”]*”|＂[^＂]*＂|[/／][/／].*/g;
/** A line with more than white space and comments, up to its first sign. */
const CODE_LINE = /[ \t\u3000\uFEFF]*(?!\/[/*])([^\s\u3000\uFEFF])/y;
const BLANK = /[ \t\u3000]/;
/** How many columns a tab takes. */
const TAB = 4;

/**
 * Cuts the piece that begins at `from`.
 * @param complete whether the text ends where the file ends; otherwise the answer may be that more text is needed
 */
export function cutPiece(text: string, from: number, start: PieceStart, complete: boolean): PieceCut | 'more text needed' {
    return new Cutter(text, from, start, complete).cut();
}

class Cutter extends CodeReader {
    /** Where the line begins that is being read; undefined before the first that begins in the piece. */
    private lineStart: number | undefined;
    /** Open braces of this piece's own declaration. */
    private own: number;
    private closed = false;
    private isDepartment: boolean;
    private hasKeyword = true;
    /** How far in the piece's own declaration stands. */
    private column: number;
    /** Whether a brace that stands no deeper than the declaration has closed it. */
    private ended = false;
    /** Whether something stands deeper than the piece's declaration: otherwise the indentation tells nothing. */
    private hasDeeper = false;
    /** Braces that close nothing. */
    private excess = 0;
    private bracesMatch: boolean | undefined;

    constructor(text: string, private readonly from: number, private readonly start: PieceStart, complete: boolean) {
        super(text, from, complete);
        this.lineStart = start.lineColumn === undefined ? from : undefined;
        this.column = start.column;
        this.isDepartment = start.kind === 'rest';
        this.own = this.isDepartment ? 1 : 0;
    }

    cut(): PieceCut | 'more text needed' {
        const next = this.read();
        if (this.starved || (!next && !this.complete)) return 'more text needed';
        return { start: this.start, end: this.at, next: next ?? FILE_START, normalized: this.halfWidth, reach: Math.max(0, this.reach - this.at) };
    }

    /** Reads up to the beginning of the next piece; undefined at the end of the text. */
    private read(): PieceStart | undefined {
        if (this.start.kind !== 'rest') this.skipOwnKeyword();
        let lineBegins = this.start.kind === 'head' && this.at === this.from;
        while (this.at < this.text.length) {
            if (lineBegins) {
                this.lineStart = this.at;
                const next = this.nextDeclaration();
                if (next) return next;
                if (this.standsOutside()) return this.restOfDepartment(true);
            }
            if (this.start.kind === 'nested' && this.closed) {
                if (lineBegins ? this.codeOnLine() : !this.isTrivia()) return this.restOfDepartment(lineBegins);
            } else {
                this.skipToNotable();
            }
            lineBegins = this.readCharacter();
            if (this.starved) return undefined;
        }
        return undefined;
    }

    private skipOwnKeyword(): void {
        DECLARATION.lastIndex = this.at;
        const found = DECLARATION.exec(this.text);
        this.column = this.lineColumn;
        // What begins with no declaration may be a department whose first line has a slip in it.
        this.hasKeyword = found !== null;
        this.isDepartment = (!found || found[1] === '部门') && this.start.kind === 'head';
        if (!found) return;
        const quote = found[2]?.length ? 1 : 0;
        this.copyUpTo(DECLARATION.lastIndex - quote);
    }

    /** Whether a declaration begins on the line that begins here, and what piece it makes. */
    private nextDeclaration(): PieceStart | undefined {
        DECLARATION.lastIndex = this.at;
        const found = this.mayDeclare() ? DECLARATION.exec(this.text) : null;
        if (!found) {
            if (!this.complete && this.text.length - this.at < 64 && !/[\n\r]/.test(this.text.slice(this.at))) this.starved = true;
            return undefined;
        }
        if (this.at === this.from) return undefined;
        const [all, keyword = '', named] = found;
        const outside = this.own === 0 && this.start.kind !== 'nested';
        // Inside braces the word alone may be the beginning of another one that is being typed (项目 for 项目支出).
        if (!outside && !named && !(this.closed && this.start.kind === 'nested')) return undefined;
        // Inside a department it is the choice of a taxonomy, unless it opens a block.
        if (!outside && keyword === '指标体系' && !this.lineSays('{') && !this.lineSays('｛')) return undefined;
        if (keyword === '项目' && this.isNested(/^[ \t\u3000]/.test(all))) return { kind: 'nested', column: this.departmentColumn };
        return FILE_START;
    }

    /** Most lines do not: their first characters tell, at less than the cost of an expression. */
    private mayDeclare(): boolean {
        let at = this.at;
        let code = this.text.charCodeAt(at);
        while (code === 0x20 || code === 0x09 || code === 0x3000) code = this.text.charCodeAt(++at);
        return FIRST_OF_KEYWORD.has(code);
    }

    /** Whether a project that begins here stands inside a department. */
    private isNested(indented: boolean): boolean {
        const depth = this.start.kind === 'nested' ? 1 : this.isDepartment ? this.own : 0;
        if (depth > 0) return indented || (depth === 1 && !this.lineSays('属于'));
        // A brace deeper than the department's first line has closed it, and what follows would belong to nobody.
        return this.isDepartment && (this.hasKeyword || this.closed) && !this.ended && this.lineColumn > this.column && !this.lineSays('属于');
    }

    private get departmentColumn(): number {
        return this.start.kind === 'head' ? this.column : this.start.column;
    }

    private restOfDepartment(beginsLine: boolean): PieceStart {
        return { kind: 'rest', column: this.start.column, lineColumn: beginsLine ? undefined : this.lineColumn };
    }

    /** Whether a line no deeper than a nested project, which nothing has closed, is none of it. */
    private standsOutside(): boolean {
        if (this.start.kind !== 'nested' || this.closed) return false;
        const code = this.codeOnLine();
        if (!code) return false;
        const column = this.lineColumn;
        if (column > this.column) {
            this.hasDeeper = true;
            return false;
        }
        const isOwnEnd = (code === '}' || code === '｝') && column === this.column;
        return this.hasDeeper && !isOwnEnd && !this.doBracesMatch(this.at, this.own);
    }

    /** Whether the braces from an offset to the next declaration match if so many are open besides the department's; asked once. */
    private doBracesMatch(from: number, open: number): boolean {
        if (this.bracesMatch !== undefined) return this.bracesMatch;
        const ahead = new Cutter(this.text, from, this.restOfDepartment(from === this.lineStart), this.complete);
        ahead.own += open;
        const next = ahead.read();
        this.reach = Math.max(this.reach, ahead.reach, ahead.lineEndFrom(ahead.at));
        this.starved ||= ahead.starved || (!next && !this.complete);
        return (this.bracesMatch = ahead.excess === 0 && ahead.own === (next?.kind === 'nested' ? 1 : 0));
    }

    /** The first sign of code on the line that begins here. */
    private codeOnLine(): string | undefined {
        CODE_LINE.lastIndex = this.at;
        return CODE_LINE.exec(this.text)?.[1];
    }

    /** How far in the line stands that is being read. */
    private get lineColumn(): number {
        if (this.lineStart === undefined) return this.start.lineColumn!;
        let columns = 0;
        for (let at = this.lineStart; BLANK.test(this.text[at] ?? ''); at++) columns += this.text[at] === '\t' ? TAB : 1;
        return columns;
    }

    /** Whether the line has a word or sign of code: names may hold anything. */
    private lineSays(word: string): boolean {
        const lineEnd = this.lineEndFrom(this.at);
        this.reach = Math.max(this.reach, lineEnd);
        if (lineEnd === this.text.length && !this.complete) this.starved = true;
        return this.text.slice(this.at, lineEnd).replace(NO_CODE, '').includes(word);
    }

    private isTrivia(): boolean {
        const character = this.text[this.at]!;
        return /[\s\u3000\uFEFF]/.test(character) || (character === '/' && /[/*]/.test(this.text[this.at + 1] ?? ''));
    }

    protected openBrace(): void {
        this.own++;
    }

    protected closeBrace(): void {
        if (this.own > 1) {
            this.own--;
            return;
        }
        const isDeeper = this.lineColumn > this.column;
        if (this.start.kind === 'nested' && isDeeper && !this.doBracesMatch(this.at + 1, 0)) return;
        if (this.own === 0) this.excess++;
        this.own = 0;
        this.closed = true;
        this.ended ||= !isDeeper;
    }
}
