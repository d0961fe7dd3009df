import { indicatorGroupsOf, rangeOf, type Language, type Problem, type Source, type TargetDocument, type Workspace } from '../language-server/index.js';
import type { FoundFile } from './finding-files.js';
import type { CheckedFile, Finding, Silenced, Subject } from './report.js';

/**
 * What is wrong with an opened file, in one language.
 * @param files all opened files by their URIs: findings may speak of other places
 */
export function reportOn(uri: string, workspace: Workspace, files: ReadonlyMap<string, FoundFile>, language: Language): CheckedFile {
    const [{ name, path }, document] = [files.get(uri)!, workspace.document(uri)!];
    const subjects = subjectsOf(document);
    const findings = workspace.problemsOf(uri).map((problem) => toFinding(problem, subjects, files, language));
    return { file: name, path, findings, silenced: silencedIn(workspace, uri, document, language), foreign: isForeign(document) };
}

function silencedIn(workspace: Workspace, uri: string, { blocks }: TargetDocument, language: Language): Silenced[] {
    const comments = workspace.silencedIn(uri).map(({ problem, silencing }) => ({
        range: rangeOf(problem.origin),
        what: `${problem.rule}: ${problem.message[language]}`,
        reason: silencing.reason,
    }));
    const inapplicable = blocks.flatMap((block) => block.declarations).flatMap(indicatorGroupsOf).flatMap(({ category, inapplicable, origin }) => (
        inapplicable ? [{ range: rangeOf(origin), what: `${category.value} 不适用`, reason: inapplicable.value }] : []
    ));
    return [...comments, ...inapplicable].sort((one, other) => one.range.start.line - other.range.start.line);
}

function toFinding(problem: Problem, subjects: ReadonlyMap<Source, Subject>, files: ReadonlyMap<string, FoundFile>, language: Language): Finding {
    const { origin, rule, severity, message, related = [] } = problem;
    return {
        range: rangeOf(origin),
        severity,
        code: rule,
        message: message[language],
        related: related.flatMap((place) => {
            // A built-in taxonomy has no file that could be shown.
            const file = files.get(place.origin.source.uri);
            return file ? [{ file: file.name, path: file.path, range: rangeOf(place.origin), message: place.message[language] }] : [];
        }),
        subject: subjects.get(origin.source),
    };
}

/** Whether nothing in a text could be made out. */
export function isForeign({ blocks }: TargetDocument): boolean {
    const declarations = blocks.flatMap((block) => block.declarations);
    return declarations.length > 0 && declarations.every(({ kind }) => kind === 'fragment');
}

/** Whom each stretch of a document's text is about. */
function subjectsOf({ blocks }: TargetDocument): Map<Source, Subject> {
    const subjects = new Map<Source, Subject>();
    for (const block of blocks) {
        const { declaration } = block;
        if (declaration?.name?.value && (declaration.kind === 'department' || declaration.kind === 'project')) {
            subjects.set(block, { kind: declaration.kind, name: declaration.name.value });
        }
    }
    return subjects;
}
