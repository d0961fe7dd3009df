import type { AstNode, CstNode } from 'langium';
import { AstUtils, GrammarAST, GrammarUtils, isCompositeCstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { LIMITS } from '../domain/limits.js';
import type { Origin, Source, Written } from '../domain/origin.js';
import type { Repetition } from '../domain/plan.js';
import type { MissingPart, SyntaxIssue } from '../domain/syntax-issue.js';
import type { ParsedDeclaration, ReadingTrouble } from '../syntax/parse-declaration.js';
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
        if (node.text === undefined) return this.missing('text', node, this.parsed.text.slice(node.$cstNode!.offset, node.$cstNode!.end));
        return this.withinLimit('text', { value: unquote(node.text), origin: this.property(node, 'text') });
    }

    /** Words behind a complete statement on the same line are no statement: a unit that stands apart, or text without quotes. */
    isLeftover(node: AstNode, word: string): boolean {
        const start = node.$cstNode!.offset;
        const before = this.parsed.text.slice(startOfLine(this.parsed.text, start), start);
        const number = /([0-9][0-9,]*(?:\.[0-9]+)?)([%‰]?)([ \t]*)$/.exec(before);
        // What follows on the line is read as a part of it.
        const origin = { ...this.origin(node.$cstNode), end: start + word.length };
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
        this.repetitions.push({ label, first: this.origin(first.$cstNode), again: this.origin(again.$cstNode) });
    }

    missing(what: MissingPart, node: AstNode, after: string, behind?: string): undefined {
        const cst = node.$cstNode!;
        const anchor = (behind === undefined ? undefined : nodeOfProperty(cst, behind)) ?? this.firstLineOf(cst);
        this.issues.push({ kind: 'missing', what, after, origin: this.origin(anchor) });
    }

    /** The first token of a node: a whole block would be underlined otherwise. */
    firstLineOf(cst: CstNode): { offset: number; end: number } {
        const text = this.parsed.text.slice(cst.offset, cst.end);
        const end = text.search(/[\s{]/);
        return { offset: cst.offset, end: end <= 0 ? cst.end : cst.offset + end };
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
        return this.origin(nodeOfProperty(node.$cstNode, property) ?? node.$cstNode);
    }

    keyword(node: AstNode): Origin {
        return this.origin(this.firstLineOf(node.$cstNode!));
    }

    braces(node: AstNode): Origin {
        const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{');
        const end = node.$cstNode?.end ?? 0;
        return { source: this.source, start: open?.offset ?? end, end };
    }

    origin(node: { offset: number; end: number } | undefined): Origin {
        const length = this.source.text.length;
        return { source: this.source, start: Math.min(node?.offset ?? 0, length), end: Math.min(node?.end ?? 0, length) };
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

/** Names of the properties that elements of the grammar are assigned to; asked for once an element. */
const PROPERTIES = new WeakMap<object, string>();

/** The part of a node that a property was read from: as Langium's own search finds it, without climbing the grammar each time. */
function nodeOfProperty(node: CstNode | undefined, property: string): CstNode | undefined {
    if (!node || !isCompositeCstNode(node)) return undefined;
    for (const child of node.content) {
        if (child.hidden || !child.grammarSource) continue;
        const assigned = propertyOf(child.grammarSource);
        if (assigned === property) return child;
        // A rule that only chooses between others has a node of its own around the chosen one's.
        const inner = assigned === '' && child.astNode === node.astNode ? nodeOfProperty(child, property) : undefined;
        if (inner) return inner;
    }
    return undefined;
}

function propertyOf(element: GrammarAST.AbstractElement): string {
    let property = PROPERTIES.get(element);
    if (property === undefined) {
        property = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature ?? '';
        PROPERTIES.set(element, property);
    }
    return property;
}

export function unquote(literal: string): string {
    return literal.startsWith('"""') ? textOfBlock(literal.slice(3, -3)) : literal.slice(1, -1);
}
