import { BUDGET_SECTIONS } from '../../domain/budget.js';
import { isTierKind, type Taxonomy, type TierOne } from '../../domain/taxonomy.js';
import { fundsSnippet, sectionSnippet } from './budget-entries.js';
import { INDICATOR_NAME, lineOfCategory } from './indicator-lines.js';
import { departmentNames } from './references.js';
import type { Surroundings } from './situation.js';
import { block, choice, lines, snippet, stop, type Snippet } from './snippet.js';
import { declarationOf } from './taxonomy-entries.js';
import { usualValues } from './usual-values.js';
import { valueSnippet } from './values.js';
import { budgetYears } from './years.js';

/*
 * The blocks of the forms, ready to be filled in: made from the taxonomy in force and from the lines that the forms print.
 * What stands in them at first is Chinese whatever the editor speaks, for it becomes part of a Chinese table.
 */

export function departmentSkeleton(surroundings: Surroundings): Snippet {
    return block(snippet`部门 "${stop('部门名称')}"`, lines([
        yearLine(surroundings),
        [],
        ...BUDGET_SECTIONS.map(sectionSnippet),
        [],
        textBlock('总体绩效目标'),
        [],
        keyTaskSkeleton(),
        [],
        indicatorSkeleton(surroundings.taxonomy),
    ]));
}

/** @param year only where the department's name alone would not do */
export function projectSkeleton(head: Snippet, taxonomy: Taxonomy, year?: number): Snippet {
    return block(head, lines([
        ...(year === undefined ? [] : [[`年度 ${year}`]]),
        fundsSnippet(),
        textBlock('绩效目标'),
        indicatorSkeleton(taxonomy),
    ]));
}

/** @param department where the project does not stand inside its department */
export function projectHead(department?: Snippet): Snippet {
    const head = snippet`项目 "${stop('项目名称')}"`;
    return department ? snippet`${head} ${department}` : head;
}

/** 属于 with the departments of the workspace. */
export function belonging(surroundings: Surroundings): Snippet {
    // A choice of many is no choice.
    const departments = departmentNames(surroundings).slice(0, 30);
    return snippet`属于 "${departments.length > 0 ? choice(departments) : stop('部门名称')}"`;
}

export function yearLine(surroundings: Surroundings): Snippet {
    return snippet`年度 ${choice(budgetYears(surroundings).map(String))}`;
}

export function textBlock(label: string): Snippet {
    return snippet`${label} """\n\t${stop()}\n"""`;
}

export function keyTaskSkeleton(): Snippet {
    return block(snippet`重点任务 "${stop('任务名称')}"`, snippet`资金 ${stop('0.00')}\n内容 """${stop()}"""\n目标 """${stop()}"""`);
}

/** 绩效指标 with every tier one of the taxonomy that a form must have, or all of them. */
export function indicatorSkeleton(taxonomy: Taxonomy): Snippet {
    return block(['绩效指标'], lines(tiersToFillIn(taxonomy).map(tierSkeleton)));
}

/** Outputs are wanted of every kind; of the others one line is a beginning, and which is for the writer to choose. */
function tierSkeleton(tier: TierOne): Snippet {
    const [first, ...others] = tier.categories;
    if (!first) return block([tier.name], [stop()]);
    if (isTierKind(tier.name, '产出') || others.length === 0) return block([tier.name], lines(tier.categories.map((category) => lineOfCategory(category))));
    const [usual] = usualValues('', first.name, undefined);
    return block([tier.name], snippet`${choice(tier.categories.map((category) => category.name))} "${stop(INDICATOR_NAME)}"  ${usual ? valueSnippet(usual) : stop()}`);
}

function tiersToFillIn({ tiers }: Taxonomy): readonly TierOne[] {
    const required = tiers.filter((tier) => tier.required);
    return required.length > 0 ? required : tiers;
}

/** The taxonomy in force as a beginning of one's own. */
export function taxonomySkeleton({ taxonomy }: Surroundings): Snippet {
    return block(snippet`指标体系 "${stop('名称')}"`, lines(taxonomy.tiers.map((tier) =>
        block([declarationOf(tier)], lines(tier.categories.map((category) => [declarationOf(category)]))))));
}

export function librarySkeleton({ taxonomy }: Surroundings): Snippet {
    return block(snippet`指标库 "${stop('名称')}"`, lines(taxonomy.tiers.map((tier) =>
        block([tier.name], lines(tier.categories.slice(0, 1).map((category) => lineOfCategory(category)))))));
}
