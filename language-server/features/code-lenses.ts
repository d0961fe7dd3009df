import { type CodeLens, type CodeLensParams, CodeLensRefreshRequest, type Command } from 'vscode-languageserver';
import { EXPENDITURE, sectionNamed, sumOf, totalOf } from '../domain/budget.js';
import { contains, rangeOf, type Position, type Source } from '../domain/origin.js';
import { hasOwnTable, indicatorsOf, type Department, type Project } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Form } from '../domain/table.js';
import { COMMANDS } from '../protocol.js';
import { RULES } from '../rules/index.js';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import type { Feature } from './feature.js';
import { amountOf, projectsTotal, STILL_READING } from './wording/sums.js';

/** Totals are compared once nothing has changed for so long, and not after each key. */
const TOTALS_AFTER_MS = 300;

/** Over each department and project: its table, its sum, what it lacks. */
export const codeLenses: Feature = {
    capabilities: { codeLensProvider: { resolveProvider: true } },
    register(session) {
        refreshWhenTotalsChange(session);
        session.connection.onCodeLens(session.answering('code lenses', [] as CodeLens[], (params) => lensesIn(session, params)));
        session.connection.onCodeLensResolve((lens) => {
            session.guarded('code lens', () => { lens.command = commandOf(lens, session); });
            return lens;
        });
    },
};

/** Projects in other files add to the total of a department; the editor asks again only for a file that was edited. */
function refreshWhenTotalsChange(session: Session): void {
    let known = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
        const before = known;
        known = [...openDepartments(session)].map((department) => titleOf(department, session)).join('\n');
        if (before === known || !session.client.workspace?.codeLens?.refreshSupport) return;
        void session.connection.sendRequest(CodeLensRefreshRequest.type);
    };
    session.onChange(() => {
        clearTimeout(timer);
        timer = setTimeout(() => session.guarded('code lenses', look), TOTALS_AFTER_MS);
    });
}

function* openDepartments({ workspace }: Session): Generator<Department> {
    for (const document of workspace.openDocuments) {
        if (workspace.isBeingRead(document.uri)) continue;
        for (const declaration of document.blocks.flatMap((block) => block.declarations)) {
            if (declaration.kind === 'department') yield declaration;
        }
    }
}

/** What a lens tells is worked out when it comes into view. */
interface Unresolved {
    readonly uri: string;
    readonly tells: 'table' | 'sum';
}

export function lensesIn(session: Session, { textDocument: { uri } }: CodeLensParams): CodeLens[] {
    const { workspace } = session;
    const blocks = workspace.document(uri)?.blocks ?? [];
    const incomplete = bySource(workspace.problemsOf(uri).filter(({ rule }) => COMPLETENESS.has(rule)));
    return blocks.flatMap((block) => plansWithProblems(block, incomplete.get(block) ?? [])).flatMap(({ declaration, problems }) => {
        const range = rangeOf(declaration.head);
        const table: Unresolved = { uri, tells: 'table' };
        const sum: Unresolved = { uri, tells: 'sum' };
        const lenses: CodeLens[] = [{ range, data: table }, { range, data: sum }];
        if (problems.length > 0) lenses.push({ range, command: missing(problems, uri, session) });
        return lenses;
    });
}

/** The departments and projects of a block; a problem belongs to the smallest that it stands in. */
function plansWithProblems(block: Block, problems: readonly Problem[]) {
    let left = problems;
    const innermostFirst = [...block.declarations].reverse().filter((declaration) => declaration.kind === 'department' || declaration.kind === 'project');
    return innermostFirst.map((declaration) => {
        const own = left.filter(({ origin }) => contains(declaration.origin, origin));
        left = left.filter((problem) => !own.includes(problem));
        return { declaration, problems: own };
    }).reverse();
}

export function commandOf(lens: CodeLens, session: Session): Command | undefined {
    if (lens.command) return lens.command;
    const { uri, tells } = lens.data as Unresolved;
    const block = session.workspace.document(uri)?.blockAt(lens.range.start)?.block;
    const declaration = block?.declarations.find(({ head }) => isSamePlace(block.positionAt(head.start), lens.range.start));
    if (declaration?.kind !== 'department' && declaration?.kind !== 'project') return undefined;
    if (tells === 'sum') return { title: titleOf(declaration, session), command: '' };
    return { title: session.say({ zh: '预览官方表格', en: 'Preview official table' }), command: COMMANDS.showPreview, arguments: [uri, formOf(declaration), lens.range] };
}

function isSamePlace(one: Position, other: Position): boolean {
    return one.line === other.line && one.character === other.character;
}

function formOf(declaration: Department | Project): Form {
    if (declaration.kind === 'project') return 'project';
    return hasOwnTable(declaration) ? 'department' : 'projects';
}

function titleOf(declaration: Department | Project, session: Session): string {
    const { moneyUnit: unit } = declaration;
    const parts: string[] = [];
    if (declaration.kind === 'project') {
        const total = totalOf(declaration);
        if (total) parts.push(session.say({ zh: `资金合计 ${amountOf(total, unit)}`, en: `funds ${amountOf(total, unit)}` }));
        const count = [...indicatorsOf(declaration.indicators?.groups)].length;
        parts.push(session.say({ zh: `${count} 个指标`, en: `${count} indicators` }));
    } else {
        const budget = sectionNamed(declaration, EXPENDITURE);
        if (budget) parts.push(session.say({ zh: `预算合计 ${amountOf(sumOf(budget), unit)}`, en: `budget ${amountOf(sumOf(budget), unit)}` }));
        const all = projectsTotal(declaration, session.workspace);
        if (!all) parts.push(session.say(STILL_READING));
        else if (all.count > 0 || !budget) parts.push(session.say({ zh: `${all.count} 个项目合计 ${amountOf(all.amount, unit)}`, en: `${all.count} projects ${amountOf(all.amount, unit)}` }));
    }
    return parts.join(' · ');
}

const COMPLETENESS = new Map(RULES.filter((rule) => rule.group === 'completeness').map((rule) => [rule.name, rule]));

/** What is missing, each thing once, with a way to the first of them. */
function missing(problems: readonly Problem[], uri: string, session: Session): Command {
    const rules = [...new Set(problems.map(({ rule }) => rule))].map((name) => COMPLETENESS.get(name)!);
    return { title: rules.map(({ title }) => session.say(title)).join(' · '), command: COMMANDS.goTo, arguments: [uri, rangeOf(problems[0]!.origin)] };
}

function bySource(problems: readonly Problem[]): Map<Source, Problem[]> {
    const map = new Map<Source, Problem[]>();
    for (const problem of problems) {
        const list = map.get(problem.origin.source);
        if (list) list.push(problem);
        else map.set(problem.origin.source, [problem]);
    }
    return map;
}
