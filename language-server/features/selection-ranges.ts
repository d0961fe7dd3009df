import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { innerText } from '../domain/inner-text.js';
import { rangeOf, type Position, type Range } from '../domain/origin.js';
import { partsAround, type Part } from '../domain/parts.js';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import type { TargetDocument } from '../workspace/target-document.js';
import type { Feature } from './feature.js';

/** What grows when the selection is expanded: value, line, block, project, department, file. */
export const selectionRanges: Feature = {
    capabilities: { selectionRangeProvider: true },
    register(session) {
        session.connection.onSelectionRanges(session.answering('selection ranges', null as SelectionRange[] | null, (params) => selectionsAt(session, params)));
    },
};

export function selectionsAt({ workspace }: Session, { textDocument: { uri }, positions }: SelectionRangeParams): SelectionRange[] | null {
    const document = workspace.document(uri);
    if (!document) return null;
    return positions.map((position) => {
        let selection: SelectionRange = { range: wholeOf(document) };
        for (const range of rangesAround(document, position)) {
            if (isInside(range, selection.range)) selection = { range, parent: selection };
        }
        return selection;
    });
}

function wholeOf({ stretches }: TargetDocument): Range {
    const last = stretches.at(-1)!;
    return { start: { line: 0, character: 0 }, end: last.positionAt(last.text.length) };
}

/** From the largest to the smallest. */
function rangesAround(document: TargetDocument, position: Position): Range[] {
    const found = document.blockAt(position);
    if (!found) return [];
    const { block, offset } = found;
    const parts = block.declarations.flatMap((declaration) => partsAround(declaration, offset));
    const department = departmentAround(document, block);
    return [...(department ? [rangeOf(department.origin)] : []), ...parts.map(({ origin }) => rangeOf(origin)), ...insideQuotes(parts.at(-1), offset)];
}

function departmentAround({ blocks }: TargetDocument, block: Block) {
    if (!block.parent) return undefined;
    return blocks.slice(0, blocks.indexOf(block)).findLast((candidate) => !candidate.parent)?.declaration;
}

function insideQuotes(part: Part | undefined, offset: number): Range[] {
    if (part?.kind !== 'text' && !(part?.kind === 'value' && part.of.kind === 'words')) return [];
    const { text, at } = innerText({ value: part.of, origin: part.origin });
    const inner = at(0, text.length);
    return text !== '' && inner.start <= offset && offset <= inner.end ? [rangeOf(inner)] : [];
}

function isInside(inner: Range, outer: Range): boolean {
    return isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end) && !(isOrdered(inner.start, outer.start) && isOrdered(outer.end, inner.end));
}

function isOrdered(one: Position, other: Position): boolean {
    return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
