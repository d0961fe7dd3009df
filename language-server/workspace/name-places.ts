import type { Origin, Position, Written } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf, type Declaration, type Department, type Project } from '../domain/plan.js';
import { findCategory, findTierOne, type Category, type Taxonomy } from '../domain/taxonomy.js';
import type { Workspace } from './workspace.js';

/**
 * What a name names. Departments of one name are one institution, whatever the year; a project is named at its own
 * declaration only; a category belongs to the taxonomy that declares it.
 */
export type Name =
    | { readonly kind: 'department'; readonly name: string }
    | { readonly kind: 'project'; readonly name: string; readonly project: Project }
    | { readonly kind: 'taxonomy'; readonly name: string }
    | { readonly kind: 'category'; readonly name: string; readonly category: Category; readonly taxonomy: Taxonomy };

/** A place where something is declared or referred to by its name. */
export interface NamePlace {
    readonly name: Name;
    /** The name as this place has it: references to a category may leave out its 指标. */
    readonly written: string;
    /** The name with its quotes. */
    readonly origin: Origin;
    readonly declares: boolean;
    /** The declaration that the place stands in. */
    readonly within: Declaration;
}

/** The name at a position of a file. */
export function nameAt(workspace: Workspace, uri: string, position: Position): NamePlace | undefined {
    const found = workspace.document(uri)?.blockAt(position);
    for (const declaration of found?.block.declarations ?? []) {
        for (const place of namesIn(declaration, workspace)) {
            if (place.origin.start <= found!.offset && found!.offset <= place.origin.end) return place;
        }
    }
    return undefined;
}

/** Every place of a name in a file. */
export function* placesInFile(workspace: Workspace, uri: string, name: Name): Generator<NamePlace> {
    for (const block of workspace.document(uri)?.blocks ?? []) {
        for (const declaration of block.declarations) yield* placesIn(declaration, workspace, name);
    }
}

/** Every place of a name in the workspace. */
export function* placesOf(workspace: Workspace, name: Name): Generator<NamePlace> {
    for (const declaration of declarationsThatMayName(workspace, name)) yield* placesIn(declaration, workspace, name);
}

/** Whether every file is read that may have the name at a place of a file. Categories and taxonomies may be named anywhere. */
export function isReadEverywhere({ name: { kind } }: NamePlace, uri: string, workspace: Workspace): boolean {
    return kind === 'department' || kind === 'project' ? workspace.isCompleteFor(uri) : workspace.isComplete;
}

/** Whether two names name the same. */
export function isSameName(one: Name, other: Name): boolean {
    if (one.kind === 'project') return other.kind === 'project' && one.project === other.project;
    if (one.kind === 'category') return other.kind === 'category' && one.category === other.category;
    return one.kind === other.kind && one.name === other.name;
}

function* placesIn(declaration: Declaration, workspace: Workspace, name: Name): Generator<NamePlace> {
    const places = name.kind === 'category' ? categoriesIn(declaration, workspace) : ownNamesOf(declaration);
    for (const place of places) {
        if (isSameName(place.name, name)) yield place;
    }
}

function* declarationsThatMayName(workspace: Workspace, name: Name): Generator<Declaration> {
    if (name.kind === 'project') {
        yield name.project;
    } else if (name.kind === 'department') {
        const family = workspace.names.family(name.name);
        yield* family?.departments ?? [];
        yield* family?.projects ?? [];
    } else {
        for (const uri of workspace.uris) {
            for (const block of workspace.document(uri)!.blocks) yield* block.declarations;
        }
    }
}

function* namesIn(declaration: Declaration, workspace: Workspace): Generator<NamePlace> {
    yield* ownNamesOf(declaration);
    yield* categoriesIn(declaration, workspace);
}

/** What a declaration is called, and the department or taxonomy that it refers to. */
function* ownNamesOf(declaration: Declaration): Generator<NamePlace> {
    const { name } = declaration;
    switch (declaration.kind) {
        case 'department':
            if (name) yield quoted('department', name, true, declaration);
            if (declaration.taxonomyName) yield quoted('taxonomy', declaration.taxonomyName, false, declaration);
            break;
        case 'project':
            if (name) yield { name: { kind: 'project', name: name.value, project: declaration }, written: name.value, origin: name.origin, declares: true, within: declaration };
            if (declaration.belongsTo) yield quoted('department', declaration.belongsTo, false, declaration);
            break;
        case 'taxonomy':
            if (name) yield quoted('taxonomy', name, true, declaration);
            break;
    }
}

function quoted(kind: 'department' | 'taxonomy', { value, origin }: Written<string>, declares: boolean, within: Declaration): NamePlace {
    return { name: { kind, name: value }, written: value, origin, declares, within };
}

/** The categories that a declaration declares, or those that its indicators are filed under. */
function* categoriesIn(declaration: Declaration, workspace: Workspace): Generator<NamePlace> {
    if (declaration.kind === 'taxonomy') {
        for (const tier of declaration.tiers) {
            for (const category of [tier, ...tier.categories]) {
                yield { name: nameOf(category, declaration), written: category.name, origin: category.nameOrigin, declares: true, within: declaration };
            }
        }
        return;
    }
    const groups = indicatorGroupsOf(declaration);
    if (groups.length === 0) return;
    const taxonomy = workspace.taxonomyOf(declaration);
    for (const group of groups) {
        const tier = findTierOne(taxonomy, group.category.value);
        if (tier) yield reference(group.category, tier, taxonomy, declaration);
        for (const { indicator } of indicatorsOf([group])) {
            const found = findCategory(taxonomy, indicator.category.value, tier);
            if (found) yield reference(indicator.category, found.category, taxonomy, declaration);
        }
    }
}

function reference({ value, origin }: Written<string>, category: Category, taxonomy: Taxonomy, within: Declaration): NamePlace {
    return { name: nameOf(category, taxonomy), written: value, origin, declares: false, within };
}

function nameOf(category: Category, taxonomy: Taxonomy): Name {
    return { kind: 'category', name: category.name, category, taxonomy };
}

/** The departments that a place means: the one that it declares, the one of the project's year where that is clear, else all of the name. */
export function departmentsMeant({ name, within }: NamePlace, workspace: Workspace): readonly Department[] {
    if (within.kind === 'department') return [within];
    const decided = within.kind === 'project' ? workspace.departmentOf(within) : undefined;
    return decided ? [decided] : workspace.names.family(name.name)?.departments ?? [];
}
