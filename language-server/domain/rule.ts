import type { DepartmentFamily, KeyOfProject } from './family.js';
import type { Origin } from './origin.js';
import type { Declaration, Department, Project } from './plan.js';
import type { Finding, Severity } from './problem.js';
import type { Taxonomy } from './taxonomy.js';
import type { Wording } from './wording.js';

export type RuleGroup = 'budget' | 'completeness' | 'indicators' | 'text' | 'structure';

interface RuleBase {
    /** kebab-case, says the problem; the diagnostic's code. */
    readonly name: string;
    readonly group: RuleGroup;
    readonly severity: Severity;
    /** One line: when the rule holds. */
    readonly title: Wording;
    /** What is wrong, why it matters, what to do. */
    readonly explanation: Wording;
}

/** Looks at one declaration by itself. */
export interface DeclarationRule extends RuleBase {
    readonly scope: 'declaration';
    /** Judges what is absent or adds up, so it is silent while a line of the declaration cannot be read. */
    readonly needsAll?: boolean;
    check(declaration: Declaration, context: RuleContext): Iterable<Finding>;
}

/** Looks at one department or project in the light of the departments declared under its department's name. */
export interface MemberRule extends RuleBase {
    readonly scope: 'member';
    check(member: Department | Project, family: DepartmentFamily, context: FamilyContext): Iterable<Finding>;
}

/** Looks at everything in the workspace that belongs to departments of one name. */
export interface FamilyRule extends RuleBase {
    readonly scope: 'family';
    /** What it groups the projects of a family by. */
    readonly groupsBy?: KeyOfProject;
    check(family: DepartmentFamily, context: FamilyContext): Iterable<Finding>;
}

/** Looks at the comments that silence other rules and found nothing to silence. */
export interface SilencingRule extends RuleBase {
    readonly scope: 'silencing';
    check(unused: readonly SilencingComment[]): Iterable<Finding>;
}

export interface SilencingComment {
    readonly rule: string;
    readonly origin: Origin;
}

export type Rule = DeclarationRule | MemberRule | FamilyRule | SilencingRule;

export interface RuleContext {
    readonly taxonomy: Taxonomy;
    readonly options: RuleOptions;
}

export interface FamilyContext {
    readonly options: RuleOptions;
    /** All names in the workspace, for offering the nearest. */
    readonly departmentNames: readonly string[];
    readonly taxonomyNames: readonly string[];
    /** The family of a name, for asking whether a project would find its department there. */
    readonly familyNamed: (name: string) => DepartmentFamily | undefined;
}

/** The settings that rules ask for. */
export interface RuleOptions {
    /** Projects with fewer indicators are reported (`ptarget.minimumIndicators`). */
    readonly minimumIndicators: number;
    /** Whether a department's 项目支出 is compared with the sum of its projects (`ptarget.compareProjectsWithBudget`). */
    readonly compareProjectsWithBudget: boolean;
}

export const DEFAULT_OPTIONS: RuleOptions = { minimumIndicators: 3, compareProjectsWithBudget: true };
