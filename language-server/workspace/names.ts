import type { DepartmentFamily } from '../domain/family.js';
import type { Department, IndicatorLibrary, Project } from '../domain/plan.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Block } from './block.js';
import { IndicatorNames } from './indicator-names.js';

/** A family with the problems that were found in it last; kept until a member changes. */
interface Family extends DepartmentFamily {
    readonly departments: Department[];
    readonly projects: Project[];
}

/** What the declarations of a workspace are called and which belong together. */
export class Names {
    private readonly families = new Map<string, Family>();
    private readonly taxonomies = new Map<string, Taxonomy[]>();
    readonly libraries = new Set<IndicatorLibrary>();
    readonly indicators = new IndicatorNames();
    /** Families with a member that came, went or changed since they were last asked for. */
    private readonly changed = new Set<string>();
    private declared: readonly string[] | undefined;

    add(block: Block): void {
        for (const declaration of block.declarations) {
            this.indicators.add(declaration);
            switch (declaration.kind) {
                case 'department':
                    this.declared = undefined;
                    this.familyOf(declaration.name?.value)?.departments.push(declaration);
                    break;
                case 'project':
                    this.familyOf(declaration.department)?.projects.push(declaration);
                    break;
                case 'taxonomy':
                    if (declaration.name) list(this.taxonomies, declaration.name.value).push(declaration);
                    break;
                case 'library':
                    this.libraries.add(declaration);
                    break;
            }
        }
    }

    /** Takes several blocks away at once. */
    remove(blocks: readonly Block[]): void {
        const gone = new Set<object>(blocks.flatMap((block) => block.declarations));
        for (const declaration of gone as Set<Block['declarations'][number]>) {
            this.indicators.remove(declaration);
            switch (declaration.kind) {
                case 'department':
                    this.declared = undefined;
                    this.shrink(declaration.name?.value, (family) => drop(family.departments, gone));
                    break;
                case 'project':
                    this.shrink(declaration.department, (family) => drop(family.projects, gone));
                    break;
                case 'taxonomy':
                    if (declaration.name) drop(this.taxonomies.get(declaration.name.value) ?? [], gone);
                    break;
                case 'library':
                    this.libraries.delete(declaration);
                    break;
            }
        }
    }

    /** The changed families, each once. */
    takeChanged(): DepartmentFamily[] {
        const families = [...this.changed].map((name) => this.families.get(name) ?? { name, departments: [], projects: [] });
        this.changed.clear();
        return families;
    }

    allFamilies(): Iterable<DepartmentFamily> {
        return this.families.values();
    }

    family(name: string | undefined): DepartmentFamily | undefined {
        return name === undefined ? undefined : this.families.get(name);
    }

    taxonomy(name: string): Taxonomy | undefined {
        return this.taxonomies.get(name)?.[0];
    }

    taxonomiesNamed(name: string): readonly Taxonomy[] {
        return this.taxonomies.get(name) ?? [];
    }

    /** The same array until a department comes or goes. */
    get departmentNames(): readonly string[] {
        return (this.declared ??= [...this.families.values()].filter((family) => family.departments.length > 0).map((family) => family.name));
    }

    get taxonomyNames(): string[] {
        return [...this.taxonomies].filter(([, declared]) => declared.length > 0).map(([name]) => name);
    }

    private familyOf(name: string | undefined): Family | undefined {
        if (name === undefined) return undefined;
        let family = this.families.get(name);
        if (!family) this.families.set(name, (family = { name, departments: [], projects: [] }));
        this.changed.add(name);
        return family;
    }

    private shrink(name: string | undefined, take: (family: Family) => void): void {
        const family = this.familyOf(name);
        if (!family) return;
        take(family);
        if (family.departments.length === 0 && family.projects.length === 0) this.families.delete(family.name);
    }
}

function list<T>(map: Map<string, T[]>, key: string): T[] {
    let values = map.get(key);
    if (!values) map.set(key, (values = []));
    return values;
}

function drop<T extends object>(values: T[], gone: ReadonlySet<object>): void {
    let kept = 0;
    for (const value of values) {
        if (!gone.has(value)) values[kept++] = value;
    }
    values.length = kept;
}
