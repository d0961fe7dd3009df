import { hasTier } from '../domain/categories-present.js';
import type { Declaration } from '../domain/plan.js';
import type { Edit, Finding, Fix } from '../domain/problem.js';
import { isTierKind, type Taxonomy, type TierKind } from '../domain/taxonomy.js';

/** A project, or a department that has indicators, without one of a tier; the fix puts in a line to fill in. */
export function* missingTier(declaration: Declaration, taxonomy: Taxonomy, kind: TierKind, line: string): Generator<Finding> {
    if (declaration.kind !== 'project' && declaration.kind !== 'department') return;
    const { indicators } = declaration;
    if (declaration.kind === 'department' && !indicators) return;
    const tier = taxonomy.tiers.find((candidate) => isTierKind(candidate.name, kind));
    if (!tier || hasTier(indicators, tier, taxonomy)) return;
    const [who, whoEn] = declaration.kind === 'project' ? ['项目', 'project'] : ['部门', 'department'];
    const name = declaration.name?.value ?? '';
    yield {
        origin: indicators?.keyword ?? declaration.head,
        message: {
            zh: `${who}“${name}”没有${tier.name}`,
            en: `The ${whoEn} “${name}” has no ${tier.name}`,
        },
        fixes: (): Fix[] => [{
            title: { zh: `补上${tier.name}`, en: `Add ${tier.name}` },
            edits: [addGroup()],
            preferred: true,
        }],
    };

    function addGroup(): Edit {
        const empty = indicators?.groups.find((group) => group.category.value === tier!.name && group.body);
        if (empty) return { kind: 'append', block: empty.body!, lines: [line] };
        const group = [`${tier!.name} {`, `    ${line}`, '}'];
        if (indicators) return { kind: 'append', block: indicators.body, lines: group };
        return { kind: 'append', block: declaration.body, lines: ['绩效指标 {', ...group.map((text) => `    ${text}`), '}'] };
    }
}
