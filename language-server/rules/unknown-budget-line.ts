import { BUDGET_SECTIONS, lineNamed, PROJECT_FUNDS, sectionOfForm, statesSum, sumOf, TOTAL, type SectionOfForm } from '../domain/budget.js';
import { nearestNames } from '../domain/nearest.js';
import type { Written } from '../domain/origin.js';
import type { BudgetLine, BudgetSection, Department } from '../domain/plan.js';
import { replace, type Finding, type Fix } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';

export const unknownBudgetLine: DeclarationRule = {
    name: 'unknown-budget-line',
    group: 'budget',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '表上没有的预算项', en: 'a budget line that the form does not have' },
    explanation: {
        zh: '预算整体情况和资金的每一行都是申报表上的固定项目，写错一个字就进不了表上的那一格，合计也会因此不平。改用最接近的名称；合计不用写，表格会自己算出。',
        en: 'The lines of the budget sections and of 资金 are those of the form: one wrong character and the amount misses its cell. Use the nearest name. Sums are not written; the table computes them.',
    },
    *check(declaration) {
        if (declaration.kind === 'project' && declaration.funds) yield* unknownLines(declaration.funds, PROJECT_FUNDS);
        if (declaration.kind !== 'department') return;
        for (const section of declaration.sections) {
            const form = sectionOfForm(section.name.value);
            if (form) yield* unknownLines(section, form);
            else yield unknownSection(section, declaration);
        }
    },
};

function* unknownLines(section: BudgetSection, form: SectionOfForm): Generator<Finding> {
    const names = [...form.lines, ...form.furtherLines];
    for (const line of section.lines) {
        const { name } = line;
        // A line without an amount is still being typed.
        if (names.includes(name.value) || !line.amount) continue;
        if (statesSum(line)) {
            yield writtenSum(line, section, names.includes(TOTAL));
            continue;
        }
        // A second line of the same name would be an error too, and so would a total that does not fit.
        const free = names.filter((candidate) => !section.lines.some((other) => other.name.value === candidate) && (candidate !== TOTAL || isSumOfOthers(line, section)));
        const near = nearestNames(name.value, free);
        yield {
            origin: name.origin,
            message: {
                zh: `“${section.name.value}”没有“${name.value}”这一项${near[0] === undefined ? `，可以写的有 ${form.lines.join('、')}` : `，是不是“${near[0]}”？`}`,
                en: `“${section.name.value}” has no line “${name.value}”${near[0] === undefined ? `; its lines are ${form.lines.join(', ')}` : `; did you mean “${near[0]}”?`}`,
            },
            fixes: () => renamings(name, near),
        };
    }
}

/** A section has no line for its sum; the funds of a project have one, and it is called 总计. */
function writtenSum(line: BudgetLine, section: BudgetSection, hasTotal: boolean): Finding {
    const { name, origin } = line;
    const isTotal = hasTotal && !lineNamed(section, TOTAL) && isSumOfOthers(line, section);
    return {
        origin: name.origin,
        message: hasTotal
            ? { zh: `“${section.name.value}”的“${name.value}”应写作“${TOTAL}”，也可以不写`, en: `The sum of “${section.name.value}” is called ${TOTAL}, and may be left out` }
            : { zh: `“${section.name.value}”的“${name.value}”由程序计算，不用写`, en: `The sum “${name.value}” of “${section.name.value}” is computed and not written` },
        fixes: () => [
            ...(isTotal ? renamings(name, [TOTAL]) : []),
            {
                title: { zh: `删除“${name.value}”这一行`, en: `Delete the line “${name.value}”` },
                edits: [{ kind: 'remove', at: origin }],
                preferred: !isTotal,
            },
        ],
    };
}

function isSumOfOthers(line: BudgetLine, section: BudgetSection): boolean {
    const others = sumOf({ ...section, lines: section.lines.filter((other) => other !== line) });
    return line.amount?.value.equals(others) ?? false;
}

function unknownSection({ name }: BudgetSection, department: Department): Finding {
    const written = department.sections.map((section) => section.name.value);
    const blocks = [...BUDGET_SECTIONS.map((section) => section.name), ...(department.indicators ? [] : ['绩效指标'])];
    const near = nearestNames(name.value, blocks.filter((block) => !written.includes(block)));
    const all = BUDGET_SECTIONS.map((section) => section.name);
    return {
        origin: name.origin,
        message: {
            zh: `预算整体情况里没有“${name.value}”${near[0] === undefined ? `，只有 ${all.join('、')}` : `，是不是“${near[0]}”？`}`,
            en: `The budget has no section “${name.value}”${near[0] === undefined ? `; it has ${all.join(', ')}` : `; did you mean “${near[0]}”?`}`,
        },
        fixes: () => renamings(name, near),
    };
}

function renamings({ origin, value }: Written<string>, names: readonly string[]): Fix[] {
    return names.map((name, index) => ({
        title: { zh: `把“${value}”改为“${name}”`, en: `Change “${value}” to “${name}”` },
        edits: [replace(origin, name)],
        preferred: index === 0,
    }));
}
