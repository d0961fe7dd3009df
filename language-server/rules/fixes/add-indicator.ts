import { totalOf } from '../../domain/budget.js';
import { byWord } from '../../domain/by-word.js';
import type { Department, Project } from '../../domain/plan.js';
import type { Edit, Fix } from '../../domain/problem.js';
import { categoryKey, findTierOne, type Category, type Taxonomy, type TierOne } from '../../domain/taxonomy.js';

/** What stands behind the category of a line that is put in to be filled in: a usual indicator with a usual value. */
const USUAL: Record<string, string> = byWord({
    数量: '"工作任务完成数量"  ≥1项',
    质量: '"工作任务验收合格率"  ≥95%',
    时效: '"工作任务按期完成率"  ≥95%',
    经济效益: '"受益对象覆盖率"  ≥90%',
    社会效益: '"受益对象覆盖率"  ≥90%',
    生态效益: '"环境保护要求达标率"  ≥95%',
    可持续影响: '"成果持续使用年限"  ≥1年',
    服务对象满意度: '"服务对象满意度"  ≥90%',
});

/** Of a tier one with several categories, the one that most projects have. */
const MOST_USED = ['数量', '社会效益', '服务对象满意度'];

/** Puts in an indicator of a tier one, in its block, which is made where there is none. */
export function addIndicator(declaration: Department | Project, tier: TierOne, taxonomy: Taxonomy, category = mostUsed(tier)): Fix[] {
    if (!category) return [];
    const name = category.name;
    return [{
        title: { zh: `补上一行${name}`, en: `Add an indicator under ${name}` },
        edits: [put(`${name} ${usualLine(category, declaration)}`, declaration, tier, taxonomy)],
        preferred: true,
    }];
}

function mostUsed({ categories }: TierOne): Category | undefined {
    return categories.find((category) => MOST_USED.includes(categoryKey(category.name))) ?? categories[0];
}

function usualLine(category: Category, declaration: Department | Project): string {
    const key = categoryKey(category.name);
    if (!key.endsWith('成本')) return USUAL[key] ?? `"${key}达标率"  ≥90%`;
    // A cost keeps within the money that there is.
    const total = declaration.kind === 'project' ? totalOf(declaration) : undefined;
    return total && !total.isNegative && !total.isZero ? `"项目总成本"  ≤${total.printExactly('万元')}万元` : '"预算成本控制率"  ≤100%';
}

function put(line: string, declaration: Department | Project, tier: TierOne, taxonomy: Taxonomy): Edit {
    const { indicators } = declaration;
    const standing = indicators?.groups.find((group) => group.body && findTierOne(taxonomy, group.category.value) === tier);
    if (standing) return { kind: 'append', block: standing.body!, lines: [line] };
    const group = [`${tier.name} {`, `    ${line}`, '}'];
    if (indicators) return { kind: 'append', block: indicators.body, lines: group };
    return { kind: 'append', block: declaration.body, lines: ['绩效指标 {', ...group.map((text) => `    ${text}`), '}'] };
}
