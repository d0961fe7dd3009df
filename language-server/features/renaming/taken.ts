import { indicatorGroupsOf, type Declaration, type Project } from '../../domain/plan.js';
import { categoryKey, type Category, type Taxonomy } from '../../domain/taxonomy.js';
import type { Wording } from '../../domain/wording.js';
import type { Name } from '../../workspace/name-places.js';
import type { Workspace } from '../../workspace/workspace.js';

/**
 * Whether something else has a name already, or waits for it: what is declared nowhere and referred to counts too, since
 * the reference would silently get a meaning.
 */
export function taken(name: Name, newName: string, workspace: Workspace): Wording | undefined {
    switch (name.kind) {
        case 'department':
            return workspace.names.family(newName) || workspace.expectsFamily(newName) ? { zh: `已有部门“${newName}”，或有项目属于它`, en: `There is a department “${newName}” already, or a project that names it` } : undefined;
        case 'project':
            return isProjectTaken(name.project, newName, workspace) ? { zh: `这个部门已有项目“${newName}”`, en: `The department has a project “${newName}” already` } : undefined;
        case 'taxonomy':
            return isTaxonomyTaken(newName, workspace) ? { zh: `已有指标体系“${newName}”，或有部门、设置指定了它`, en: `There is a taxonomy “${newName}” already, or a department or setting names it` } : undefined;
        case 'category':
            return isCategoryTaken(name, newName, workspace) ? { zh: `指标体系“${name.taxonomy.name?.value ?? ''}”已有“${newName}”，或有指标用了这个名称`, en: `The taxonomy has “${newName}” already, or an indicator is filed under it` } : undefined;
    }
}

function isProjectTaken(project: Project, newName: string, workspace: Workspace): boolean {
    const department = workspace.departmentOf(project);
    const siblings = workspace.names.family(project.department)?.projects ?? projectsWithoutDepartment(project, workspace);
    return [...siblings].some((other) => other !== project && other.name?.value === newName && workspace.departmentOf(other) === department);
}

function projectsWithoutDepartment(project: Project, workspace: Workspace): Project[] {
    return workspace.document(project.origin.source.uri)?.blocks
        .flatMap((block) => block.declarations)
        .filter((declaration): declaration is Project => declaration.kind === 'project' && declaration.department === undefined) ?? [];
}

function isTaxonomyTaken(newName: string, workspace: Workspace): boolean {
    if (workspace.configured.taxonomy === newName || workspace.names.taxonomiesNamed(newName).length > 0) return true;
    return [...workspace.names.allFamilies()].some(({ departments }) => departments.some((department) => department.taxonomyName?.value === newName));
}

function isCategoryTaken({ category, taxonomy }: Extract<Name, { kind: 'category' }>, newName: string, workspace: Workspace): boolean {
    const key = categoryKey(newName);
    const isTierOne = (taxonomy.tiers as readonly Category[]).includes(category);
    const rivals = isTierOne ? taxonomy.tiers : taxonomy.tiers.flatMap((tier) => tier.categories);
    if (rivals.some((other) => other !== category && categoryKey(other.name) === key)) return true;
    if (key === categoryKey(category.name)) return false;
    for (const uri of workspace.uris) {
        for (const block of workspace.document(uri)!.blocks) {
            if (block.declarations.some((declaration) => refersTo(key, isTierOne, declaration, taxonomy, workspace))) return true;
        }
    }
    return false;
}

function refersTo(key: string, isTierOne: boolean, declaration: Declaration, taxonomy: Taxonomy, workspace: Workspace): boolean {
    const groups = indicatorGroupsOf(declaration);
    if (groups.length === 0 || workspace.taxonomyOf(declaration) !== taxonomy) return false;
    const used = isTierOne ? groups : groups.flatMap((group) => group.indicators);
    return used.some((user) => categoryKey(user.category.value) === key);
}
