import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import { headMeant } from './block-heads.js';
import { braceSlips, type Token } from './brace-slips.js';
import { createSyntaxServices, type SyntaxServices } from './module.js';
import { decodeParserError } from './parser-errors.js';
import { readWellFormed } from './read-well-formed.js';

/** A place in the text of a declaration that could not be read as it stands; offsets into that text. */
export interface ReadingTrouble {
    readonly start: number;
    readonly end: number;
    readonly kind: 'unclosed-string' | 'unclosed-text' | 'unclosed-comment' | 'unclosed-brace' | 'stray' | 'unexpected' | 'opening-brace' | 'block' | 'head' | 'unit' | 'too-many' | 'unreadable';
    readonly place: string;
    /** Behind which line a brace is lacking, where the indentation tells. */
    readonly closesAt?: number;
}

export interface ParsedDeclaration {
    /** Holds what could be read; never undefined, possibly without declarations. */
    readonly file: File;
    /** The text that was parsed in the end: what could not be read is blank. */
    readonly text: string;
    readonly troubles: readonly ReadingTrouble[];
}

/** A quote too many at the beginning of a line, before a word with a name or a block: no statement begins with a string. */
const QUOTE_BEFORE_HEAD = /^[ \t]*["“](?=[ \t]*[A-Z_a-z\u3007\u3400-\u9FFF]+[ \t]*(?:["“]|\{[ \t]*$))/;

/** A declaration with more errors than this is read up to the last of them only. */
const MOST_REPAIRS = 60;
/** Each repair reads the declaration again: a large one gets fewer, so that no text takes long. In characters. */
const MOST_READ_AGAIN = 1_000_000;

/** Where a block stands that begins with any word: a word that begins none is a slip for one that may stand there. */
const AROUND: Record<string, string> = { BudgetSection: 'Department', IndicatorGroup: 'IndicatorSection', TierOne: 'Taxonomy' };

let services: SyntaxServices | undefined;

/** Shared with completion, which asks the same grammar what may follow. */
export function syntaxServices(): SyntaxServices {
    return (services ??= createSyntaxServices());
}

/**
 * Parses the text of one declaration, with half-width punctuation. What cannot be read is made blank and the rest is
 * parsed again, so a broken line costs that line and every other error is still found. Never throws.
 */
export function parseDeclaration(text: string): ParsedDeclaration {
    try {
        return new Reading(text).parse();
    } catch {
        // An exception leaves Langium's parser in the middle of a tree: the next text gets a fresh one.
        services = undefined;
        return { file: emptyFile(), text: '', troubles: [{ start: 0, end: text.length, kind: 'unreadable', place: 'File' }] };
    }
}

/** Most declarations are well-formed, and Langium's parser is asked about the others only. */
function read(text: string): Pick<ParseResult<File>, 'value' | 'parserErrors'> {
    const { parser } = syntaxServices();
    const value = readWellFormed(parser.Lexer.tokenize(text).tokens);
    // It is made when it is first asked for, which takes a while.
    return value ? { value, parserErrors: [] } : parser.LangiumParser.parse<File>(text);
}

function emptyFile(): File {
    return { $type: 'File', declarations: [] };
}

class Reading {
    private readonly troubles: ReadingTrouble[] = [];
    private bracesMatch = false;

    constructor(private text: string) {}

    parse(): ParsedDeclaration {
        for (let repairs = 0; ; repairs++) {
            const { value: file, parserErrors: [error] } = read(this.text);
            if (repairs === 0) this.noteStrays();
            const isEnough = repairs >= MOST_REPAIRS || repairs * this.text.length > MOST_READ_AGAIN;
            const open = isEnough ? this.firstOpen() : undefined;
            if (open !== undefined) return this.giveUpFrom(open);
            if (this.closeWhatIsOpen() || this.blankLoneUnits()) continue;
            if (error && this.matchBraces()) continue;
            if (!error) return { file, text: this.text, troubles: this.troubles };
            if (isEnough) return this.giveUpFrom(Number.isFinite(error.token.startOffset) ? error.token.startOffset : this.text.length);
            this.repair(error);
        }
    }

    private noteStrays(): void {
        const { strays } = syntaxServices().parser.Lexer;
        let last: { start: number; end: number } | undefined;
        for (const { startOffset: start, image, tokenType } of strays) {
            const end = start + image.length;
            if (tokenType.name === 'STRAY') {
                if (last?.end === start) {
                    last.end = end;
                } else {
                    last = { start, end };
                    this.troubles.push(Object.assign(last, { kind: 'stray', place: '' } as const));
                }
                continue;
            }
            const kind = tokenType.name === 'UNCLOSED_STRING' ? 'unclosed-string' : tokenType.name === 'UNCLOSED_COMMENT' ? 'unclosed-comment' : 'unclosed-text';
            this.troubles.push({ start, end: kind === 'unclosed-string' ? end : start + 3, kind, place: '' });
        }
    }

    /**
     * What nothing closes would swallow what follows it. A lone quote before a word is taken away; else a string ends before a brace at the end of its line, which opens
     * a block; a text or a comment ends with its line.
     */
    private closeWhatIsOpen(): boolean {
        let changed = false;
        for (const { startOffset: start, image, tokenType } of syntaxServices().parser.Lexer.strays) {
            if (tokenType.name === 'STRAY') continue;
            if (tokenType.name === 'UNCLOSED_STRING') {
                const line = this.startOfLine(start);
                const lone = QUOTE_BEFORE_HEAD.exec(this.text.slice(line, start + image.length))?.[0];
                if (lone !== undefined) {
                    this.blank(line, line + lone.length);
                    changed = true;
                    continue;
                }
                const blank = /\s\{\s*$/.exec(image);
                if (!blank) continue;
                this.write(start + blank.index, image.startsWith('“') ? '”' : '"');
            } else {
                this.blank(start, this.endOfLine(start, this.text.length));
            }
            changed = true;
        }
        return changed;
    }

    /** A unit is any word, and the one behind a 金额单位 that ends its line would be the word of the next statement. */
    private blankLoneUnits(): boolean {
        const { tokens } = syntaxServices().parser.Lexer;
        const lone = tokens.filter(({ image, startOffset }, index) => {
            const next = tokens[index + 1];
            return image === '金额单位' && next && /[\n\r]/.test(this.text.slice(startOffset, next.startOffset));
        });
        for (const { image, startOffset: start } of lone) {
            this.troubles.push({ start, end: start + image.length, kind: 'unit', place: '' });
            this.blank(start, start + image.length);
        }
        return lone.length > 0;
    }

    /** A brace too many or too few would move the ends of all blocks around it: it is looked for before anything else is repaired. */
    private matchBraces(): boolean {
        if (this.bracesMatch) return false;
        this.bracesMatch = true;
        const slips = braceSlips(this.text, syntaxServices().parser.Lexer.tokens);
        // Of the text as it stands: a brace that is put in takes the place of a line end.
        const closings = slips.map((slip) => (slip.kind === 'unclosed' ? this.endOfLineBefore(slip.before) : undefined));
        for (const [index, slip] of slips.entries()) {
            switch (slip.kind) {
                case 'surplus':
                    this.drop(slip.at, slip.at + 1, '');
                    break;
                case 'unclosed':
                    this.troubles.push({ start: slip.open, end: slip.open + 1, kind: 'unclosed-brace', place: '', closesAt: closings[index] });
                    this.closeBlock(slip.before);
                    break;
                case 'unopened':
                    this.openBlock(slip.behind, false, '');
                    break;
            }
        }
        return slips.length > 0;
    }

    /** The end of the last line with anything on it before that of an offset; undefined at the end of the text. */
    private endOfLineBefore(offset: number): number | undefined {
        return offset === this.text.length ? undefined : this.text.slice(0, this.startOfLine(offset)).trimEnd().length;
    }

    /** Puts a closing brace in the place of white space before an offset, if there is any. */
    private closeBlock(before: number): void {
        if (before === this.text.length) {
            // On a line of its own: the text may end in a comment.
            this.text += '\n}';
            return;
        }
        const end = this.text.slice(0, before).trimEnd().length;
        const blank = this.text.lastIndexOf(' ', before - 1);
        const at = blank >= end ? blank : end;
        if (at < before) this.write(at, '}');
    }

    private repair(error: ParseResult['parserErrors'][number]): void {
        const { expected, place } = decodeParserError(error.message);
        const { token, previousToken } = error as typeof error & { previousToken?: typeof error.token };
        const atEnd = token.tokenType.name === 'EOF';
        const start = atEnd ? this.text.length : token.startOffset;
        const end = atEnd ? start : start + token.image.length;

        if (expected.includes('{') && token.image !== '{' && previousToken) {
            const behind = previousToken.startOffset + previousToken.image.length;
            if (atEnd || token.image === '}' || /[\n\r]/.test(this.text.slice(behind, start))) return this.openBlock(behind, atEnd, place);
            const brace = this.braceOnLine(start);
            if (brace !== undefined) return this.drop(start, brace, place);
            const around = AROUND[place];
            if (around) return this.drop(this.startOfStatement(behind), this.endOfStatement(start), around);
        }
        if (atEnd) {
            const open = this.lastOpenBrace();
            this.troubles.push({ start: open, end: open + 1, kind: 'unclosed-brace', place });
            this.closeBlock(start);
            return;
        }
        if (token.image === '}') return this.drop(start, end, place);
        const { tokens } = syntaxServices().parser.Lexer;
        const behind = tokens.slice(tokens.findIndex(({ startOffset }) => startOffset === start));
        if (this.giveHead(behind, place)) return;
        if (token.image === '{') return this.drop(start, this.behindBlock(start), place);
        const statementEnd = this.endOfStatement(start);
        // What a block follows on the line is no part of the slip: the word before it may be all that is wrong.
        const opensBlock = behind.find(({ image, startOffset }) => image === '{' && startOffset < statementEnd);
        this.drop(start, opensBlock && opensBlock !== behind[1] ? end : statementEnd, place);
    }

    /** A block, with a name or without, that lacks the word before it is given that word, where what it holds tells which. */
    private giveHead(tokens: readonly Token[], place: string): boolean {
        const brace = tokens.findIndex(({ image }) => image === '{');
        const before = tokens.slice(0, brace);
        if (brace < 0 || !before.every(({ image }, index) => (index === 1 ? image === '属于' : /^["“]/.test(image)))) return false;
        const head = headMeant(place, tokens.slice(brace));
        const [{ startOffset: start, image } = { startOffset: 0, image: '' }] = tokens;
        if (head === undefined) return false;
        const line = this.startOfLine(start);
        const room = /[ \t]*$/.exec(this.text.slice(line, start))![0].length;
        const isFirst = room === start - line;
        if (room >= head.length + (isFirst ? 0 : 1)) this.write(start - head.length, head);
        else if (image.length > head.length) this.write(start, head.padEnd(image.length));
        else return false;
        this.troubles.push({ start: tokens[brace]!.startOffset, end: tokens[brace]!.startOffset + 1, kind: 'head', place });
        return true;
    }

    /** Where a text or comment begins that nothing closes. */
    private firstOpen(): number | undefined {
        return syntaxServices().parser.Lexer.strays.find(({ tokenType }) => tokenType.name === 'UNCLOSED_TEXT_BLOCK' || tokenType.name === 'UNCLOSED_COMMENT')?.startOffset;
    }

    private giveUpFrom(start: number): ParsedDeclaration {
        this.troubles.push({ start, end: Math.min(start + 1, this.text.length), kind: 'too-many', place: '' });
        const open = this.openBraces(start);
        this.text = this.text.slice(0, start) + '}'.repeat(open.length);
        const { value: file, parserErrors } = read(this.text);
        return { file: parserErrors.length > 0 ? emptyFile() : file, text: this.text, troubles: this.troubles };
    }

    private drop(start: number, end: number, place: string): void {
        const [line = ''] = this.text.slice(start, end).split(/[\n\r]/);
        const shown = line.trimEnd().replace(/(?<=\S)\s*\{$/, '');
        const from = this.startOfDropped(start, place);
        this.troubles.push({ start: from, end: start + shown.length, kind: 'unexpected', place });
        this.blank(start, end);
    }

    /** What was dropped just before on the same line is told together with what follows it. */
    private startOfDropped(start: number, place: string): number {
        const last = this.troubles.at(-1);
        if (last?.kind !== 'unexpected' || last.place !== place || last.end > start || !/^[ \t]*$/.test(this.text.slice(last.end, start))) return start;
        this.troubles.pop();
        return last.start;
    }

    /**
     * A block is announced and no brace opens it. Where some brace closes without having been opened, it was this one that
     * is missing; otherwise the block itself is still to come, and there is an empty one or, without room for it, none.
     */
    private openBlock(at: number, atEnd: boolean, place: string): void {
        const room = /^\s*/.exec(this.text.slice(at))![0].length;
        const kind = this.excessOfClosingBraces() > 0 && room > 0 ? 'opening-brace' : 'block';
        this.troubles.push({ start: at, end: at, kind, place });
        if (kind === 'opening-brace') this.write(at, '{');
        else if (atEnd) this.text += '\n{}';
        else if (room > 1) this.write(at, '{}');
        else this.blank(this.startOfStatement(at), at);
    }

    private excessOfClosingBraces(): number {
        let excess = 0;
        for (const { image } of syntaxServices().parser.Lexer.tokens) {
            if (image === '}') excess++;
            else if (image === '{') excess--;
        }
        return excess;
    }

    /** Where the statement begins whose last token ends at an offset: on the same line, behind the last brace. */
    private startOfStatement(end: number): number {
        let start = 0;
        for (const { image, startOffset } of syntaxServices().parser.Lexer.tokens) {
            if (startOffset >= end) break;
            if (image === '{' || image === '}') start = startOffset + 1;
        }
        const from = Math.max(start, this.startOfLine(end));
        return from + /^\s*/.exec(this.text.slice(from))![0].length;
    }

    private startOfLine(at: number): number {
        return Math.max(this.text.lastIndexOf('\n', at - 1), this.text.lastIndexOf('\r', at - 1)) + 1;
    }

    private braceOnLine(from: number): number | undefined {
        const line = /^[^\n\r]*/.exec(this.text.slice(from))![0];
        const brace = line.lastIndexOf('{');
        return brace < 0 || line.includes('}') ? undefined : from + brace;
    }

    /** To the end of the line, or of the block that begins on it; a closing brace of something around is left standing. */
    private endOfStatement(from: number): number {
        let end = from;
        for (const { image, startOffset } of syntaxServices().parser.Lexer.tokens) {
            if (startOffset < from) continue;
            if (/[\n\r]/.test(this.text.slice(end, startOffset)) || image === '}') return this.endOfLine(end, startOffset);
            if (image === '{') return this.behindBlock(startOffset);
            end = startOffset + image.length;
        }
        return this.endOfLine(end, this.text.length);
    }

    private endOfLine(from: number, limit: number): number {
        const lineEnd = this.text.slice(from, limit).search(/[\n\r]/);
        return lineEnd < 0 ? limit : from + lineEnd;
    }

    /** Behind the brace that closes the one at an offset; where none does, behind the one at the offset. */
    private behindBlock(brace: number): number {
        let depth = 0;
        for (const { image, startOffset } of syntaxServices().parser.Lexer.tokens) {
            if (startOffset < brace) continue;
            if (image === '{') depth++;
            else if (image === '}' && --depth === 0) return startOffset + 1;
        }
        return brace + 1;
    }

    private lastOpenBrace(): number {
        return this.openBraces(this.text.length).at(-1) ?? 0;
    }

    private openBraces(before: number): number[] {
        const open: number[] = [];
        for (const { image, startOffset } of syntaxServices().parser.Lexer.tokens) {
            if (startOffset >= before) break;
            if (image === '{') open.push(startOffset);
            else if (image === '}') open.pop();
        }
        return open;
    }

    private blank(start: number, end: number): void {
        this.write(start, this.text.slice(start, end).replace(/[^\n\r]/g, ' '));
    }

    private write(at: number, replacement: string): void {
        this.text = this.text.slice(0, at) + replacement + this.text.slice(at + replacement.length);
    }
}
