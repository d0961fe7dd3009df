import { type Origin } from '../domain/origin.js';
import { SEVERITIES, type Problem } from '../domain/problem.js';
import type { Declaration } from '../domain/plan.js';
import { RULES } from '../rules/index.js';
import { severityOf, type Settings } from './settings.js';
import type { Workspace } from './workspace.js';

/** The findings of one declaration, worst first. */
export interface DeclarationFindings {
    readonly declaration: Declaration;
    readonly head: Origin;
    readonly findings: readonly { readonly problem: Problem; readonly blocks: boolean }[];
}

const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));

/** A file's findings by declaration, with those marked that would be errors when the file is submitted. */
export function checklistOf(workspace: Workspace, uri: string): DeclarationFindings[] {
    const blocks = workspace.document(uri)?.blocks ?? [];
    const submission: Settings = { ...workspace.configured, profile: '送审' };
    const problems = new Map<object, Problem[]>();
    for (const problem of workspace.problemsOf(uri)) {
        const { source } = problem.origin;
        const list = problems.get(source);
        if (list) list.push(problem);
        else problems.set(source, [problem]);
    }
    return blocks.flatMap((block) => {
        const declaration = block.declaration;
        const found = problems.get(block);
        if (!declaration || !found) return [];
        const findings = found.map((problem) => ({ problem, blocks: blocksSubmission(problem, submission) }));
        findings.sort((one, other) => Number(other.blocks) - Number(one.blocks) || rank(one.problem) - rank(other.problem));
        return [{ declaration, head: declaration.head, findings }];
    });
}

function blocksSubmission(problem: Problem, settings: Settings): boolean {
    const rule = BY_NAME.get(problem.rule);
    return rule !== undefined && severityOf(rule, problem.severity, settings) === 'error';
}

function rank(problem: Problem): number {
    return SEVERITIES.indexOf(problem.severity);
}

