import { lineNamed, projectExpenditureOf, say, totalOf, TOTAL } from '../domain/budget.js';
import { departmentOf, tallyOf, type DepartmentFamily } from '../domain/family.js';
import type { Department, Project } from '../domain/plan.js';
import type { Finding } from '../domain/problem.js';
import type { FamilyRule } from '../domain/rule.js';
import type { Tally } from '../domain/tally.js';

/** More than these are not listed one by one beside the finding. */
const MOST_LISTED = 10;

export const budgetProjectsMismatch: FamilyRule = {
    name: 'budget-projects-mismatch',
    group: 'budget',
    severity: 'warning',
    scope: 'family',
    title: { zh: '项目支出与各项目总计之和不符', en: 'project expenditure differs from the sum of the projects' },
    explanation: {
        zh: '部门的项目支出应当等于它全部项目的总计之和。提示中写明了计入几个项目：检查是否漏了项目、重复了项目，或者某个项目的金额写错。只列部分项目的部门，可以用设置 ptarget.compareProjectsWithBudget 关掉这项比较，或者在这一行写 // ptarget-ignore budget-projects-mismatch：理由。',
        en: 'The 项目支出 of a department should be the sum of all its projects. The message says how many were counted: look for one that is missing, listed twice or has a wrong amount. Where only some projects are listed, the setting ptarget.compareProjectsWithBudget switches the comparison off, or // ptarget-ignore budget-projects-mismatch：reason on the line does.',
    },
    *check(family, { options }) {
        if (!options.compareProjectsWithBudget) return;
        for (const department of family.departments) {
            const tally = tallyOf(department, family);
            // Amounts that cannot be read are missing from the sum.
            if (tally.projects > 0 && tally.unreadable === 0 && department.issues.length === 0) yield* compare(department, tally, family);
        }
    },
};

function* compare(department: Department, { projects, withoutFunds, sum }: Tally, family: DepartmentFamily): Generator<Finding> {
    const stated = projectExpenditureOf(department);
    if (!stated || sum.equals(stated.value)) return;
    const unit = department.moneyUnit;
    const difference = stated.value.minus(sum).absolute();
    const [zhWithout, enWithout] = withoutFunds > 0 ? [`（其中 ${withoutFunds} 个没有写资金）`, ` (${withoutFunds} of them without funds)`] : ['', ''];
    yield {
        origin: stated.origin,
        message: {
            zh: `项目支出 ${say(stated.value, unit)}，${projects} 个项目${zhWithout}合计 ${say(sum, unit)}，相差 ${say(difference, unit)}`,
            en: `项目支出 is ${say(stated.value, unit)}, the ${projects} projects${enWithout} add up to ${say(sum, unit)}: a difference of ${say(difference, unit)}`,
        },
        related: projectsOf(department, family, MOST_LISTED).map((project) => {
            const amount = totalOf(project);
            const name = project.name?.value ?? '';
            return {
                origin: lineNamed(project.funds, TOTAL)?.amount?.origin ?? project.funds?.name.origin ?? project.head,
                message: amount
                    ? { zh: `“${name}” ${say(amount, unit)}`, en: `“${name}” takes ${say(amount, unit)}` }
                    : { zh: `“${name}”没有写资金`, en: `“${name}” states no funds` },
            };
        }),
    };
}

function projectsOf(department: Department, family: DepartmentFamily, most: number): Project[] {
    const projects: Project[] = [];
    for (const project of family.inTextOrder()) {
        if (departmentOf(project, family) === department && projects.push(project) === most) break;
    }
    return projects;
}
