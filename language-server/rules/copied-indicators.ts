import { indicatorsOf, type Indicator, type Project } from '../domain/plan.js';
import type { Finding } from '../domain/problem.js';
import { projectFact } from '../domain/project-fact.js';
import { repeated } from '../domain/repeated.js';
import type { FamilyRule } from '../domain/rule.js';
import { keyOfValue } from '../domain/same-value.js';
import { categoryKey } from '../domain/taxonomy.js';

/** One or two indicators may well be the same by chance. */
const FEWEST = 3;

/** Short, for it is kept of every project; projects that share it by chance are told apart by their signatures. */
const digestOf = projectFact((project): string | undefined => {
    const indicators = indicatorsOf(project.indicators?.groups);
    if (indicators.length < FEWEST) return undefined;
    let digest = 0;
    // The order does not matter.
    for (const { indicator } of indicators) digest = (digest + digestOfText(lineOf(indicator))) | 0;
    return `${indicators.length}:${digest}`;
});

function digestOfText(text: string): number {
    let digest = 0;
    for (let index = 0; index < text.length; index++) digest = (Math.imul(digest, 31) + text.charCodeAt(index)) | 0;
    return digest;
}

export const copiedIndicators: FamilyRule = {
    name: 'copied-indicators',
    group: 'text',
    severity: 'information',
    scope: 'family',
    title: { zh: '两个项目的指标完全相同', en: 'two projects with the same indicators' },
    explanation: {
        zh: '两个项目的指标和指标值一条不差，通常是从另一个项目复制后没有按本项目修改：两笔钱办的不会是同一件事。按各自的内容和资金改写；确属同一工作的，应当合并。',
        en: 'Two projects share every indicator and every value: as a rule the set was copied and not adapted, since two sums of money do not buy the same thing. Rewrite one after its own content, or merge the projects.',
    },
    groupsBy: digestOf,
    *check(family) {
        for (const projects of [...family.alike(digestOf)].flatMap((alike) => [...repeated(alike, signatureOf)])) {
            const [original, ...copies] = projects;
            for (const copy of copies) {
                // The same project written twice is another rule's matter.
                if (copy.name?.value !== original!.name?.value) yield copied(copy, original!);
            }
        }
    },
};

function copied(copy: Project, original: Project): Finding {
    const [name, count] = [original.name?.value ?? '', indicatorsOf(copy.indicators?.groups).length];
    return {
        origin: copy.indicators!.keyword,
        message: {
            zh: `“${copy.name?.value ?? ''}”的 ${count} 个指标与项目“${name}”完全相同`,
            en: `The ${count} indicators of “${copy.name?.value ?? ''}” are the same as those of “${name}”`,
        },
        related: [{ origin: original.indicators!.keyword, message: { zh: `项目“${name}”的绩效指标`, en: `The indicators of “${name}”` } }],
    };
}

function signatureOf(project: Project): string {
    return indicatorsOf(project.indicators?.groups).map(({ indicator }) => lineOf(indicator)).sort().join('\n');
}

function lineOf({ category, name, cycle, annual }: Indicator): string {
    const ofCycle = cycle ? keyOfValue(cycle.value) : '';
    const ofYear = annual ? keyOfValue(annual.value) : ofCycle;
    return `${categoryKey(category.value)}|${name.value.replace(/\s+/g, '')}|${ofCycle}|${ofYear}`;
}
