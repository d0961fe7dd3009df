import type { Form } from '../domain/table.js';
import type { Language, Wording } from '../domain/wording.js';
import type { FormChoice } from '../protocol.js';

/** The forms' names for tabs and menus, and as they are printed. */
const NAMES: Readonly<Record<Form, { readonly name: Wording; readonly title: string }>> = {
    department: { name: { zh: '部门申报表', en: 'Department' }, title: '部门整体预算绩效目标申报表' },
    projects: { name: { zh: '项目一览表', en: 'Projects' }, title: '项目支出绩效目标表' },
    project: { name: { zh: '项目申报表', en: 'Project by project' }, title: '项目支出绩效目标申报表' },
    core: { name: { zh: '核心指标表', en: 'Core indicators' }, title: '核心绩效指标表' },
};

export function formChoices(forms: readonly Form[], language: Language): FormChoice[] {
    return forms.map((form) => ({ form, name: NAMES[form].name[language], title: NAMES[form].title }));
}

export function titleOf(form: Form): string {
    return NAMES[form].title;
}
