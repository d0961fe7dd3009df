import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Session } from '../session.js';
import type { TargetDocument } from '../workspace/target-document.js';
import { isSameList, isSameProblem } from './same-list.js';

/** What a table was made from. */
interface Seen {
    readonly document: TargetDocument | undefined;
    readonly version: number | undefined;
    readonly problems: readonly Problem[];
    /** What other files decide about it, beside the problems. */
    readonly surroundings: readonly (Taxonomy | string)[];
}

/** Several changes in a row, as formatting or an input method makes them, are told as one. */
const GATHERING_MS = 5;

/** Says when something that a shown file's tables are made from has changed: its text, or what other files do to it. */
export class WatchedFiles {
    /** Files that were shown and have not changed since. */
    private readonly seen = new Map<string, Seen>();
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly session: Session, private readonly tell: (uri: string) => void) {
        session.onChange(() => this.schedule());
    }

    /** Begins to watch a file that is being shown. It is told of once; being shown again it is watched again. */
    watch(uri: string, problems: readonly Problem[]): void {
        const document = this.session.workspace.document(uri);
        this.seen.set(uri, { document, version: document?.version, problems, surroundings: this.surroundingsOf(document) });
    }

    private schedule(): void {
        if (this.seen.size === 0) return;
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.session.guarded('preview', () => this.compare());
        }, GATHERING_MS);
    }

    private compare(): void {
        for (const [uri, before] of this.seen) {
            if (this.isAsBefore(uri, before)) continue;
            this.seen.delete(uri);
            this.tell(uri);
        }
    }

    private isAsBefore(uri: string, before: Seen): boolean {
        const { workspace } = this.session;
        const document = workspace.document(uri);
        return document === before.document && document?.version === before.version
            && isSameList(workspace.problemsOf(uri), before.problems, isSameProblem) && isSameList(this.surroundingsOf(document), before.surroundings);
    }

    /** Taxonomies, and what a department elsewhere says for all its projects. */
    private surroundingsOf(document: TargetDocument | undefined): (Taxonomy | string)[] {
        const { workspace } = this.session;
        const declarations = document?.blocks.flatMap((block) => block.declarations) ?? [];
        const taxonomies = new Set(declarations.map((declaration) => workspace.taxonomyOf(declaration)));
        const departments = new Set(declarations.map((declaration) => (declaration.kind === 'project' ? workspace.departmentOf(declaration) : undefined)));
        return [...taxonomies, ...[...departments].map((department) => `${department?.year?.value} ${department?.moneyUnit}`)];
    }
}
