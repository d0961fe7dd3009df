import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Declaration } from '../domain/plan.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/workspace.js';
import type { Feature } from './feature.js';
import { syllablesOf } from './searching/pinyin.js';

/** Departments, projects, taxonomies and libraries of the workspace by Chinese, pinyin or initials. */
export const workspaceSymbols: Feature = {
    capabilities: { workspaceSymbolProvider: true },
    register(session) {
        const pinyin = new PinyinOfNames();
        session.connection.onWorkspaceSymbol(session.answering('workspace symbols', [] as WorkspaceSymbol[], (params) => symbolsNamed(session, params, pinyin)));
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

export function symbolsNamed({ workspace }: Session, { query }: WorkspaceSymbolParams, pinyin = new PinyinOfNames()): WorkspaceSymbol[] {
    const typed = query.replace(/\s+/g, '').toLowerCase();
    const symbols: WorkspaceSymbol[] = [];
    for (const uri of workspace.uris) {
        if (isBuiltin(uri)) continue;
        for (const declaration of workspace.document(uri)!.blocks.flatMap((block) => block.declarations)) {
            const kind = KINDS[declaration.kind];
            const label = kind && declaration.name?.value.trim() ? pinyin.labelFor(typed, declaration.name.value) : undefined;
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

const MOST_KEPT = 50_000;

/** The pinyin of names that were asked for before. */
export class PinyinOfNames {
    private readonly known = new Map<string, { full: string; initials: string }>();

    /**
     * A name as it is found by what was typed; undefined where it is not. What is found by its pinyin is shown with it,
     * for editors filter the answers again by the names that they show.
     */
    labelFor(typed: string, name: string): string | undefined {
        if (comesInOrder(typed, name.toLowerCase())) return name;
        if (!/^[a-z0-9]+$/.test(typed)) return undefined;
        const { full, initials } = this.of(name);
        if (comesInOrder(typed, initials)) return `${name} ${initials}`;
        return comesInOrder(typed, full) ? `${name} ${full}` : undefined;
    }

    private of(name: string) {
        let pinyin = this.known.get(name);
        if (!pinyin) {
            if (this.known.size >= MOST_KEPT) this.known.clear();
            const syllables = syllablesOf(name);
            this.known.set(name, (pinyin = { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') }));
        }
        return pinyin;
    }
}

function comesInOrder(typed: string, text: string): boolean {
    let at = 0;
    for (const character of typed) {
        at = text.indexOf(character, at) + 1;
        if (at === 0) return false;
    }
    return true;
}
