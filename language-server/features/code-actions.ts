import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { rangeOf, type Range } from '../domain/origin.js';
import type { Fix, Problem } from '../domain/problem.js';
import type { Session } from '../session.js';
import { lineBreakAt } from '../workspace/edits.js';
import { fixAll } from '../workspace/fix-all.js';
import { editOfFile, toWorkspaceEdit } from './editing/workspace-edit.js';
import { toDiagnostic } from './diagnostics.js';
import type { Feature } from './feature.js';
import { refactoringsAt } from './refactorings.js';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.ptarget`;

/** The fixes of the problems at a place, the preferred ones first, silencing last; what may be rewritten there; and all safe fixes at once. */
export const codeActions: Feature = {
    capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] } },
    register(session) {
        session.connection.onCodeAction(session.editing('code actions', [] as CodeAction[], ({ textDocument: { uri }, range, context }) => {
            const wants = (kind: string) => !context.only || context.only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
            const actions: CodeAction[] = [];
            if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(uri, range, session));
            if (wants(CodeActionKind.RefactorRewrite)) actions.push(...refactoringsAt(session, uri, range.start));
            if (context.only && wants(FIX_ALL)) actions.push(...fixAllActions(uri, session));
            return actions;
        }));
    },
};

function quickFixes(uri: string, range: Range, session: Session): CodeAction[] {
    const problems = session.workspace.problemsOf(uri).filter((problem) => touches(rangeOf(problem.origin), range));
    const fixes = problems.flatMap((problem) => (problem.fixes?.() ?? []).map((fix) => toCodeAction(fix, problem, session)));
    fixes.sort((one, other) => Number(other.isPreferred ?? false) - Number(one.isPreferred ?? false));
    return [...fixes, ...problems.filter((problem) => !CANNOT_BE_SILENCED.has(problem.rule)).map((problem) => silenceHere(problem, session))];
}

/** Text that cannot be read stays out of the table whatever is said about it. */
const CANNOT_BE_SILENCED = new Set(['syntax', 'unused-silencing']);

function silenceHere(problem: Problem, session: Session): CodeAction {
    const { rule, origin } = problem;
    const start = origin.source.positionAt(origin.start);
    const { text } = origin.source;
    const lineStart = Math.max(text.lastIndexOf('\n', origin.start - 1), text.lastIndexOf('\r', origin.start - 1)) + 1;
    const indentation = /^[ \t\u3000]*/.exec(text.slice(lineStart))![0];
    const place = { line: start.line, character: 0 };
    const reason = session.say({ zh: '理由', en: 'reason' });
    const comment = `${indentation}// ptarget-ignore ${rule}：${reason}${lineBreakAt(text, origin.start)}`;
    return {
        title: session.say({ zh: `此处不再提示 ${rule}（写明理由）`, en: `Silence ${rule} here, with a reason` }),
        kind: CodeActionKind.QuickFix,
        edit: editOfFile(origin.source.uri, [{ range: { start: place, end: place }, newText: comment }], session),
    };
}

function fixAllActions(uri: string, session: Session): CodeAction[] {
    const edit = fixAll(session.workspace, uri);
    if (!edit) return [];
    return [{
        title: session.say({ zh: '修复所有不改变含义的问题', en: 'Fix everything that cannot change the meaning' }),
        kind: FIX_ALL,
        edit: editOfFile(uri, [edit], session),
    }];
}

function toCodeAction(fix: Fix, problem: Problem, session: Session): CodeAction {
    return {
        title: session.say(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(problem, session)],
        isPreferred: fix.preferred,
        edit: toWorkspaceEdit(fix.edits, session),
    };
}

function touches(one: Range, other: Range): boolean {
    return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
    return one.line < other.line || (one.line === other.line && one.character < other.character);
}
