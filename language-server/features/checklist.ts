import { rangeOf } from '../domain/origin.js';
import { checklist as checklistRequest, checklistChanged, type Checklist, type ChecklistDeclaration } from '../protocol.js';
import type { Session } from '../session.js';
import { checklistOf, type DeclarationFindings } from '../workspace/checklist.js';
import type { Feature } from './feature.js';

/** 检查清单: what is still to do, by department and project. */
export const checklist: Feature = {
    capabilities: {},
    register(session) {
        // Told once after each time that the client has looked: it looks again when it is time, and a key sends nothing more.
        let tell = false;
        session.onChange(() => {
            if (tell) session.send(checklistChanged, {});
            tell = false;
        });
        session.answer(checklistRequest, null, ({ uri }): Checklist | null => {
            tell = true;
            // Before all is read nobody knows what is still to do.
            if (!session.workspace.document(uri) || !session.workspace.isCompleteFor(uri)) return null;
            const declarations = checklistOf(session.workspace, uri).map((findings) => inWords(findings, session));
            return { open: declarations.reduce((sum, { open }) => sum + open, 0), declarations };
        });
    },
};

function inWords({ declaration, head, findings }: DeclarationFindings, session: Session): ChecklistDeclaration {
    const { kind } = declaration;
    return {
        kind: kind === 'department' || kind === 'project' ? kind : 'other',
        name: declaration.name?.value ?? session.say({ zh: '（未命名）', en: '(no name)' }),
        range: rangeOf(head),
        open: findings.filter(({ blocks }) => blocks).length,
        items: findings.map(({ problem, blocks }) => ({
            rule: problem.rule,
            severity: problem.severity,
            blocks,
            message: session.say(problem.message),
            range: rangeOf(problem.origin),
        })),
    };
}
