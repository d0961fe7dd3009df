import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { LIMITS } from '../domain/limits.js';
import type { Origin, Source, Written } from '../domain/origin.js';
import type { Repetition } from '../domain/plan.js';
import type { MissingPart, SyntaxIssue } from '../domain/syntax-issue.js';
import type { ParsedDeclaration, ReadingTrouble } from '../syntax/parse-declaration.js';
import { placeOf, placeOfKeyword, placeOfProperty, type Place } from '../syntax/places.js';
import { textOfBlock } from './text-block.js';
import { startOfLine } from './words-without-quotes.js';

/** A keyword that a name must follow, at the end of a text. */
const NAMED = /(?:部门|项目|重点任务|指标体系|指标库|属于)$/;

/** Reads strings and places out of Langium's tree, and keeps what is wrong with the text it was made from. */
export class TreeReader {
    readonly issues: SyntaxIssue[];
    readonly repetitions: Repetition[] = [];

    constructor(readonly parsed: ParsedDeclaration, readonly source: Source) {
        this.issues = parsed.troubles.map((trouble) => this.issueOf(trouble));
    }

    text(node: ast.Goal | ast.OtherTasks | ast.TaskContent | ast.TaskTarget | ast.IndicatorDetail | undefined): Written<string> | undefined {
        if (!node) return undefined;
        if (node.text === undefined) return this.missing('text', node, this.textOf(placeOf(node)));
        return this.withinLimit('text', { value: unquote(node.text), origin: this.property(node, 'text') });
    }

    /** Words behind a complete statement on the same line are no statement: a unit that stands apart, or text without quotes. */
    isLeftover(node: AstNode, word: string): boolean {
        const { offset: start } = placeOf(node);
        const before = this.parsed.text.slice(startOfLine(this.parsed.text, start), start);
        const number = /([0-9][0-9,]*(?:\.[0-9]+)?)([%‰]?)([ \t]*)$/.exec(before);
        // What follows on the line is read as a part of it.
        const origin = { ...this.origin(node), end: start + word.length };
        if (number) {
            const gap = { source: this.source, start: start - number[3]!.length, end: start };
            if (number[2] === '' && gap.end > gap.start) this.issues.push({ kind: 'spaced-unit', gap, number: number[1]!, unit: word, origin });
            else this.issues.push({ kind: 'unquoted', what: 'value', text: number[1]! + number[2]! + word, origin: { ...origin, start: start - number[0].length } });
            return true;
        }
        if (before.trim() !== '' && !/[{}]\s*$/.test(before)) {
            this.issues.push({ kind: 'unexpected', text: word, place: node.$type, origin });
            return true;
        }
        return false;
    }

    noteRepetition(label: string, first: AstNode, again: AstNode): void {
        this.repetitions.push({ label, first: this.origin(first), again: this.origin(again) });
    }

    missing(what: MissingPart, node: AstNode, after: string, behind?: string): undefined {
        const anchor = (behind === undefined ? undefined : placeOfProperty(node, behind)) ?? this.firstWordOf(node);
        this.issues.push({ kind: 'missing', what, after, origin: this.at(anchor) });
    }

    /** The first token of a node: a whole block would be underlined otherwise. */
    private firstWordOf(node: AstNode): Place {
        const place = placeOf(node);
        const length = this.textOf(place).search(/[\s{]/);
        return length <= 0 ? place : { offset: place.offset, end: place.offset + length };
    }

    private textOf({ offset, end }: Place): string {
        return this.parsed.text.slice(offset, end);
    }

    string(node: AstNode, property: string, value: string | undefined, what: 'name' | 'text' = 'name'): Written<string> | undefined {
        return value === undefined ? undefined : this.withinLimit(what, { value: unquote(value), origin: this.property(node, property) });
    }

    withinLimit(what: 'name' | 'text', written: Written<string>): Written<string> | undefined {
        const { value: { length }, origin } = written;
        if (length <= (what === 'name' ? LIMITS.nameLength : LIMITS.textLength)) return written;
        // The quotes at its beginning stand for all of it: marked as a whole it would fill the screen.
        this.issues.push({ kind: 'too-long', what, length, origin: { ...origin, end: origin.start + 1 } });
        return undefined;
    }

    property(node: AstNode, property: string): Origin {
        return this.at(placeOfProperty(node, property) ?? placeOf(node));
    }

    keyword(node: AstNode): Origin {
        return this.at(this.firstWordOf(node));
    }

    braces(node: AstNode): Origin {
        const { end } = placeOf(node);
        return { source: this.source, start: placeOfKeyword(node, '{')?.offset ?? end, end };
    }

    origin(node: AstNode): Origin {
        return this.at(placeOf(node));
    }

    private at({ offset, end }: Place): Origin {
        const { length } = this.source.text;
        return { source: this.source, start: Math.min(offset, length), end: Math.min(end, length) };
    }

    /** Where the name still is to come, it is what is missing, and not yet the block behind it. */
    missingBlock(origin: Origin): SyntaxIssue {
        const keyword = NAMED.exec(this.source.text.slice(0, origin.start))?.[0];
        if (keyword === undefined) return { kind: 'missing', what: 'block', after: '', origin };
        return { kind: 'missing', what: keyword === '属于' ? 'department' : 'name', after: keyword, origin: { ...origin, start: origin.start - keyword.length } };
    }

    issueOf({ start, end, kind, place, closesAt }: ReadingTrouble): SyntaxIssue {
        const origin = { source: this.source, start: Math.min(start, this.source.text.length), end: Math.min(end, this.source.text.length) };
        const text = this.source.text.slice(start, end);
        switch (kind) {
            case 'unclosed-string': return { kind: 'unclosed', what: 'string', origin };
            case 'unclosed-text': return { kind: 'unclosed', what: 'text', origin };
            case 'unclosed-comment': return { kind: 'unclosed', what: 'comment', origin };
            case 'unclosed-brace': return { kind: 'unclosed', what: 'brace', closesAt: closesAt === undefined ? undefined : { source: this.source, start: closesAt, end: closesAt }, origin };
            case 'opening-brace': return { kind: 'missing', what: kind, after: '', origin };
            case 'block': return this.missingBlock(origin);
            case 'head': return { kind: 'missing', what: 'head', after: '', origin };
            case 'unit': return { kind: 'missing', what: 'unit', after: text, origin };
            case 'stray': return { kind: 'stray', text, origin };
            case 'unexpected': return { kind: 'unexpected', text, place, origin };
            case 'too-many': return { kind: 'too-many', origin };
            case 'unreadable': return { kind: 'unreadable', origin };
        }
    }
}

export function unquote(literal: string): string {
    return literal.startsWith('"""') ? textOfBlock(literal.slice(3, -3)) : literal.slice(1, -1);
}
