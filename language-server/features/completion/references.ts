import { CompletionItemKind } from 'vscode-languageserver';
import { mayMean } from '../searching/search-text.js';
import { plain } from '../wording/markdown.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation, Surroundings } from './situation.js';

/** More names than this help nobody. */
export const MOST_NAMES = 300;

/** The departments of the workspace, those of the same file first. */
export function departmentNames({ workspace, document }: Surroundings): string[] {
    const here = new Set(document.blocks.map(({ declaration }) => (declaration?.kind === 'department' ? declaration.name?.value : undefined)));
    const names = workspace.names.departmentNames;
    return [...names.filter((name) => here.has(name)), ...names.filter((name) => !here.has(name))];
}

/** Behind 属于. */
export function* departments(situation: Situation, tooMany: () => void): Generator<Proposal> {
    const { workspace, around, cursor, say } = situation;
    for (const name of atMost(departmentNames(situation), around.text.slice(cursor.start, cursor.offset), tooMany)) {
        const years = workspace.names.family(name)?.departments.map((department) => department.year?.value).filter((year) => year !== undefined) ?? [];
        yield {
            label: name,
            kind: CompletionItemKind.Reference,
            insert: { quoted: name, behind: [] },
            description: years.length > 0 ? years.join(' ') : say({ zh: '部门', en: 'department' }),
        };
    }
}

/** Lists that are too long are filtered here, by what is typed, and sent in part. */
function atMost(names: readonly string[], typed: string, tooMany: () => void): readonly string[] {
    if (names.length <= MOST_NAMES) return names;
    tooMany();
    return names.filter((name) => mayMean(typed, name)).slice(0, MOST_NAMES);
}

/** Behind 部门: names that projects refer to and nothing declares. */
export function* missingDepartments({ workspace, say }: Situation): Generator<Proposal> {
    for (const family of workspace.names.allFamilies()) {
        if (family.departments.length > 0 || family.projects.size === 0) continue;
        yield {
            label: family.name,
            kind: CompletionItemKind.Reference,
            insert: { quoted: family.name, behind: [] },
            description: say({ zh: `${family.projects.size} 个项目属于它`, en: `${family.projects.size} projects belong to it` }),
            rank: Rank.Missing,
        };
    }
}

/** Behind 资金使用单位: those of other projects. */
export function* fundingUnits({ workspace, around, cursor }: Situation, tooMany: () => void): Generator<Proposal> {
    const current = around.text.slice(cursor.start, cursor.end);
    const uses = new Map<string, number>();
    for (const { fundingUnit } of [...workspace.names.allFamilies()].flatMap(({ projects }) => [...projects])) {
        if (fundingUnit) uses.set(fundingUnit.value, (uses.get(fundingUnit.value) ?? 0) + 1);
    }
    if (cursor.under === 'string' && uses.get(current) === 1) uses.delete(current);
    for (const name of atMost([...uses.keys()], around.text.slice(cursor.start, cursor.offset), tooMany)) {
        yield { label: name, kind: CompletionItemKind.Reference, insert: { quoted: name, behind: [] } };
    }
}

/** Behind 指标体系 in a department. */
export function* taxonomies(situation: Situation): Generator<Proposal> {
    const { workspace, taxonomy, say } = situation;
    for (const name of taxonomyNames(situation)) {
        const declared = workspace.names.taxonomy(name);
        yield {
            label: name,
            kind: CompletionItemKind.Reference,
            insert: { quoted: name, behind: [] },
            description: declared === taxonomy ? say({ zh: '现用', en: 'in force' }) : undefined,
            documentation: declared?.tiers.map((tier) => `- ${plain(tier.name)}：${tier.categories.map((category) => plain(category.name)).join('、')}`).join('\n'),
        };
    }
}

/** The one in force first. */
export function taxonomyNames({ workspace, taxonomy }: Situation): string[] {
    const names = workspace.names.taxonomyNames;
    const inForce = names.filter((name) => workspace.names.taxonomy(name) === taxonomy);
    return [...inForce, ...names.filter((name) => !inForce.includes(name))];
}

/** Behind 不适用: why there are no indicators of this kind. */
export function* reasons({ cursor }: Situation): Generator<Proposal> {
    for (const reason of reasonsFor(cursor.statement[0]?.image ?? '')) {
        yield { label: reason, kind: CompletionItemKind.Text, insert: { quoted: reason, behind: [] } };
    }
}

export function reasonsFor(category: string): string[] {
    return category.includes('满意度') ? ['本项目无服务对象', '本项目为内部管理事项，不直接面向服务对象'] : ['本项目不产生此类效益'];
}
