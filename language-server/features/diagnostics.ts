import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Problem, Severity } from '../domain/problem.js';
import type { Wording } from '../domain/wording.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/workspace.js';
import type { Feature } from './feature.js';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

/** A lone edit is answered at once; a storm of them at most this often. */
const LEAST_INTERVAL_MS = 12;

export const diagnostics: Feature = {
    capabilities: {},
    register(session) {
        const publisher = new Publisher(session);
        session.onChange(() => publisher.schedule());
    },
};

/** Publishes the problems of files whose list may have changed. */
class Publisher {
    private timer: ReturnType<typeof setTimeout> | undefined;
    private last = 0;
    private readonly withProblems = new Set<string>();

    constructor(private readonly session: Session) {}

    schedule(): void {
        if (this.timer !== undefined) return;
        const wait = Math.max(0, this.last + LEAST_INTERVAL_MS - Date.now());
        this.timer = setTimeout(() => {
            this.timer = undefined;
            this.session.guarded('diagnostics', () => this.publish());
        }, wait);
    }

    private publish(): void {
        const { workspace, connection } = this.session;
        for (const uri of workspace.takeAffected()) {
            const document = workspace.document(uri);
            const list = document && !isBuiltin(uri) ? workspace.problemsOf(uri).map((problem) => toDiagnostic(problem, (wording) => this.session.say(wording))) : [];
            if (list.length === 0 && !document && !this.withProblems.has(uri)) continue;
            if (isBuiltin(uri)) continue;
            if (list.length > 0) this.withProblems.add(uri);
            else this.withProblems.delete(uri);
            void connection.sendDiagnostics({ uri, version: document?.version, diagnostics: list });
        }
        this.last = Date.now();
    }
}

export function toDiagnostic(problem: Problem, say: (wording: Wording) => string): Diagnostic {
    return {
        range: rangeOf(problem.origin),
        severity: SEVERITY[problem.severity],
        code: problem.rule,
        source: 'ptarget',
        message: say(problem.message),
        relatedInformation: problem.related?.map(({ origin, message }) => ({
            location: { uri: origin.source.uri, range: rangeOf(origin) },
            message: say(message),
        })),
    };
}
