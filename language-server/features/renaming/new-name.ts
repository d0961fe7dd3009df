import { LIMITS } from '../../domain/limits.js';
import { textOf } from '../../domain/origin.js';
import { categoryKey } from '../../domain/taxonomy.js';
import type { Wording } from '../../domain/wording.js';
import type { NamePlace } from '../../workspace/name-places.js';
import { TargetDocument } from '../../workspace/target-document.js';

const LINE_BREAKS_AND_CONTROLS = /[\u0000-\u001F\u007F\u2028\u2029]/;

/** Why a text cannot be a name between quotes. */
export function unfitForQuotes(name: string): Wording | undefined {
    const unfit = unfitAnywhere(name);
    if (unfit) return unfit;
    if (name.includes('"') && name.includes('”')) {
        return { zh: '名称里不能同时有 " 和 ”：两种引号都会提前结束', en: 'A name cannot hold both " and ”: either pair of quotes would end too early' };
    }
    const quoted = quote(name, '"');
    return readsAs(`项目 ${quoted} 属于 ${quoted} {\n}\n`, (document) => {
        const project = document.blocks[0]?.declaration;
        return project?.kind === 'project' && project.name?.value === name && project.belongsTo?.value === name;
    });
}

/** Why a text cannot be the name of a category, which stands without quotes. */
export function unfitForCategory(name: string): Wording | undefined {
    const unfit = unfitAnywhere(name);
    if (unfit) return unfit;
    if (categoryKey(categoryKey(name)) !== categoryKey(name)) return { zh: '名称不能以“指标指标”结尾', en: 'A name cannot end in 指标 twice' };
    const text = `指标体系 "甲" {\n    ${name} {\n        ${name}\n    }\n}\n项目 "乙" {\n    绩效指标 {\n        ${name} {\n            ${name} "丙" 1次\n            ${name} "丁" 1次\n        }\n    }\n}\n`;
    return readsAs(text, (document) => {
        const [taxonomy, project] = document.blocks.map((block) => block.declaration);
        if (taxonomy?.kind !== 'taxonomy' || project?.kind !== 'project') return false;
        const declared = taxonomy.tiers.flatMap((tier) => [tier.name, ...tier.categories.map((category) => category.name)]);
        const used = project.indicators?.groups.flatMap((group) => [group, ...group.indicators]).map(({ category }) => category.value) ?? [];
        return [...declared, ...used].join() === Array.from({ length: 5 }, () => name).join();
    });
}

function unfitAnywhere(name: string): Wording | undefined {
    if (name.trim() === '') return { zh: '名称不能为空', en: 'A name cannot be empty' };
    if (LINE_BREAKS_AND_CONTROLS.test(name)) return { zh: '名称只能是一行，不能有换行和控制字符', en: 'A name is one line, without line breaks and control characters' };
    if (name.length > LIMITS.nameLength) return { zh: `名称不能超过 ${LIMITS.nameLength} 个字符`, en: `A name has at most ${LIMITS.nameLength} characters` };
    return undefined;
}

/** The parser decides by itself what breaks the syntax. */
function readsAs(text: string, isAsMeant: (document: TargetDocument) => boolean): Wording | undefined {
    const document = new TargetDocument('ptarget-trial:', text);
    const broken = document.blocks.some((block) => block.declarations.some((declaration) => declaration.issues.length > 0));
    if (!broken && isAsMeant(document)) return undefined;
    return { zh: '这样的名称不合写法：分类名称由汉字、字母、数字、下划线组成，不以数字开头，也不能是 年度、项目 等关键词', en: 'This name would break the syntax: a category is made of Han characters, letters, digits and underscores and is no keyword' };
}

/** A new name as a place has it: in the quotes that the old one has, or in the other kind where the name itself holds those. */
export function writtenAt(place: NamePlace, newName: string): string {
    if (place.name.kind === 'category') return categoryAt(place, newName);
    return quote(newName, textOf(place.origin)[0]!);
}

function quote(name: string, opening: string): string {
    if (opening === '“') return name.includes('”') ? `"${name}"` : `“${name}”`;
    if (opening === '＂') return /["＂]/.test(name) ? quote(name, '“') : `＂${name}＂`;
    return name.includes('"') ? `“${name}”` : `"${name}"`;
}

/** The name to declare for what was typed at a place: where that leaves out the 指标 of its category, it was left out of the new name too. */
export function declaredName({ name, written }: NamePlace, typed: string): string {
    const leavesOut = name.kind === 'category' && hasSuffix(name.name) && !hasSuffix(written);
    return leavesOut && typed.trim() !== '' && !hasSuffix(typed) ? `${typed}指标` : typed;
}

function hasSuffix(name: string): boolean {
    return categoryKey(name) !== name;
}

/** References keep their way of writing: with the suffix 指标 or without. */
function categoryAt({ declares, written }: NamePlace, newName: string): string {
    if (declares) return newName;
    const key = categoryKey(newName);
    return hasSuffix(written) ? `${key}指标` : key;
}
