import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { LIMITS } from '../domain/limits.js';
import { rangeOf } from '../domain/origin.js';
import { SEVERITIES, type Problem, type Severity } from '../domain/problem.js';
import type { Wording } from '../domain/wording.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/builtin.js';
import { SLICE_MS } from '../workspace/slices.js';
import { rulePageUri } from './builtin-documents.js';
import type { Feature } from './feature.js';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

/** Edits are answered at once; of a storm only as many as refill, so that a thousand edits in half a second make about fifty answers. */
const AT_ONCE = 20;
const REFILL_MS = 16;

/** A small folder is read in this time: then what is published first is already all there is. */
const SMALL_FOLDER_MS = 100;
/** By then it may have turned out to be a large one. */
const LOOK_AGAIN_MS = 20;

export const diagnostics: Feature = {
    capabilities: {},
    register(session) {
        const publisher = new Publisher(session);
        session.onChange(() => publisher.schedule());
    },
};

interface Published {
    readonly version: number | undefined;
    /** As JSON. */
    readonly list: string;
}

const EMPTY = '[]';
const NOTHING: Published = { version: undefined, list: EMPTY };

/** Publishes the problems of files whose list may have changed. */
class Publisher {
    private scheduled = false;
    private tokens = AT_ONCE;
    private refilledAt = 0;
    private hasWaitedSince: number | undefined;
    /** What was published last for each file. */
    private readonly last = new Map<string, Published>();
    private readonly waiting = new Set<string>();

    constructor(private readonly session: Session) {}

    schedule(): void {
        if (this.scheduled) return;
        this.scheduled = true;
        // Not before the messages that have already arrived are read: several edits in a row make one answer.
        inTurn(this.takeToken(), () => {
            this.scheduled = false;
            this.session.guarded('diagnostics', () => this.publish());
        });
    }

    /** @returns the milliseconds to wait for the token taken */
    private takeToken(): number {
        const now = Date.now();
        this.tokens = Math.min(AT_ONCE, this.tokens + (now - this.refilledAt) / REFILL_MS);
        this.refilledAt = now;
        this.tokens--;
        return this.tokens >= 0 ? 0 : Math.ceil(-this.tokens * REFILL_MS);
    }

    private publish(): void {
        const { workspace } = this.session;
        const patience = this.patience();
        if (patience > 0) {
            setTimeout(() => this.schedule(), patience);
            return;
        }
        for (const uri of workspace.takeAffected()) {
            if (!isBuiltin(uri)) this.waiting.add(uri);
        }
        const isOpen = (uri: string) => (workspace.document(uri) ?? workspace.whyLeftOut(uri))?.version !== undefined;
        for (const uri of this.waiting) {
            if (isOpen(uri)) this.publishFile(uri);
        }
        // What files say about each other is not known before all of them are.
        if (!workspace.isComplete) return;
        const end = performance.now() + SLICE_MS;
        for (const uri of this.waiting) {
            if (performance.now() > end) return inTurn(0, () => this.session.guarded('diagnostics', () => this.publish()));
            this.publishFile(uri);
        }
    }

    /** @returns the milliseconds after which to ask again whether all files are read; none where it is not worth waiting */
    private patience(): number {
        if (!this.session.workspace.awaitsFiles) {
            this.hasWaitedSince = undefined;
            return 0;
        }
        if (this.session.workspace.awaitsMany) return 0;
        this.hasWaitedSince ??= performance.now();
        return Math.min(LOOK_AGAIN_MS, this.hasWaitedSince + SMALL_FOLDER_MS - performance.now());
    }

    private publishFile(uri: string): void {
        const { workspace, connection } = this.session;
        this.waiting.delete(uri);
        const document = workspace.document(uri);
        const leftOut = workspace.whyLeftOut(uri);
        if (document) this.session.announce(uri);
        const diagnostics = leftOut ? [this.notice('left-out', leftOut.why)] : document ? this.mostSevere(workspace.problemsOf(uri)) : [];
        const version = (document ?? leftOut)?.version;
        const list = diagnostics.length === 0 ? EMPTY : JSON.stringify(diagnostics);
        // What changed elsewhere may have changed nothing here.
        const last = this.last.get(uri) ?? NOTHING;
        if (version === last.version && list === last.list) return;
        if (version === undefined && list === EMPTY) this.last.delete(uri);
        else this.last.set(uri, { version, list });
        void connection.sendDiagnostics({ uri, version, diagnostics });
    }

    /** Where there are more than anybody can look at, the worst, and a word about the others. */
    private mostSevere(problems: readonly Problem[]): Diagnostic[] {
        const inWords = (problem: Problem) => toDiagnostic(problem, this.session);
        const { problemsOfFile: most } = LIMITS;
        if (problems.length <= most) return problems.map(inWords);
        const all = problems.length;
        const worst = SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(0, most);
        return [this.notice('too-many-problems', { zh: `这个文件有 ${all} 处问题，只显示最严重的 ${most} 处`, en: `this file has ${all} problems; the ${most} most severe are shown` }), ...worst.map(inWords)];
    }

    /** Something to know about a file as a whole. */
    private notice(code: string, wording: Wording): Diagnostic {
        const start = { line: 0, character: 0 };
        return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, code, source: 'ptarget', message: this.session.say(wording) };
    }
}

function inTurn(wait: number, action: () => void): void {
    // Node rounds a timeout of zero up to a millisecond; browsers know nothing quicker.
    if (wait === 0 && typeof setImmediate === 'function') setImmediate(action);
    else setTimeout(action, wait);
}

export function toDiagnostic(problem: Problem, session: Session): Diagnostic {
    const page = rulePageUri(problem.rule, session);
    return {
        range: rangeOf(problem.origin),
        severity: SEVERITY[problem.severity],
        code: problem.rule,
        codeDescription: page === undefined ? undefined : { href: page },
        source: 'ptarget',
        message: session.say(problem.message),
        relatedInformation: problem.related?.map(({ origin, message }) => ({
            location: { uri: origin.source.uri, range: rangeOf(origin) },
            message: session.say(message),
        })),
    };
}
