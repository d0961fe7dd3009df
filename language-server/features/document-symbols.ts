import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import type { Feature } from './feature.js';
import { countSymbols, type Depth, DEPTHS, outlineOf } from './outline/outline-of-block.js';

/** The outline, which breadcrumbs and sticky scroll use too: departments with their projects, sections, tiers, indicators. */
export const documentSymbols: Feature = {
    capabilities: { documentSymbolProvider: true },
    register(session) {
        const outline = new Outline();
        session.connection.onDocumentSymbol(session.answering('document symbols', [] as DocumentSymbol[], (params) => outline.of(session, params)));
    },
};

/** An outline of more symbols costs more to send and to show than the text itself: a large file shows fewer levels. */
const MOST_SYMBOLS = 3000;

interface Shown {
    readonly line: number;
    readonly character: number;
    readonly depth: Depth;
    readonly symbols: readonly DocumentSymbol[];
}

/** Keeps what was answered for blocks that neither change nor move. */
export class Outline {
    private readonly shown = new WeakMap<Block, Shown>();

    of({ workspace }: Session, { textDocument: { uri } }: DocumentSymbolParams): DocumentSymbol[] {
        const blocks = workspace.document(uri)?.blocks ?? [];
        const depth = DEPTHS.find((candidate) => hasFew(blocks, candidate)) ?? 'declarations';
        const top: DocumentSymbol[] = [];
        for (let index = 0; index < blocks.length; index++) {
            const own = this.ofBlock(blocks[index]!, depth);
            const nested: DocumentSymbol[] = [];
            while (blocks[index + 1]?.parent) nested.push(...this.ofBlock(blocks[++index]!, depth));
            top.push(...(own[0] && nested.length > 0 ? [around(own[0], nested), ...own.slice(1)] : [...own, ...nested]));
        }
        return top;
    }

    private ofBlock(block: Block, depth: Depth): readonly DocumentSymbol[] {
        const { line, character } = block.positionAt(0);
        const known = this.shown.get(block);
        // What stands between its pieces may have moved where the block itself has not.
        if (known && block.pieces.length === 1 && known.line === line && known.character === character && known.depth === depth) return known.symbols;
        const symbols = outlineOf(block, depth);
        this.shown.set(block, { line, character, depth, symbols });
        return symbols;
    }
}

function hasFew(blocks: readonly Block[], depth: Depth): boolean {
    let count = 0;
    return blocks.every((block) => (count += countSymbols(block, depth)) <= MOST_SYMBOLS);
}

/** A department with the projects inside it, all in the order of the text. */
function around(department: DocumentSymbol, projects: readonly DocumentSymbol[]): DocumentSymbol {
    const children = [...department.children ?? [], ...projects].sort((one, other) => one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character);
    const last = projects.at(-1)!.range.end;
    const { start, end } = department.range;
    const isClosed = end.line > last.line || (end.line === last.line && end.character >= last.character);
    return { ...department, range: { start, end: isClosed ? end : last }, children };
}
