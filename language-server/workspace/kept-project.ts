import { totalOf } from '../domain/budget.js';
import { Money } from '../domain/money.js';
import type { Source } from '../domain/origin.js';
import type { Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import { partsOf, valueOf, type PartsOfValue } from '../domain/value.js';
import { checkDeclaration, PROJECT_KEYS } from './check.js';
import { ClosedProject, namedIndicatorsOf, type ProjectHead } from './closed-project.js';
import type { Settings } from './settings.js';

/** A problem with a mark in the place of its fixes. */
interface KeptProblem extends Omit<Problem, 'fixes'> {
    readonly isFixable?: boolean;
}

/** A project of a closed file as plain data: everything that others ask about it. All places in it are places of its own text. */
export interface KeptProject {
    readonly head: ProjectHead;
    readonly total?: string;
    /** What it is grouped by in its family. */
    readonly keys: readonly (string | null)[];
    readonly named: readonly (readonly [category: string, name: string, value?: PartsOfValue])[];
    /** What is wrong with it by itself, and the name of what decided about that. */
    readonly problems: readonly KeptProblem[];
    readonly judgedBy: string;
}

/** @returns undefined where something that is said of it leads out of its text */
export function keepProject(project: ClosedProject, problems: readonly Problem[], judgedBy: string): KeptProject | undefined {
    if (problems.some((problem) => leadsOutOf(project.origin.source, problem))) return undefined;
    return {
        head: project,
        total: totalOf(project)?.toJSON(),
        keys: PROJECT_KEYS.map((keyOf) => keyOf(project) ?? null),
        named: namedIndicatorsOf(project).map(({ category, name, value }) => (value ? [category, name, partsOf(value)] : [category, name])),
        problems: problems.map((problem) => ({ ...problem, isFixable: problem.fixes !== undefined })),
        judgedBy,
    };
}

function leadsOutOf(source: Source, { origin, related = [] }: Problem): boolean {
    return [{ origin }, ...related].some((place) => place.origin.source !== source);
}

/**
 * @param kept as JSON gave it; it becomes part of the project
 * @param readAgain the project as its text says it
 */
export function recallProject({ head, total, keys, named }: KeptProject, source: Source, readAgain: () => Project): ClosedProject {
    putSource(head, source);
    const project = new ClosedProject(head, { named: named.map(([category, name, parts]) => ({ category, name, value: parts && valueOf(parts) })) }, readAgain);
    totalOf.know(project, total === undefined ? undefined : Money.fromJSON(total));
    for (const [index, keyOf] of PROJECT_KEYS.entries()) keyOf.know(project, keys[index] ?? undefined);
    return project;
}

/** @param kept as JSON gave it; it becomes part of the problems */
export function recallProblems({ problems }: KeptProject, project: ClosedProject, taxonomy: Taxonomy, settings: Settings): readonly Problem[] {
    const foundAgain = () => checkDeclaration(project, taxonomy, settings);
    return problems.map(({ isFixable, ...problem }, index) => {
        putSource(problem, project.origin.source);
        return isFixable ? { ...problem, fixes: () => foundAgain()[index]?.fixes?.() ?? [] } : problem;
    });
}

/** Every place gets the text that it is a place of. */
function putSource(value: object, source: Source): void {
    if ('source' in value) {
        value.source = source;
        return;
    }
    for (const inner of Object.values(value)) {
        if (typeof inner === 'object' && inner !== null) putSource(inner as object, source);
    }
}
