import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf, type Range } from '../domain/origin.js';
import type { Fix, Problem } from '../domain/problem.js';
import type { Session } from '../session.js';
import { toTextEdits } from '../workspace/edits.js';
import { toDiagnostic } from './diagnostics.js';
import type { Feature } from './feature.js';

/** The fixes of the problems at a place, the preferred ones first. */
export const codeActions: Feature = {
    capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
    register(session) {
        session.connection.onCodeAction(session.answering('code actions', [] as CodeAction[], ({ textDocument, range, context }) => {
            if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix === kind || kind === '')) return [];
            return session.workspace.problemsOf(textDocument.uri)
                .filter((problem) => touches(rangeOf(problem.origin), range))
                .flatMap((problem) => (problem.fixes?.() ?? []).map((fix) => toCodeAction(fix, problem, session)))
                .sort((one, other) => Number(other.isPreferred ?? false) - Number(one.isPreferred ?? false));
        }));
    },
};

function toCodeAction(fix: Fix, problem: Problem, session: Session): CodeAction {
    const say = session.say.bind(session);
    return {
        title: say(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(problem, say)],
        isPreferred: fix.preferred,
        edit: toWorkspaceEdit(fix, session),
    };
}

function toWorkspaceEdit(fix: Fix, { workspace }: Session): WorkspaceEdit {
    return {
        documentChanges: [...toTextEdits(fix.edits)].map(([uri, edits]) => ({
            textDocument: { uri, version: workspace.document(uri)?.version ?? null },
            edits: edits.map(({ range, newText }) => ({ range, newText })),
        })),
    };
}

function touches(one: Range, other: Range): boolean {
    return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
    return one.line < other.line || (one.line === other.line && one.character < other.character);
}
