/** The words that declarations begin with. */
export const DECLARATION_KEYWORDS: readonly string[] = ['部门', '项目', '指标体系', '指标库'];

/** The head of a declaration, whatever stands around it. */
const HEAD_LINE = new RegExp(String.raw`^[ \t\u3000]*(?:${DECLARATION_KEYWORDS.join('|')})[ \t\u3000]*["“＂]`, 'gm');
const TEXT_OPENER = /(?:^|[\n\r{])[ \t\u3000]*(?:总体绩效目标|绩效目标|其他任务|内容|目标|说明|依据)[ \t\u3000]*$/;
/** By their codes, 1 for the characters that mean something here; the reader goes on to the next: quicker than by an expression. */
const NOTABLE = new Uint8Array(0x10000).fill(1, 0xff01, 0xff5f);
for (const character of '\n\r"“/{}\u3000\uFEFF') NOTABLE[character.charCodeAt(0)] = 1;
const TRIVIA_END = /[^\s\u3000\uFEFF]/g;
const LINE_END = /[\n\r]/g;

interface Ahead {
    readonly from: number;
    readonly at: number;
}

/**
 * Reads a text as code, strings and comments. On the way full-width letters, digits and punctuation in the code become their
 * half-width forms, character for character, so that offsets never move.
 */
export abstract class CodeReader {
    protected at: number;
    /** Up to where the text was looked at. */
    protected reach = 0;
    /** Whether more text is needed to go on. */
    protected starved = false;
    private copiedTo: number;
    private normalized = '';
    /** What was looked for in vain or found further on: a flood of openings asks again and again. */
    private readonly ahead = new Map<string, Ahead>();

    /** @param complete whether the text ends where the file ends */
    constructor(protected readonly text: string, from: number, protected readonly complete: boolean) {
        this.at = from;
        this.copiedTo = from;
    }

    protected abstract openBrace(): void;
    protected abstract closeBrace(): void;

    /** What was read, with half-width punctuation. */
    protected get halfWidth(): string {
        return this.normalized + this.text.slice(this.copiedTo, this.at);
    }

    protected skipToNotable(): void {
        const { text } = this;
        let { at } = this;
        while (NOTABLE[text.charCodeAt(at)] === 0) at++;
        this.at = at;
    }

    /** Reads one character, string or comment; tells whether a line begins behind it. */
    protected readCharacter(): boolean {
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
                this.openBrace();
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

    /** An unclosed text or comment is left where a declaration begins. */
    private isLineStart(): boolean {
        const before = this.text.charCodeAt(this.at - 1);
        return before === 0x0a || before === 0x0d;
    }

    private readString(opener: number): void {
        if (opener !== 0x201c && this.text.startsWith('"""', this.at)) {
            this.readTextBlock();
            return;
        }
        const closer = opener === 0x201c ? 0x201d : opener;
        if (opener === 0xff02) this.write('"');
        else this.at++;
        // Names are short: to look at each character is quicker than to search for the two that may end one.
        let code = this.text.charCodeAt(this.at);
        while (code !== closer && code !== 0x0a && code !== 0x0d && this.at < this.text.length) code = this.text.charCodeAt(++this.at);
        if (this.at === this.text.length) this.starved ||= !this.complete;
        else if (code !== closer) return;
        else if (opener === 0xff02) this.write('"');
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
        // With a quote before it: a line does not begin behind the quotes.
        HEAD_LINE.lastIndex = 1;
        const declaration = HEAD_LINE.exec(this.text.slice(open + 2, close));
        if (declaration) {
            this.reach = Math.max(this.reach, close + 3);
            if (TEXT_OPENER.test(this.text.slice(Math.max(open + 2 + declaration.index, close - 60), close))) {
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

    protected lineEndFrom(from: number): number {
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

    protected copyUpTo(offset: number): void {
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
