import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Declaration } from '../domain/plan.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/builtin.js';
import type { Feature } from './feature.js';
import { syllablesOf } from './searching/pinyin.js';
import { comesInOrder, mayMean } from './searching/search-text.js';

/** Departments, projects, taxonomies and libraries of the workspace by Chinese, pinyin or initials. */
export const workspaceSymbols: Feature = {
    capabilities: { workspaceSymbolProvider: true },
    register(session) {
        session.connection.onWorkspaceSymbol(session.answering('workspace symbols', [] as WorkspaceSymbol[], (params) => symbolsNamed(session, params)));
    },
};

/** More than anybody reads; a longer query finds the others. */
const MOST_ANSWERED = 500;

const KINDS: Readonly<Partial<Record<Declaration['kind'], SymbolKind>>> = {
    department: SymbolKind.Module,
    project: SymbolKind.Class,
    taxonomy: SymbolKind.Enum,
    library: SymbolKind.Package,
};

export function symbolsNamed({ workspace }: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
    const typed = query.replace(/\s+/g, '').toLowerCase();
    const symbols: WorkspaceSymbol[] = [];
    for (const uri of workspace.uris) {
        if (isBuiltin(uri)) continue;
        for (const declaration of workspace.document(uri)!.blocks.flatMap((block) => block.declarations)) {
            const kind = KINDS[declaration.kind];
            const label = kind && declaration.name?.value.trim() ? labelFor(typed, declaration.name.value) : undefined;
            if (label === undefined) continue;
            symbols.push({ name: label, kind: kind!, containerName: containerOf(declaration), location: { uri, range: rangeOf(declaration.head) } });
            if (symbols.length >= MOST_ANSWERED) return symbols;
        }
    }
    return symbols;
}

function containerOf(declaration: Declaration): string | undefined {
    if (declaration.kind === 'project') return declaration.department;
    return declaration.kind === 'department' && declaration.year ? String(declaration.year.value) : undefined;
}

/**
 * A name as it is found by what was typed; undefined where it is not. What is found by its pinyin is shown with it, for
 * editors filter the answers again by the names that they show.
 */
function labelFor(typed: string, name: string): string | undefined {
    if (!mayMean(typed, name)) return undefined;
    if (comesInOrder(typed, name.toLowerCase())) return name;
    const syllables = syllablesOf(name);
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    return `${name} ${comesInOrder(typed, initials) ? initials : syllables.join('')}`;
}
