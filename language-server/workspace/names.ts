import { departmentOf } from '../domain/family.js';
import { inTextOrder } from '../domain/origin.js';
import type { Declaration, Department, IndicatorLibrary, Project } from '../domain/plan.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import type { Block } from './block.js';
import { isBuiltin } from './builtin.js';
import { CountedNames } from './counted-names.js';
import { drop, Family } from './family.js';
import { IndicatorNames } from './indicator-names.js';
import { DEFAULT_SETTINGS } from './settings.js';

/** What a workspace declares, in an order that does not depend on what was edited last. */
export interface DeclaredNames {
    readonly departments: readonly string[];
    readonly taxonomies: readonly string[];
}

/** What the declarations of a workspace are called and which belong together. */
export class Names {
    private readonly families = new Map<string, Family>();
    private readonly taxonomies = new Map<string, Taxonomy[]>();
    readonly libraries = new Set<IndicatorLibrary>();
    readonly indicators = new IndicatorNames();
    /** Families with a member that came, went or changed since they were last asked for. */
    private readonly changed = new Set<string>();
    private readonly declaredDepartments = new CountedNames();
    private declaredTaxonomies: readonly string[] | undefined;

    /** @param whole what the workspace declares of which only a part is open here */
    constructor(private readonly whole?: DeclaredNames) {}

    add(block: Block): void {
        for (const declaration of block.declarations) {
            this.indicators.add(declaration);
            switch (declaration.kind) {
                case 'department':
                    if (declaration.name) this.declaredDepartments.add(declaration.name.value);
                    this.familyToChange(declaration.name?.value)?.addDepartment(declaration);
                    break;
                case 'project':
                    this.familyToChange(declaration.department)?.addProject(declaration);
                    break;
                case 'taxonomy':
                    this.declaredTaxonomies = undefined;
                    if (declaration.name) this.taxonomies.set(declaration.name.value, officialFirst(inTextOrder([...this.taxonomiesNamed(declaration.name.value), declaration])));
                    break;
                case 'library':
                    this.libraries.add(declaration);
                    break;
            }
        }
    }

    remove(block: Block): void {
        for (const declaration of block.declarations) {
            this.indicators.remove(declaration);
            switch (declaration.kind) {
                case 'department':
                    if (declaration.name) this.declaredDepartments.remove(declaration.name.value);
                    this.shrink(declaration.name?.value, (family) => family.removeDepartment(declaration));
                    break;
                case 'project':
                    this.shrink(declaration.department, (family) => family.removeProject(declaration));
                    break;
                case 'taxonomy':
                    this.declaredTaxonomies = undefined;
                    if (declaration.name) drop(this.taxonomies.get(declaration.name.value) ?? [], declaration);
                    break;
                case 'library':
                    this.libraries.delete(declaration);
                    break;
            }
        }
    }

    /** Departments count as declared as soon as it is known that a file will declare them. */
    expect(departments: readonly string[]): void {
        for (const name of departments) this.declaredDepartments.add(name);
    }

    expectNoMore(departments: readonly string[]): void {
        for (const name of departments) this.declaredDepartments.remove(name);
    }

    /** Something has changed that decides over all families. */
    changeAll(): void {
        for (const name of this.families.keys()) this.changed.add(name);
    }

    /** The changed families, each once. */
    takeChanged(): Family[] {
        const families = [...this.changed].map((name) => this.families.get(name) ?? new Family(name));
        this.changed.clear();
        return families;
    }

    allFamilies(): Iterable<Family> {
        return this.families.values();
    }

    family(name: string | undefined): Family | undefined {
        return name === undefined ? undefined : this.families.get(name);
    }

    familyOf(declaration: Declaration): Family | undefined {
        if (declaration.kind === 'department') return this.family(declaration.name?.value);
        return declaration.kind === 'project' ? this.family(declaration.department) : undefined;
    }

    departmentOf(project: Project): Department | undefined {
        const family = this.familyOf(project);
        return family && departmentOf(project, family);
    }

    /**
     * The taxonomy that a declaration's categories refer to.
     * @param otherwise the one for departments that name none
     */
    taxonomyOf(declaration: Declaration | undefined, otherwise: string): Taxonomy {
        const department = declaration?.kind === 'project' ? this.departmentOf(declaration) : declaration;
        const named = department?.kind === 'department' ? department.taxonomyName?.value : undefined;
        return (named === undefined ? undefined : this.taxonomy(named)) ?? this.taxonomy(otherwise) ?? this.taxonomy(DEFAULT_SETTINGS.taxonomy)!;
    }

    taxonomy(name: string): Taxonomy | undefined {
        return this.taxonomies.get(name)?.[0];
    }

    taxonomiesNamed(name: string): readonly Taxonomy[] {
        return this.taxonomies.get(name) ?? [];
    }

    /** The same array until a department comes or goes. */
    get departmentNames(): readonly string[] {
        return this.whole?.departments ?? this.declaredDepartments.all;
    }

    /** The same array until a taxonomy comes or goes; the official ones come first. */
    get taxonomyNames(): readonly string[] {
        return this.whole?.taxonomies ?? (this.declaredTaxonomies ??= this.namesOfTaxonomies());
    }

    private namesOfTaxonomies(): string[] {
        const names = [...this.taxonomies.keys()].filter((name) => this.taxonomy(name));
        const isOfficial = (name: string) => isBuiltin(this.taxonomy(name)!.origin.source.uri);
        return [...names.filter(isOfficial), ...names.filter((name) => !isOfficial(name)).sort()];
    }

    private familyToChange(name: string | undefined): Family | undefined {
        if (name === undefined) return undefined;
        let family = this.families.get(name);
        if (!family) this.families.set(name, (family = new Family(name)));
        this.changed.add(name);
        return family;
    }

    private shrink(name: string | undefined, take: (family: Family) => void): void {
        const family = this.familyToChange(name);
        if (!family) return;
        take(family);
        if (family.isEmpty) this.families.delete(family.name);
    }
}

function officialFirst(taxonomies: readonly Taxonomy[]): Taxonomy[] {
    const isOfficial = ({ origin }: Taxonomy) => isBuiltin(origin.source.uri);
    return [...taxonomies.filter(isOfficial), ...taxonomies.filter((taxonomy) => !isOfficial(taxonomy))];
}
