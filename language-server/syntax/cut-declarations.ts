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
 *
 * On the way full-width letters, digits and punctuation outside strings and comments become their half-width forms,
 * character for character, so that offsets never move.
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

const DECLARATION = /[ \t\u3000]*(部门|项目|指标体系|指标库)(?![0-9A-Za-z_\u3007\u3400-\u9FFF])([ \t\u3000]*["“＂])?/y;
const HEAD_LINE = /^[ \t\u3000]*(?:部门|项目|指标体系|指标库)[ \t\u3000]*["“＂]/gm;
const TEXT_OPENER = /(?:^|[\n\r{])[ \t\u3000]*(?:总体绩效目标|绩效目标|其他任务|内容|目标|说明|依据)[ \t\u3000]*$/;
/** The characters that mean something to the cutter; it jumps from one to the next. */
const NOTABLE = /[\n\r"“/{}\u3000\uFEFF\uFF01-\uFF5E]/g;
const NO_CODE = /"[^"]*"|“[^”]*”|＂[^＂]*＂|[/／][/／].*/g;
const TRIVIA_END = /[^\s\u3000\uFEFF]/g;
const LINE_END = /[\n\r]/g;
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

interface Ahead {
    readonly from: number;
    readonly at: number;
}

class Cutter {
    private at: number;
    /** Where the line begins that is being read; undefined before the first that begins in the piece. */
    private lineStart: number | undefined;
    private copiedTo: number;
    private normalized = '';
    private reach = 0;
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
    private starved = false;
    /** What was looked for in vain or found further on: a flood of openings asks again and again. */
    private readonly ahead = new Map<string, Ahead>();

    constructor(
        private readonly text: string,
        private readonly from: number,
        private readonly start: PieceStart,
        private readonly complete: boolean,
    ) {
        this.at = from;
        this.copiedTo = from;
        this.lineStart = start.lineColumn === undefined ? from : undefined;
        this.column = start.column;
        this.isDepartment = start.kind === 'rest';
        this.own = this.isDepartment ? 1 : 0;
    }

    cut(): PieceCut | 'more text needed' {
        const next = this.read();
        if (this.starved || (!next && !this.complete)) return 'more text needed';
        this.normalized += this.text.slice(this.copiedTo, this.at);
        return { start: this.start, end: this.at, next: next ?? FILE_START, normalized: this.normalized, reach: Math.max(0, this.reach - this.at) };
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
        const found = DECLARATION.exec(this.text);
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

    /** An unclosed text or comment is left where a declaration begins. */
    private isLineStart(): boolean {
        return /[\n\r]/.test(this.text[this.at - 1] ?? '');
    }

    private isTrivia(): boolean {
        const character = this.text[this.at]!;
        return /[\s\u3000\uFEFF]/.test(character) || (character === '/' && /[/*]/.test(this.text[this.at + 1] ?? ''));
    }

    private skipToNotable(): void {
        NOTABLE.lastIndex = this.at;
        this.at = NOTABLE.exec(this.text)?.index ?? this.text.length;
    }

    /** Reads one character, string or comment; tells whether a line begins behind it. */
    private readCharacter(): boolean {
        const code = this.text.charCodeAt(this.at);
        switch (code) {
            case 0x0a: case 0x0d:
                this.at++;
                return true;
            case 0x22: case 0xff02: case 0x201c:
                this.readString(code);
                return this.isLineStart();
            case 0x2f: case 0xff0f:
                if (this.readComment()) return this.isLineStart();
                break;
            case 0x7b: case 0xff5b:
                this.own++;
                break;
            case 0x7d: case 0xff5d:
                this.closeBrace();
                break;
        }
        if (code === 0x3000 || code === 0xfeff) this.write(' ');
        else if (code >= 0xff01 && code <= 0xff5e) this.write(String.fromCharCode(code - 0xfee0));
        else this.at++;
        return false;
    }

    private closeBrace(): void {
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

    private readString(opener: number): void {
        if (opener !== 0x201c && this.text.startsWith('"""', this.at)) {
            this.readTextBlock();
            return;
        }
        const closer = opener === 0x201c ? '”' : opener === 0xff02 ? '＂' : '"';
        const lineEnd = this.lineEndFrom(this.at);
        if (lineEnd === this.text.length && !this.complete) this.starved = true;
        const end = this.next(closer, this.at + 1);
        if (opener === 0xff02) this.write('"');
        else this.at++;
        if (end < 0 || end > lineEnd) {
            this.at = lineEnd;
            return;
        }
        this.at = end;
        if (opener === 0xff02) this.write('"');
        else this.at++;
    }

    /** A text that nothing closes ends with its line, as for the parser. */
    private readTextBlock(): void {
        const open = this.at;
        const close = this.text.indexOf('"""', open + 3);
        if (close < 0) {
            this.reach = this.text.length;
            if (!this.complete) this.starved = true;
            this.at = this.lineEndFrom(open);
            return;
        }
        // A text that runs over something that looks like a declaration is taken for unclosed if the quotes that would
        // close it look themselves like the beginning of a text: a label stands before them.
        const declaration = this.declarationAfter(open + 3, close);
        if (declaration !== undefined) {
            this.reach = Math.max(this.reach, close + 3);
            if (TEXT_OPENER.test(this.text.slice(Math.max(declaration, close - 60), close))) {
                this.at = this.lineEndFrom(open);
                return;
            }
        }
        this.at = close + 3;
    }

    /** Reads a comment if one begins at the slash here. */
    private readComment(): boolean {
        const following = this.text[this.at + 1] ?? '';
        const isLine = '/／'.includes(following) && following !== '';
        const isBlock = '*＊'.includes(following) && following !== '';
        if (!isLine && !isBlock) return false;
        this.write('/');
        this.write(isLine ? '/' : '*');
        if (isBlock) {
            this.readBlockComment();
        } else {
            this.at = this.lineEndFrom(this.at);
        }
        return true;
    }

    private readBlockComment(): void {
        const close = this.next('*/', this.at);
        const reopened = this.next('/*', this.at);
        // Comments do not nest: one that meets another before its end was never closed.
        const unclosed = close < 0 || (reopened >= 0 && reopened < close);
        if (!unclosed) {
            this.at = close + 2;
            return;
        }
        if (!this.complete && close < 0) this.starved = true;
        const limit = close < 0 ? this.text.length : close;
        this.reach = Math.max(this.reach, limit);
        this.at = this.declarationAfter(this.at, limit) ?? limit;
    }

    /** Where the first line between two offsets begins that looks like the head of a declaration. */
    private declarationAfter(from: number, to: number): number | undefined {
        const found = this.lookAhead('head', from, () => {
            HEAD_LINE.lastIndex = from;
            return HEAD_LINE.exec(this.text)?.index ?? -1;
        });
        return found >= 0 && found < to ? found : undefined;
    }

    private lineEndFrom(from: number): number {
        const found = this.lookAhead('line end', from, () => {
            LINE_END.lastIndex = from;
            return LINE_END.exec(this.text)?.index ?? -1;
        });
        return found < 0 ? this.text.length : found;
    }

    private next(sign: string, from: number): number {
        return this.lookAhead(sign, from, () => this.text.indexOf(sign, from));
    }

    /** The first place from an offset on where something is, or -1; looked for once as long as the answer holds. */
    private lookAhead(what: string, from: number, look: () => number): number {
        const known = this.ahead.get(what);
        if (known && known.from <= from && (known.at < 0 || from <= known.at)) return known.at;
        const at = look();
        this.ahead.set(what, { from, at });
        return at;
    }

    /** Puts another character in place of the one here. */
    private write(character: string): void {
        this.normalized += this.text.slice(this.copiedTo, this.at) + character;
        this.at++;
        this.copiedTo = this.at;
    }

    private copyUpTo(offset: number): void {
        while (this.at < offset) this.readCharacter();
    }
}

/** The first character that is neither white space nor in a comment; the text's length if there is none. */
export function firstContent(text: string): number {
    let at = 0;
    for (;;) {
        TRIVIA_END.lastIndex = at;
        const found = TRIVIA_END.exec(text);
        if (!found) return text.length;
        at = found.index;
        if (text.startsWith('//', at)) {
            LINE_END.lastIndex = at;
            at = LINE_END.exec(text)?.index ?? text.length;
        } else if (text.startsWith('/*', at)) {
            const close = text.indexOf('*/', at + 2);
            if (close < 0) return at;
            at = close + 2;
        } else {
            return at;
        }
    }
}
