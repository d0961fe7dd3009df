import { AstUtils, GrammarAST, GrammarUtils, isCompositeCstNode, type AstNode, type CstNode } from 'langium';

/** A stretch of a declaration's text. */
export interface Place {
    readonly offset: number;
    readonly end: number;
}

/** Where a node stands that `readWellFormed` made, and where each of its properties and keywords was read. */
export class Places implements Place {
    end = 0;
    private readonly parts: (string | number)[] = [];

    constructor(readonly offset: number) {}

    add(part: string, offset: number, end: number): void {
        this.parts.push(part, offset, end);
    }

    of(part: string): Place | undefined {
        const { parts } = this;
        for (let at = 0; at < parts.length; at += 3) {
            if (parts[at] === part) return { offset: parts[at + 1] as number, end: parts[at + 2] as number };
        }
        return undefined;
    }
}

/** A node has its places, or a part of Langium's concrete syntax tree that tells them. */
export type PlacedNode = AstNode & { $places?: Places };

export function placeOf(node: AstNode): Place {
    return (node as PlacedNode).$places ?? node.$cstNode!;
}

/** Where a property of a node was read from. */
export function placeOfProperty(node: AstNode, property: string): Place | undefined {
    const { $places } = node as PlacedNode;
    return $places ? $places.of(property) : partOfTree(node.$cstNode, property);
}

export function placeOfKeyword(node: AstNode, keyword: string): Place | undefined {
    const { $places } = node as PlacedNode;
    return $places ? $places.of(keyword) : GrammarUtils.findNodeForKeyword(node.$cstNode, keyword);
}

/** Names of the properties that elements of the grammar are assigned to; asked for once an element. */
const PROPERTIES = new WeakMap<object, string>();

/** As Langium's own search finds it, without climbing the grammar each time. */
function partOfTree(node: CstNode | undefined, property: string): CstNode | undefined {
    if (!node || !isCompositeCstNode(node)) return undefined;
    for (const child of node.content) {
        if (child.hidden || !child.grammarSource) continue;
        const assigned = propertyOf(child.grammarSource);
        if (assigned === property) return child;
        // A rule that only chooses between others has a node of its own around the chosen one's.
        const inner = assigned === '' && child.astNode === node.astNode ? partOfTree(child, property) : undefined;
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
