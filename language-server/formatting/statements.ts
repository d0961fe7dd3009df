import { isAstNode, type AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { placeOf } from '../syntax/places.js';
import type { DeclarationText, Item } from './declaration-text.js';

/** The columns of a block's lines behind their names: amount or value, then what an indicator may add. */
export const COLUMNS = { first: 0, annual: 1, weight: 2 } as const;

/** What stands on a line of its own. */
export interface Statement {
    /** The block that it stands in; the columns of one block's lines are aligned. */
    readonly block: AstNode | undefined;
    /** The tokens with which its columns begin, in order. */
    readonly columns: ReadonlyMap<Item, number>;
    /** A single word, which may be what is left of the statement before it. */
    readonly isLoneWord: boolean;
}

/** Parts of a line, though there may be several of them. */
const PARTS = new Set<string>(['AnnualValue', 'Weight', 'CategoryCode', 'ShortName', 'Required', 'Definition']);

/** The statements of a declaration by the tokens with which they begin. */
export function statementsOf(declaration: DeclarationText): Map<Item, Statement> {
    const itemAt = new Map(declaration.items.map((item) => [item.start, item]));
    const statements = new Map<Item, Statement>();
    for (const node of statementNodesIn(declaration.parsed.file)) {
        const first = itemOf(node);
        if (!first) continue;
        const columns = columnsOf(node).map(([part, column]) => [itemOf(part), column] as const).filter((entry): entry is [Item, number] => entry[0] !== undefined);
        statements.set(first, { block: node.$container, columns: new Map(inOrder(columns)), isLoneWord: isLoneWord(node) });
    }
    return statements;

    function itemOf(node: AstNode): Item | undefined {
        return itemAt.get(declaration.inDocument(placeOf(node).offset));
    }
}

function* statementNodesIn(node: AstNode): Generator<AstNode> {
    for (const [property, value] of Object.entries(node)) {
        if (property.startsWith('$')) continue;
        for (const child of Array.isArray(value) ? value : []) {
            if (!isAstNode(child) || PARTS.has(child.$type)) continue;
            yield child;
            yield* statementNodesIn(child);
        }
    }
}

function columnsOf(node: AstNode): [part: AstNode, column: number][] {
    if (ast.isAmountLine(node)) return node.amount ? [[node.amount, COLUMNS.first]] : [];
    if (!ast.isIndicator(node)) return [];
    const options = node.options.map((option): [AstNode, number] => [option, ast.isWeight(option) ? COLUMNS.weight : COLUMNS.annual]);
    return node.cycle ? [[node.cycle, COLUMNS.first], ...options] : options;
}

/** A line that has its parts in another order than its neighbours keeps it, and ends its columns there. */
function inOrder(columns: [Item, number][]): [Item, number][] {
    const until = columns.findIndex(([, column], index) => index > 0 && column <= columns[index - 1]![1]);
    return until < 0 ? columns : columns.slice(0, until);
}

function isLoneWord(node: AstNode): boolean {
    return (ast.isAmountLine(node) && !node.amount) || (ast.isIndicator(node) && !node.name);
}
