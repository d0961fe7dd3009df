import { inQuotes, snippet, toSnippetText, type Snippet } from './completion/snippet.js';
import { belonging, departmentSkeleton, projectHead, projectSkeleton, taxonomySkeleton } from './completion/skeletons.js';
import type { Surroundings } from './completion/situation.js';
import { comparePositions, rangeOf, type Position } from '../domain/origin.js';
import type { Department, Project } from '../domain/plan.js';
import type { Edit } from '../domain/problem.js';
import { newDeclaration, newProject, type NewDeclaration, type SnippetEdit } from '../protocol.js';
import { INDENT, toTextEdit } from '../workspace/edits.js';
import { TargetDocument } from '../workspace/target-document.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Feature } from './feature.js';

/** What the commands insert that begin a file or a project. */
export const newDeclarations: Feature = {
    capabilities: {},
    register(session) {
        session.answer(newDeclaration, null, ({ kind }) => declarationFor(kind, session.workspace, new Date()));
        session.answer(newProject, null, ({ uri, position }) => projectAt(session.workspace, uri, position));
    },
};

const SKELETONS: Readonly<Record<NewDeclaration, (surroundings: Surroundings) => Snippet>> = {
    department: departmentSkeleton,
    project: (surroundings) => projectSkeleton(projectHead(belonging(surroundings)), surroundings.taxonomy),
    taxonomy: taxonomySkeleton,
};

export function declarationFor(kind: NewDeclaration, workspace: Workspace, today: Date): string {
    const document = new TargetDocument('untitled:', '');
    const taxonomy = workspace.taxonomyOf(undefined);
    return `${toSnippetText(SKELETONS[kind]({ workspace, document, declaration: undefined, surrounding: undefined, taxonomy, today }))}\n`;
}

/** Behind the project at a place, or behind the last one of the department there; a department without any takes its first inside. */
export function projectAt(workspace: Workspace, uri: string, position: Position): SnippetEdit | null {
    const document = workspace.document(uri);
    const found = document && declarationAt(document, position);
    if (!found) return null;
    const neighbour = found.kind === 'project' ? found : projectsOf(found, document).at(-1);
    const taxonomy = workspace.taxonomyOf(found);
    if (!neighbour) return snippetEdit((added) => ({ kind: 'append', block: found.body, lines: added }), projectSkeleton(projectHead(), taxonomy));
    const department = neighbour.belongsTo && inQuotes(neighbour.belongsTo.value);
    const head = projectHead(department && snippet`属于 ${department}`);
    const project = projectSkeleton(head, taxonomy, neighbour.year?.value);
    // Projects of their own stand apart; those inside a department are told apart by their indentation.
    return snippetEdit((added) => ({ kind: 'behind', at: neighbour.origin, lines: added }), neighbour.nested ? project : ['\n', ...project]);
}

/** The department or project that a place is in, or that stands before it. */
function declarationAt(document: TargetDocument, position: Position): Department | Project | undefined {
    const declared = document.blocks.flatMap(({ declaration }) => (declaration?.kind === 'department' || declaration?.kind === 'project' ? [declaration] : []));
    return declared.findLast(({ origin }) => comparePositions(rangeOf(origin).start, position) <= 0) ?? declared[0];
}

/** The projects of a department that stand in its file, in the order of the text. */
function projectsOf(department: Department, document: TargetDocument): Project[] {
    const projects = document.blocks.flatMap(({ declaration, parent }) => (declaration?.kind === 'project' ? [{ project: declaration, parent }] : []));
    const inside = projects.filter(({ parent }) => parent?.declaration === department);
    const outside = projects.filter(({ project, parent }) => !parent && project.department === department.name?.value);
    return (inside.length > 0 ? inside : outside).map(({ project }) => project);
}

function snippetEdit(edit: (lines: readonly string[]) => Edit, project: Snippet): SnippetEdit {
    const { range, newText } = toTextEdit(edit(toSnippetText(project).replaceAll('\t', INDENT).split('\n')));
    return { range, snippet: newText };
}
