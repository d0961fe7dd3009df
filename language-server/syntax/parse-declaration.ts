import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import { createSyntaxServices, type SyntaxServices } from './module.js';
import { decodeParserError } from './parser-errors.js';

/** A place in the text of a declaration that could not be read as it stands; offsets into that text. */
export interface ReadingTrouble {
    readonly start: number;
    readonly end: number;
    readonly kind: 'unclosed-string' | 'unclosed-text' | 'unclosed-comment' | 'unclosed-brace' | 'stray' | 'unexpected' | 'opening-brace' | 'too-many' | 'unreadable';
    readonly place: string;
}

export interface ParsedDeclaration {
    /** Holds what could be read; never undefined, possibly without declarations. */
    readonly file: File;
    /** The text that was parsed in the end: what could not be read is blank. */
    readonly text: string;
    readonly troubles: readonly ReadingTrouble[];
}

/** A declaration with more errors than this is read up to the last of them only. */
const MOST_REPAIRS = 60;

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

function emptyFile(): File {
    return { $type: 'File', declarations: [] };
}

class Reading {
    private readonly troubles: ReadingTrouble[] = [];

    constructor(private text: string) {}

    parse(): ParsedDeclaration {
        const { parser } = syntaxServices();
        for (let repairs = 0; ; repairs++) {
            const result = parser.LangiumParser.parse<File>(this.text);
            if (repairs === 0 && parser.Lexer.strays.length > 0) {
                this.noteStrays();
                if (this.closeUnclosedStrings()) continue;
            }
            const [error] = result.parserErrors;
            if (!error) return { file: result.value, text: this.text, troubles: this.troubles };
            if (repairs >= MOST_REPAIRS) return this.giveUpFrom(error);
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

    /** A string left open before a brace is read up to the brace, or it would swallow the block's beginning. */
    private closeUnclosedStrings(): boolean {
        let changed = false;
        for (const trouble of this.troubles) {
            if (trouble.kind !== 'unclosed-string') continue;
            const line = this.text.slice(trouble.start, trouble.end);
            const blank = /\s\{\s*$/.exec(line);
            if (!blank) continue;
            this.write(trouble.start + blank.index, line.startsWith('“') ? '”' : '"');
            changed = true;
        }
        return changed;
    }

    private repair(error: ParseResult['parserErrors'][number]): void {
        const { expected, place } = decodeParserError(error.message);
        const { token, previousToken } = error as typeof error & { previousToken?: typeof error.token };
        const atEnd = token.tokenType.name === 'EOF';
        const start = atEnd ? this.text.length : token.startOffset;
        const end = atEnd ? start : start + token.image.length;

        if (expected.includes('{') && token.image !== '{') {
            const brace = this.braceOnLine(start);
            if (brace !== undefined) return this.drop(start, brace, place);
            if (previousToken && this.insertBrace(previousToken.startOffset + previousToken.image.length, place)) return;
        }
        if (atEnd) {
            const open = this.lastOpenBrace();
            this.troubles.push({ start: open, end: open + 1, kind: 'unclosed-brace', place });
            this.text += '}';
            return;
        }
        if (token.image === '}' || token.image === '{') {
            if (token.image === '{') return this.drop(start, this.behindBlock(start), place);
            return this.drop(start, end, place);
        }
        this.drop(start, this.endOfStatement(start), place);
    }

    private giveUpFrom(error: ParseResult['parserErrors'][number]): ParsedDeclaration {
        const start = Number.isFinite(error.token.startOffset) ? error.token.startOffset : this.text.length;
        this.troubles.push({ start, end: Math.min(start + 1, this.text.length), kind: 'too-many', place: '' });
        const open = this.openBraces(start);
        this.text = this.text.slice(0, start) + '}'.repeat(open.length);
        const result = syntaxServices().parser.LangiumParser.parse<File>(this.text);
        return { file: result.parserErrors.length > 0 ? emptyFile() : result.value, text: this.text, troubles: this.troubles };
    }

    private drop(start: number, end: number, place: string): void {
        const dropped = this.text.slice(start, end).trimEnd();
        this.troubles.push({ start, end: start + dropped.length, kind: 'unexpected', place });
        this.write(start, this.text.slice(start, end).replace(/[^\n\r]/g, ' '));
    }

    private insertBrace(at: number, place: string): boolean {
        if (!/\s/.test(this.text[at] ?? '')) return false;
        this.troubles.push({ start: at, end: at, kind: 'opening-brace', place });
        this.write(at, '{');
        return true;
    }

    private braceOnLine(from: number): number | undefined {
        const line = /^[^\n\r]*/.exec(this.text.slice(from))![0];
        const brace = line.lastIndexOf('{');
        return brace < 0 || line.includes('}') ? undefined : from + brace;
    }

    /** To the end of the line, or of the block that begins on it; a closing brace of something around is left standing. */
    private endOfStatement(from: number): number {
        for (const { image, startOffset } of syntaxServices().parser.Lexer.tokens) {
            if (startOffset < from) continue;
            if (/[\n\r]/.test(this.text.slice(from, startOffset)) || image === '}') return this.endOfLine(from, startOffset);
            if (image === '{') return this.behindBlock(startOffset);
        }
        return this.endOfLine(from, this.text.length);
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

    private write(at: number, replacement: string): void {
        this.text = this.text.slice(0, at) + replacement + this.text.slice(at + replacement.length);
    }
}
