import type { Project } from './plan.js';

/** Something that is found out from all of a project. */
export interface ProjectFact<T> {
    (project: Project): T;
    /** Says it of a project, so that nobody has to look at all of it. */
    know(project: Project, fact: T): void;
}

/** A project never changes, an edit replaces it: what is found out about it is found out once. */
export function projectFact<T>(findOut: (project: Project) => T): ProjectFact<T> {
    const known = new WeakMap<Project, T>();
    const know = (project: Project, fact: T) => void known.set(project, fact);
    const factOf = (project: Project) => {
        const before = known.get(project);
        if (before !== undefined || known.has(project)) return before as T;
        const fact = findOut(project);
        know(project, fact);
        return fact;
    };
    return Object.assign(factOf, { know });
}
