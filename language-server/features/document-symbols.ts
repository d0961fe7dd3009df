import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import type { Feature } from './feature.js';
import { DEPTHS, OutlineOfBlock } from './outline/outline-of-block.js';

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

/** Keeps what it knows of the blocks from one answer to the next. */
export class Outline {
    private readonly known = new WeakMap<Block, OutlineOfBlock>();

    of({ workspace }: Session, { textDocument: { uri } }: DocumentSymbolParams): DocumentSymbol[] {
        const blocks = workspace.document(uri)?.blocks ?? [];
        const outlines = blocks.map((block) => this.ofBlock(block));
        const depth = DEPTHS.find((candidate) => outlines.reduce((sum, outline) => sum + outline.count(candidate), 0) <= MOST_SYMBOLS) ?? 'declarations';
        const top: DocumentSymbol[] = [];
        for (let index = 0; index < blocks.length; index++) {
            const own = outlines[index]!.symbols(depth);
            const nested: DocumentSymbol[] = [];
            while (blocks[index + 1]?.parent) nested.push(...outlines[++index]!.symbols(depth));
            if (own[0] && nested.length > 0) top.push(around(own[0], nested), ...own.slice(1));
            else top.push(...own, ...nested);
        }
        return top;
    }

    private ofBlock(block: Block): OutlineOfBlock {
        let outline = this.known.get(block);
        if (!outline) this.known.set(block, (outline = new OutlineOfBlock(block)));
        return outline;
    }
}

/** A department with the projects inside it, all in the order of the text. */
function around(department: DocumentSymbol, projects: readonly DocumentSymbol[]): DocumentSymbol {
    const children = [...department.children ?? [], ...projects].sort((one, other) => one.range.start.line - other.range.start.line || one.range.start.character - other.range.start.character);
    const last = projects.at(-1)!.range.end;
    const { start, end } = department.range;
    const isClosed = end.line > last.line || (end.line === last.line && end.character >= last.character);
    return { ...department, range: { start, end: isClosed ? end : last }, children };
}
