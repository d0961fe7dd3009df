import { EXPENDITURE, sectionNamed, sumOf, totalOf } from '../../domain/budget.js';
import type { Money, MoneyUnit } from '../../domain/money.js';
import { indicatorsOf, type Department, type Project } from '../../domain/plan.js';
import type { Session } from '../../session.js';
import { departmentsMeant, type NamePlace } from '../../workspace/name-places.js';
import { describeCategory, tierOf } from '../wording/categories.js';
import { paragraphs, plain } from '../wording/markdown.js';
import { amountOf, projectsTotal, STILL_READING, type ProjectsTotal } from '../wording/sums.js';
import type { Told } from './told.js';

/** What a name stands for: a category with its definition, a project in the total of its department, a department, a taxonomy. */
export function tellName(place: NamePlace, session: Session): Told | undefined {
    const { name, origin } = place;
    const { workspace } = session;
    switch (name.kind) {
        case 'category': {
            const tier = tierOf(name.category, name.taxonomy);
            return tier && { origin, text: describeCategory(name.category, tier, name.taxonomy, (wording) => session.say(wording)) };
        }
        case 'project':
            return { origin, text: tellProject(name.project, session) };
        case 'department': {
            const departments = departmentsMeant(place, workspace);
            return departments.length === 0 ? undefined : { origin, text: departments.map((department) => tellDepartment(department, session)).join('\n\n') };
        }
        case 'taxonomy': {
            const [taxonomy] = workspace.names.taxonomiesNamed(name.name);
            if (!taxonomy) return undefined;
            const tiers = taxonomy.tiers.map((tier) => `- **${plain(tier.name)}**：${tier.categories.map((category) => plain(category.name)).join('、')}`);
            return { origin, text: paragraphs(`**${session.say({ zh: '指标体系', en: 'Taxonomy' })} ${plain(name.name)}**`, tiers.join('\n')) };
        }
    }
}

/** A project's place in the total of its department. */
function tellProject(project: Project, session: Session): string {
    const total = totalOf(project);
    const department = session.workspace.departmentOf(project);
    const all = department && projectsTotal(department, session.workspace);
    const count = [...indicatorsOf(project.indicators?.groups)].length;
    return paragraphs(
        `**${session.say({ zh: '项目', en: 'Project' })} ${plain(project.name?.value ?? '')}**`,
        total && session.say({ zh: `资金 ${amountOf(total, project.moneyUnit)}`, en: `Funds ${amountOf(total, project.moneyUnit)}` }) + (all ? share(total, all, project.moneyUnit, session) : ''),
        department && all && session.say({
            zh: `${plain(department.name?.value ?? '')}${yearOf(department, '（', '）')}的 ${all.count} 个项目之一`,
            en: `One of ${all.count} projects of ${plain(department.name?.value ?? '')}${yearOf(department, ' (', ')')}`,
        }),
        session.say({ zh: `绩效指标 ${count} 个`, en: `${count} indicators` }),
    );
}

function share(total: Money, all: ProjectsTotal, unit: MoneyUnit, session: Session): string {
    const ofBudget = all.budgeted && total.percentOf(all.budgeted);
    if (ofBudget) return session.say({ zh: `，占部门项目支出 ${amountOf(all.budgeted!, unit)}的 ${ofBudget}`, en: `, ${ofBudget} of the department’s 项目支出 of ${amountOf(all.budgeted!, unit)}` });
    const ofAll = total.percentOf(all.amount);
    return ofAll ? session.say({ zh: `，占各项目合计 ${amountOf(all.amount, unit)}的 ${ofAll}`, en: `, ${ofAll} of all projects’ ${amountOf(all.amount, unit)}` }) : '';
}

function tellDepartment(department: Department, session: Session): string {
    const { moneyUnit: unit } = department;
    const budget = sectionNamed(department, EXPENDITURE);
    return paragraphs(
        `**${session.say({ zh: '部门', en: 'Department' })} ${plain(department.name?.value ?? '')}**${yearOf(department, ' · ', '')}`,
        budget && session.say({ zh: `部门预算支出合计 ${amountOf(sumOf(budget), unit)}`, en: `Budget ${amountOf(sumOf(budget), unit)}` }),
        tellProjects(projectsTotal(department, session.workspace), unit, session),
    );
}

function tellProjects(all: ProjectsTotal | undefined, unit: MoneyUnit, session: Session): string {
    if (!all) return session.say(STILL_READING);
    const difference = all.budgeted && all.count > 0 && !all.budgeted.equals(all.amount) ? amountOf(all.budgeted.minus(all.amount).absolute(), unit) : undefined;
    return session.say({ zh: `${all.count} 个项目，合计 ${amountOf(all.amount, unit)}`, en: `${all.count} projects, together ${amountOf(all.amount, unit)}` })
        + (difference ? session.say({ zh: `，与项目支出相差 ${difference}`, en: `, ${difference} away from 项目支出` }) : '');
}

function yearOf({ year }: Department, before: string, behind: string): string {
    return year ? `${before}${year.value}${behind}` : '';
}
