import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Session } from '../session.js';
import type { TargetDocument } from '../workspace/target-document.js';

/** What a table was made from. */
interface Seen {
    readonly document: TargetDocument | undefined;
    readonly version: number | undefined;
    readonly problems: readonly Problem[];
    readonly taxonomies: readonly Taxonomy[];
}

/** Several changes in a row, as formatting or an input method makes them, are told as one. */
const GATHERING_MS = 5;

/** Says when something that a shown file's tables are made from has changed: its text, or what other files do to it. */
export class WatchedFiles {
    private readonly seen = new Map<string, Seen>();
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly session: Session, private readonly shown: () => Set<string>, private readonly tell: (uri: string) => void) {
        session.onChange(() => this.schedule());
    }

    /** What a file is like when its tables are made. */
    remember(uri: string): void {
        this.seen.set(uri, this.look(uri));
    }

    private schedule(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.session.guarded('preview', () => this.compare());
        }, GATHERING_MS);
    }

    private compare(): void {
        const shown = this.shown();
        for (const uri of this.seen.keys()) {
            if (!shown.has(uri)) this.seen.delete(uri);
        }
        for (const [uri, before] of this.seen) {
            if (isSame(before, this.look(uri))) continue;
            this.remember(uri);
            this.tell(uri);
        }
    }

    private look(uri: string): Seen {
        const { workspace } = this.session;
        const document = workspace.document(uri);
        const declarations = document?.blocks.flatMap((block) => block.declarations) ?? [];
        const taxonomies = [...new Set(declarations.map((declaration) => workspace.taxonomyOf(declaration)))];
        return { document, version: document?.version, problems: workspace.problemsOf(uri), taxonomies };
    }
}

function isSame(one: Seen, other: Seen): boolean {
    return one.document === other.document && one.version === other.version
        && isSameList(one.problems, other.problems) && isSameList(one.taxonomies, other.taxonomies);
}

function isSameList(one: readonly object[], other: readonly object[]): boolean {
    return one.length === other.length && one.every((item, index) => item === other[index]);
}
