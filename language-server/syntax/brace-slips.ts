/** A token that the parser sees. */
export interface Token {
    readonly image: string;
    readonly startOffset: number;
}

/** A brace too many, or a place where one is lacking; offsets into the text. */
export type BraceSlip =
    | { readonly kind: 'surplus'; readonly at: number }
    /** Nothing closes the brace at `open`, and what it opened ends before an offset. */
    | { readonly kind: 'unclosed'; readonly open: number; readonly before: number }
    | { readonly kind: 'unopened'; readonly behind: number };

/** Where more braces match no other, they are no slips. */
const MOST_SLIPS = 20;

/**
 * Which braces are slips, where those of a text do not match: one that is lost or too many moves the ends of all blocks
 * around it, and only the indentation tells which it was. Text whose braces match means what they say, however it is
 * indented; and where the indentation sees many more slips than there need be, it tells nothing.
 */
export function braceSlips(text: string, tokens: readonly Token[]): readonly BraceSlip[] {
    const fewest = unmatched(tokens);
    return fewest === 0 || fewest > MOST_SLIPS ? [] : (new Layout(text, tokens).slips(2 * fewest + 1) ?? []);
}

/** How many braces match no other. */
function unmatched(tokens: readonly Token[]): number {
    let [open, unopened] = [0, 0];
    for (const { image } of tokens) {
        if (image === '{') open++;
        else if (image === '}' && open > 0) open--;
        else if (image === '}') unopened++;
    }
    return open + unopened;
}

/** From a token behind a line break to the next such; a token may hold line breaks itself. */
interface Line {
    readonly indentation: number;
    readonly tokens: Token[];
}

interface Opening {
    readonly line: Line;
    /** Which token of the line it is. */
    readonly index: number;
}

const WORD = /^[A-Z_a-z\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/;
const WORD_OR_NAME = new RegExp(`${WORD.source}|^["“]`);
/** How many columns a tab takes. */
const TAB = 4;

/** A text as its indentation shows it: what stands in a block stands deeper than its first and its last line. */
class Layout {
    private readonly lines: readonly Line[];
    private readonly found: BraceSlip[] = [];
    private readonly open: Opening[] = [];
    /** The last line in each column, as far as nothing stood further left since, and whether anything stood deeper. */
    private readonly above: { readonly line: Line; hasDeeper: boolean }[] = [];

    constructor(private readonly text: string, tokens: readonly Token[]) {
        this.lines = linesOf(text, tokens);
    }

    /** @returns undefined if there are more than so many */
    slips(most: number): readonly BraceSlip[] | undefined {
        for (const [index, line] of this.lines.entries()) {
            this.read(line, this.lines[index + 1]);
            if (this.found.length > most) return undefined;
        }
        this.endBlocks(-1, this.text.length);
        return this.found.length > most ? undefined : this.found;
    }

    private read(line: Line, next: Line | undefined): void {
        const headless = this.blockWithoutBrace(line);
        const [first] = line.tokens as [Token, ...Token[]];
        if (first.image === '}' && next && next.indentation > line.indentation) this.found.push({ kind: 'surplus', at: first.startOffset });
        else if (first.image === '}') this.closeInColumn(line, first, headless);
        else this.endBlocks(line.indentation, first.startOffset);
        const lastCode = line.tokens.findLastIndex(({ image }) => image !== '}');
        for (let index = first.image === '}' ? 1 : 0; index < line.tokens.length; index++) {
            const { image, startOffset } = line.tokens[index]!;
            if (image === '{') this.open.push({ line, index });
            else if (image === '}') this.closeWithin(line, startOffset, index > lastCode, next);
        }
    }

    /** The last line in the same column if something deeper follows it. */
    private blockWithoutBrace(line: Line): Line | undefined {
        while (this.above.length > 0 && this.above.at(-1)!.line.indentation > line.indentation) this.above.pop();
        const same = this.above.at(-1)?.line.indentation === line.indentation ? this.above.pop() : undefined;
        const around = this.above.at(-1);
        if (around) around.hasDeeper = true;
        this.above.push({ line, hasDeeper: false });
        return same?.hasDeeper ? same.line : undefined;
    }

    /** A brace at the beginning of a line closes what was opened in its column. */
    private closeInColumn({ indentation }: Line, { startOffset }: Token, headless: Line | undefined): void {
        if (this.open.some(({ line }) => line.indentation === indentation)) {
            this.endBlocks(indentation + 1, startOffset);
            this.open.pop();
            return;
        }
        const innermost = this.open.at(-1);
        const head = headless?.tokens.at(-1);
        if (innermost && innermost.line.indentation > indentation) this.open.pop();
        else if (head && WORD_OR_NAME.test(head.image)) this.found.push({ kind: 'unopened', behind: head.startOffset + head.image.length });
        else this.found.push({ kind: 'surplus', at: startOffset });
    }

    /** A brace behind something else closes what its line has opened, or at the line's end what ends there in any case. */
    private closeWithin(line: Line, at: number, isAtEnd: boolean, next: Line | undefined): void {
        const innermost = this.open.at(-1);
        if (innermost && (innermost.line === line || (isAtEnd && endsBefore(next, innermost.line)))) this.open.pop();
        else this.found.push({ kind: 'surplus', at });
    }

    /** Ends the blocks opened in a column or further right, which should have been closed before an offset. */
    private endBlocks(column: number, before: number): void {
        for (let last = this.open.at(-1); last && last.line.indentation >= column; last = this.open.at(-1)) {
            this.open.pop();
            const open = last.line.tokens[last.index]!.startOffset;
            this.found.push(opensNothing(last) ? { kind: 'surplus', at: open } : { kind: 'unclosed', open, before });
        }
    }
}

/** Whether a brace within a line cannot open a block: a word or name stands before one that does, and words behind it. */
function opensNothing({ line: { tokens }, index }: Opening): boolean {
    const [before, behind] = [tokens[index - 1], tokens[index + 1]];
    if (!behind) return false;
    return !before || !WORD_OR_NAME.test(before.image) || !WORD.test(behind.image) || tokens.at(-1)!.image === '{';
}

/** Whether a block that a line opens ends before another, without a brace of its own there. */
function endsBefore(next: Line | undefined, { indentation }: Line): boolean {
    if (!next) return true;
    return next.tokens[0]!.image === '}' ? next.indentation < indentation : next.indentation <= indentation;
}

function linesOf(text: string, tokens: readonly Token[]): Line[] {
    const lines: Line[] = [];
    let end = 0;
    for (const token of tokens) {
        if (lines.length > 0 && !/[\n\r]/.test(text.slice(end, token.startOffset))) lines.at(-1)!.tokens.push(token);
        else lines.push({ indentation: indentationAt(text, token.startOffset), tokens: [token] });
        end = token.startOffset + token.image.length;
    }
    return lines;
}

/** How far in the line stands that an offset lies in. */
function indentationAt(text: string, offset: number): number {
    const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    let columns = 0;
    for (let at = start; text[at] === ' ' || text[at] === '\t'; at++) columns += text[at] === '\t' ? TAB : 1;
    return columns;
}
