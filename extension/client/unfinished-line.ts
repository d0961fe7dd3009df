/** So long after the last key a line counts as finished though the cursor is still in it. */
const PATIENCE_MS = 1500;

/** As much of a diagnostic as counts here. */
export interface Finding {
    readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
    readonly code?: string | number | { readonly value: string | number };
}

interface Held {
    readonly line: number;
    readonly release: () => void;
    readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Whoever types a line is not scolded for not having finished it: what is newly found there waits until the cursor leaves
 * the line or the keys rest. Everything else is shown at once, and what was shown on the line before stays.
 */
export class UnfinishedLine<F extends Finding> {
    private readonly typedAt = new Map<string, number>();
    private readonly shown = new Map<string, readonly F[]>();
    private readonly held = new Map<string, Held>();

    /** @param cursorLine where the cursor is in a file; undefined where it is in another one */
    constructor(private readonly cursorLine: (uri: string) => number | undefined) {}

    typed(uri: string): void {
        this.typedAt.set(uri, Date.now());
    }

    cursorMoved(uri: string): void {
        const held = this.held.get(uri);
        if (held && held.line !== this.cursorLine(uri)) held.release();
    }

    /** Passes on what may be shown of a file's findings, and later the rest. */
    pass(uri: string, findings: F[], show: (findings: F[]) => void): void {
        this.letGo(uri);
        const line = this.cursorLine(uri);
        const rest = (this.typedAt.get(uri) ?? -Infinity) + PATIENCE_MS - Date.now();
        const waiting = line === undefined || rest <= 0 ? [] : this.newOn(line, uri, findings);
        const showNow = (list: F[]) => {
            this.shown.set(uri, list);
            show(list);
        };
        showNow(findings.filter((finding) => !waiting.includes(finding)));
        if (line === undefined || waiting.length === 0) return;
        const release = () => {
            this.letGo(uri);
            showNow(findings);
        };
        this.held.set(uri, { line, release, timer: setTimeout(release, rest) });
    }

    forget(uri: string): void {
        this.letGo(uri);
        this.typedAt.delete(uri);
        this.shown.delete(uri);
    }

    private newOn(line: number, uri: string, findings: readonly F[]): F[] {
        const before = new Set((this.shown.get(uri) ?? []).filter((finding) => isOn(line, finding)).map(codeOf));
        return findings.filter((finding) => isOn(line, finding) && !before.has(codeOf(finding)));
    }

    private letGo(uri: string): void {
        clearTimeout(this.held.get(uri)?.timer);
        this.held.delete(uri);
    }
}

function isOn(line: number, { range }: Finding): boolean {
    return range.start.line <= line && line <= range.end.line;
}

function codeOf({ code }: Finding): string {
    return String(typeof code === 'object' ? code.value : code);
}
