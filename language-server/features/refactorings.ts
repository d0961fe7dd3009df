import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Position } from '../domain/origin.js';
import type { Fix } from '../domain/problem.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/builtin.js';
import { toWorkspaceEdit } from './editing/workspace-edit.js';
import { convertAmounts } from './refactoring/convert-amounts.js';
import { refile } from './refactoring/refile.js';
import { sortIndicators } from './refactoring/sort-indicators.js';

/** Rewritings of what stands at a place that are right either way, so that no problem asks for them. */
export function refactoringsAt(session: Session, uri: string, position: Position): CodeAction[] {
    const { workspace } = session;
    const document = workspace.document(uri);
    const found = isBuiltin(uri) ? undefined : document?.blockAt(position);
    const declaration = found?.block.declarations.find(({ origin }) => origin.start <= found.offset && found.offset <= origin.end);
    if (!document || !found || !declaration) return [];
    const { block, offset } = found;
    const taxonomy = workspace.taxonomyOf(declaration);
    const fixes: Fix[] = [
        ...(block.declarations.every(({ issues }) => issues.length === 0) ? sortIndicators(block, declaration, offset, taxonomy) : []),
        ...refile(block, declaration, offset, taxonomy, workspace.indicatorNames),
        ...convertAmounts(block, declaration, offset, document.blocks),
    ];
    return fixes.map(({ title, edits }) => ({ title: session.say(title), kind: CodeActionKind.RefactorRewrite, edit: toWorkspaceEdit(edits, session) }));
}
