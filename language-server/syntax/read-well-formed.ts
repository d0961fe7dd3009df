import { GrammarAST, GrammarUtils, type AstNode, type LexerResult } from 'langium';
import type { File } from '../generated/ast.js';
import { PerformanceTargetGrammar } from '../generated/grammar.js';
import { Places, type PlacedNode } from './places.js';

type Token = LexerResult['tokens'][number];

/**
 * Reads what the grammar allows as Langium's parser does, in a fifth of the time: it looks one token ahead, builds no
 * concrete syntax tree and knows no errors. Where one token does not decide, or the text is not well-formed, Langium's
 * parser is to be asked. What this one reads the other reads alike: both follow the same grammar, and prefer the first of
 * two ways. (Held together by test/syntax/read-well-formed.test.ts.)
 * @param tokens of a declaration, without white space and comments
 * @returns undefined where Langium's parser is to be asked
 */
export function readWellFormed(tokens: readonly Token[]): File | undefined {
    entry ??= new Compiler().rule(GrammarUtils.getEntryRule(PerformanceTargetGrammar()) as GrammarAST.ParserRule);
    const reader = { tokens, at: 0, node: undefined };
    const file = entry(reader);
    return reader.at === tokens.length ? file as File | undefined : undefined;
}

let entry: ReadNode | undefined;

interface Reader {
    readonly tokens: readonly Token[];
    at: number;
    /** The node whose rule is being read. */
    node: PlacedNode | undefined;
}

/** Reads a part of a rule into the reader's node; false where the tokens are others. */
type Read = (reader: Reader) => boolean;
type ReadNode = (reader: Reader) => PlacedNode | undefined;
/** Reads what is assigned to a property: a node or a text. */
type ReadValue = (reader: Reader) => PlacedNode | string | undefined;

/** The names of the tokens that something may begin with, and whether it may be nothing at all. */
interface Beginning {
    readonly names: ReadonlySet<string>;
    readonly maybeNothing: boolean;
}

/** Makes functions of the rules of the grammar, once. */
class Compiler {
    private readonly rules = new Map<GrammarAST.ParserRule, ReadNode>();

    rule(rule: GrammarAST.ParserRule): ReadNode {
        const known = this.rules.get(rule);
        if (known) return known;
        // Rules refer to each other: a project stands in a department.
        let read: ReadNode = () => undefined;
        this.rules.set(rule, (reader) => read(reader));
        read = this.readRule(rule);
        this.rules.set(rule, read);
        return read;
    }

    private readRule(rule: GrammarAST.ParserRule): ReadNode {
        const body = this.read(rule.definition);
        // A rule that chooses between others is the one chosen.
        const empty = choosesOnly(rule.definition) ? () => undefined : emptyNodes(rule);
        return (reader) => {
            const { node: around, tokens, at } = reader;
            reader.node = empty(new Places(tokens[at]?.startOffset ?? 0));
            const node = body(reader) ? reader.node : undefined;
            reader.node = around;
            if (node && reader.at > at) node.$places!.end = endOf(tokens[reader.at - 1]!);
            return node;
        };
    }

    /** With the cardinality of an element. */
    private read(element: GrammarAST.AbstractElement): Read {
        const once = this.readOnce(element);
        const { cardinality } = element;
        if (cardinality === undefined) return once;
        const { names } = beginningOf(element);
        const isNext = ({ tokens, at }: Reader) => at < tokens.length && names.has(tokens[at]!.tokenType.name);
        if (cardinality === '?') return (reader) => !isNext(reader) || once(reader);
        return (reader) => {
            if (cardinality === '+' && !once(reader)) return false;
            while (isNext(reader)) {
                if (!once(reader)) return false;
            }
            return true;
        };
    }

    private readOnce(element: GrammarAST.AbstractElement): Read {
        if (GrammarAST.isGroup(element)) return sequence(element.elements.map((part) => this.read(part)));
        if (GrammarAST.isAlternatives(element)) return choice(element.elements.map((part) => ({ beginning: beginningOf(part), read: this.read(part) })), false);
        if (GrammarAST.isAssignment(element)) return this.assign(element);
        if (GrammarAST.isKeyword(element)) {
            const { value } = element;
            return (reader) => {
                const token = reader.tokens[reader.at];
                if (token?.tokenType.name !== value) return false;
                reader.node!.$places!.add(value, token.startOffset, endOf(token));
                reader.at++;
                return true;
            };
        }
        if (GrammarAST.isRuleCall(element) && GrammarAST.isParserRule(element.rule.ref)) {
            const read = this.rule(element.rule.ref);
            return (reader) => {
                const chosen = read(reader);
                if (!chosen) return false;
                reader.node = chosen;
                return true;
            };
        }
        throw new Error(`The reader does not know ${element.$type}.`);
    }

    private assign({ feature, operator, terminal }: GrammarAST.Assignment): Read {
        const read = this.readValue(terminal);
        return (reader) => {
            const { node, tokens, at } = reader;
            const value = read(reader);
            if (value === undefined) return false;
            node!.$places!.add(feature, tokens[at]!.startOffset, endOf(tokens[reader.at - 1]!));
            const properties = node as unknown as Record<string, unknown>;
            const list = operator === '+=' ? properties[feature] as unknown[] : undefined;
            if (typeof value !== 'string') {
                const contained: { -readonly [property in keyof AstNode]: AstNode[property] } = value;
                contained.$container = node;
                contained.$containerProperty = feature;
                contained.$containerIndex = list?.length;
            }
            if (list) list.push(value);
            else properties[feature] = operator === '?=' ? true : value;
            return true;
        };
    }

    private readValue(element: GrammarAST.AbstractElement): ReadValue {
        if (GrammarAST.isAlternatives(element)) return choice(element.elements.map((part) => ({ beginning: beginningOf(part), read: this.readValue(part) })), undefined);
        if (GrammarAST.isKeyword(element)) return imageOf(element.value);
        if (GrammarAST.isRuleCall(element)) {
            const rule = element.rule.ref;
            if (GrammarAST.isTerminalRule(rule)) return imageOf(rule.name);
            // Rules for texts choose between tokens.
            if (GrammarAST.isParserRule(rule)) return GrammarUtils.isDataTypeRule(rule) ? this.readValue(rule.definition) : this.rule(rule);
        }
        throw new Error(`The reader does not know ${element.$type} as a value.`);
    }
}

function choosesOnly(element: GrammarAST.AbstractElement): boolean {
    return GrammarAST.isAlternatives(element) ? element.elements.every(choosesOnly) : GrammarAST.isRuleCall(element);
}

/** Nodes as Langium makes them: lists and flags are there, whatever was read. */
function emptyNodes(rule: GrammarAST.ParserRule): ($places: Places) => PlacedNode {
    const assignments = [...assignmentsIn(rule.definition)];
    const lists = [...new Set(assignments.filter(({ operator }) => operator === '+=').map(({ feature }) => feature))];
    const flags = [...new Set(assignments.filter(({ operator }) => operator === '?=').map(({ feature }) => feature))];
    return ($places) => {
        const node: Record<string, unknown> = { $type: rule.name, $places };
        for (const list of lists) node[list] = [];
        for (const flag of flags) node[flag] = false;
        return node as unknown as PlacedNode;
    };
}

function* assignmentsIn(element: GrammarAST.AbstractElement): Generator<GrammarAST.Assignment> {
    if (GrammarAST.isAssignment(element)) yield element;
    else if (GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element)) for (const part of element.elements) yield* assignmentsIn(part);
}

function sequence(parts: readonly Read[]): Read {
    return (reader) => {
        for (const part of parts) if (!part(reader)) return false;
        return true;
    };
}

/** By the next token; of several ways that begin alike the first. */
function choice<T>(ways: readonly { readonly beginning: Beginning; readonly read: (reader: Reader) => T }[], none: T): (reader: Reader) => T {
    const byName = new Map<string, (reader: Reader) => T>();
    for (const { beginning, read } of ways) {
        for (const name of beginning.names) if (!byName.has(name)) byName.set(name, read);
    }
    const nothing = ways.find(({ beginning }) => beginning.maybeNothing)?.read;
    return (reader) => {
        const token = reader.tokens[reader.at];
        const way = (token && byName.get(token.tokenType.name)) ?? nothing;
        return way ? way(reader) : none;
    };
}

function imageOf(name: string): ReadValue {
    return (reader) => {
        const token = reader.tokens[reader.at];
        if (token?.tokenType.name !== name) return undefined;
        reader.at++;
        return token.image;
    };
}

function endOf({ startOffset, image }: Token): number {
    return startOffset + image.length;
}

function beginningOf(element: GrammarAST.AbstractElement): Beginning {
    const once = beginningOfOne(element);
    return element.cardinality === '?' || element.cardinality === '*' ? { ...once, maybeNothing: true } : once;
}

function beginningOfOne(element: GrammarAST.AbstractElement): Beginning {
    if (GrammarAST.isKeyword(element)) return { names: new Set([element.value]), maybeNothing: false };
    if (GrammarAST.isAssignment(element)) return beginningOf(element.terminal);
    if (GrammarAST.isRuleCall(element)) {
        const rule = element.rule.ref!;
        return GrammarAST.isParserRule(rule) ? beginningOf(rule.definition) : { names: new Set([rule.name]), maybeNothing: false };
    }
    const names = new Set<string>();
    if (GrammarAST.isAlternatives(element)) {
        const all = element.elements.map(beginningOf);
        for (const one of all) one.names.forEach((name) => names.add(name));
        return { names, maybeNothing: all.some(({ maybeNothing }) => maybeNothing) };
    }
    if (GrammarAST.isGroup(element)) {
        for (const part of element.elements) {
            const beginning = beginningOf(part);
            beginning.names.forEach((name) => names.add(name));
            if (!beginning.maybeNothing) return { names, maybeNothing: false };
        }
        return { names, maybeNothing: true };
    }
    throw new Error(`The reader does not know how ${element.$type} begins.`);
}
