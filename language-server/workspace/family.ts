import type { DepartmentFamily, KeyOfProject } from '../domain/family.js';
import type { Department, Project } from '../domain/plan.js';
import { PROJECT_KEYS } from './check.js';

/** A family as the workspace keeps it: its members come and go with the edits, and what was asked about them follows. */
export class Family implements DepartmentFamily {
    readonly departments: Department[] = [];
    readonly projects = new Set<Project>();
    /** Another object whenever a department comes or goes. */
    circumstances: object = {};
    private readonly groupings = new Map(PROJECT_KEYS.map((keyOf) => [keyOf, new Grouping(keyOf)]));

    constructor(readonly name: string) {}

    get isEmpty(): boolean {
        return this.departments.length === 0 && this.projects.size === 0;
    }

    addDepartment(department: Department): void {
        this.departments.push(department);
        this.circumstances = {};
    }

    removeDepartment(department: Department): void {
        drop(this.departments, department);
        this.circumstances = {};
    }

    addProject(project: Project): void {
        this.projects.add(project);
        for (const grouping of this.groupings.values()) grouping.add(project);
    }

    removeProject(project: Project): void {
        this.projects.delete(project);
        for (const grouping of this.groupings.values()) grouping.remove(project);
    }

    alike(keyOf: KeyOfProject): Iterable<readonly Project[]> {
        return this.groupings.get(keyOf)!.repeated;
    }
}

/** Projects by a key, and those that share theirs. */
class Grouping {
    /** Of a project in a closed file it would cost to find it out once more. */
    private readonly keys = new Map<Project, string>();
    private readonly byKey = new Map<string, Project[]>();
    private readonly shared = new Map<string, Project[]>();

    constructor(private readonly keyOf: KeyOfProject) {}

    get repeated(): Iterable<readonly Project[]> {
        return this.shared.values();
    }

    add(project: Project): void {
        const key = this.keyOf(project);
        if (key === undefined) return;
        this.keys.set(project, key);
        const group = this.byKey.get(key);
        if (!group) {
            this.byKey.set(key, [project]);
            return;
        }
        group.push(project);
        this.shared.set(key, group);
    }

    remove(project: Project): void {
        const key = this.keys.get(project);
        const group = key === undefined ? undefined : this.byKey.get(key);
        if (key === undefined || !group) return;
        this.keys.delete(project);
        drop(group, project);
        if (group.length < 2) this.shared.delete(key);
        if (group.length === 0) this.byKey.delete(key);
    }
}

export function drop<T>(values: T[], value: T): void {
    const index = values.indexOf(value);
    if (index >= 0) values.splice(index, 1);
}
