import type { DepartmentFamily, KeyOfProject } from '../domain/family.js';
import { inTextOrder } from '../domain/origin.js';
import type { Department, Project } from '../domain/plan.js';
import { Tally } from '../domain/tally.js';
import { PROJECT_KEYS } from './check.js';

/** A family as the workspace keeps it: its members come and go with the edits, and what was asked about them follows. */
export class Family implements DepartmentFamily {
    readonly departments: Department[] = [];
    readonly projects = new Set<Project>();
    /** Another object whenever a department comes or goes. */
    private generation = {};
    private readonly groupings = new Map(PROJECT_KEYS.map((keyOf) => [keyOf, new Grouping(keyOf)]));
    private readonly tallies = new Map<number | undefined, Tally>();
    private readonly byFile = new Map<string, Set<Project>>();
    /** In order; undefined when a file came or went. */
    private files: readonly string[] | undefined;

    constructor(readonly name: string) {}

    get isEmpty(): boolean {
        return this.departments.length === 0 && this.projects.size === 0;
    }

    /** The files with members in them. */
    *uris(): Generator<string> {
        for (const { origin } of this.departments) yield origin.source.uri;
        yield* this.byFile.keys();
    }

    /**
     * Another value whenever something about its departments changes by which projects are judged: of a single one the year and
     * the taxonomy. Where a project may belong to none of them, or to one of several, what is said of it names their places.
     */
    get circumstances(): unknown {
        const [department, ...others] = this.departments;
        const year = department?.year?.value;
        const isDoubtful = others.length > 0 || [...this.tallies].some(([stated, { projects }]) => projects > 0 && stated !== undefined && stated !== year);
        return isDoubtful ? this.generation : department && `${year} ${department.taxonomyName?.value}`;
    }

    addDepartment(department: Department): void {
        this.departments.push(department);
        this.generation = {};
    }

    removeDepartment(department: Department): void {
        drop(this.departments, department);
        this.generation = {};
    }

    addProject(project: Project): void {
        this.projects.add(project);
        for (const grouping of this.groupings.values()) grouping.add(project);
        this.tallies.set(project.year?.value, this.tally(project.year?.value).add(project));
        const { uri } = project.origin.source;
        const others = this.byFile.get(uri);
        if (others) {
            others.add(project);
        } else {
            this.byFile.set(uri, new Set([project]));
            this.files = undefined;
        }
    }

    removeProject(project: Project): void {
        if (!this.projects.delete(project)) return;
        for (const grouping of this.groupings.values()) grouping.remove(project);
        this.tally(project.year?.value).remove(project);
        const { uri } = project.origin.source;
        const others = this.byFile.get(uri)!;
        others.delete(project);
        if (others.size === 0) {
            this.byFile.delete(uri);
            this.files = undefined;
        }
    }

    alike(keyOf: KeyOfProject): Iterable<readonly Project[]> {
        return this.groupings.get(keyOf)!.repeated;
    }

    tally(year: number | undefined): Tally {
        return this.tallies.get(year) ?? new Tally();
    }

    *inTextOrder(): Generator<Project> {
        this.files ??= [...this.byFile.keys()].sort();
        for (const uri of this.files) yield* inTextOrder(this.byFile.get(uri)!);
    }
}

/** Projects by a key, and those that share theirs. */
class Grouping {
    private readonly byKey = new Map<string, Project[]>();
    private readonly shared = new Map<string, Project[]>();

    constructor(private readonly keyOf: KeyOfProject) {}

    get repeated(): Iterable<readonly Project[]> {
        return this.shared.values();
    }

    add(project: Project): void {
        const key = this.keyOf(project);
        if (key === undefined) return;
        const group = this.byKey.get(key);
        if (!group) {
            this.byKey.set(key, [project]);
            return;
        }
        group.push(project);
        this.shared.set(key, group);
    }

    remove(project: Project): void {
        const key = this.keyOf(project);
        const group = key === undefined ? undefined : this.byKey.get(key);
        if (key === undefined || !group) return;
        drop(group, project);
        if (group.length < 2) this.shared.delete(key);
        if (group.length === 0) this.byKey.delete(key);
    }
}

export function drop<T>(values: T[], value: T): void {
    const index = values.indexOf(value);
    if (index >= 0) values.splice(index, 1);
}
