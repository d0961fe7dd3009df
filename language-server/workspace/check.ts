import type { DepartmentFamily } from '../domain/family.js';
import type { Origin } from '../domain/origin.js';
import type { Declaration, Department, Project } from '../domain/plan.js';
import type { Finding, Problem } from '../domain/problem.js';
import type { FamilyContext, Rule, SilencingComment } from '../domain/rule.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import { RULES } from '../rules/index.js';
import { severityOf, type Settings } from './settings.js';

const DECLARATION_RULES = RULES.filter((rule) => rule.scope === 'declaration');
const MEMBER_RULES = RULES.filter((rule) => rule.scope === 'member');
const FAMILY_RULES = RULES.filter((rule) => rule.scope === 'family');
const SILENCING_RULES = RULES.filter((rule) => rule.scope === 'silencing');

/** Everything that rules group the projects of a family by. */
export const PROJECT_KEYS = FAMILY_RULES.flatMap((rule) => rule.groupsBy ?? []);

/** What the rules find in one declaration by itself. */
export function checkDeclaration(declaration: Declaration, taxonomy: Taxonomy, settings: Settings): Problem[] {
    const problems: Problem[] = [];
    const context = { taxonomy, options: settings.options };
    for (const rule of DECLARATION_RULES) {
        if (rule.needsAll && declaration.issues.length > 0) continue;
        collect(rule, settings, problems, () => rule.check(declaration, context));
    }
    return withoutBrokenLines(problems, declaration);
}

/** A line that cannot be read as it was meant is not judged otherwise. */
function withoutBrokenLines(problems: Problem[], { issues }: Declaration): Problem[] {
    if (issues.length === 0) return problems;
    const lineOf = ({ origin }: { origin: Origin }) => origin.source.positionAt(origin.start).line;
    const broken = new Set(issues.map(lineOf));
    return problems.filter((problem) => problem.rule === 'syntax' || !broken.has(lineOf(problem)));
}

/** What the rules find in one declaration in the light of its family's departments. */
export function checkMember(member: Department | Project, family: DepartmentFamily, context: FamilyContext, settings: Settings): Problem[] {
    const problems: Problem[] = [];
    for (const rule of MEMBER_RULES) collect(rule, settings, problems, () => rule.check(member, family, context));
    return problems;
}

/** What the rules find between the declarations of a family. */
export function checkFamily(family: DepartmentFamily, context: FamilyContext, settings: Settings): Problem[] {
    const problems: Problem[] = [];
    for (const rule of FAMILY_RULES) collect(rule, settings, problems, () => rule.check(family, context));
    return problems;
}

/** Comments that silence a rule where it finds nothing. */
export function checkSilencings(unused: readonly SilencingComment[], settings: Settings): Problem[] {
    const problems: Problem[] = [];
    for (const rule of SILENCING_RULES) collect(rule, settings, problems, () => rule.check(unused));
    return problems;
}

function collect(rule: Rule, settings: Settings, problems: Problem[], check: () => Iterable<Finding>): void {
    if (settings.severity[rule.name] === 'off') return;
    try {
        for (const finding of check()) {
            const severity = severityOf(rule, finding.severity, settings);
            if (severity) problems.push({ ...finding, rule: rule.name, severity });
        }
    } catch (error) {
        // One rule that fails must not take the findings of the others with it.
        console.error(`ptarget: rule ${rule.name} failed`, error);
    }
}
