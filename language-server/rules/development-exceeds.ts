import { DEVELOPMENT, projectExpenditureOf, say, sectionNamed, sumOf } from '../domain/budget.js';
import type { DeclarationRule } from '../domain/rule.js';

export const developmentExceeds: DeclarationRule = {
    name: 'development-exceeds',
    group: 'budget',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '事业发展性支出超过项目支出', en: 'development expenditure above project expenditure' },
    explanation: {
        zh: '事业发展性支出是项目支出的一部分，各行之和不能超过项目支出。检查是否多写了一位、重复列了资金，或者项目支出写少了。',
        en: '事业发展性支出 is a part of 项目支出 and cannot be more. Look for a digit too many, money listed twice, or a 项目支出 that is too small.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department') return;
        const development = sectionNamed(declaration, DEVELOPMENT);
        const projects = projectExpenditureOf(declaration);
        if (!development || !projects) return;
        const sum = sumOf(development);
        if (!sum.isMoreThan(projects.value)) return;
        const unit = declaration.moneyUnit;
        const excess = sum.minus(projects.value);
        yield {
            origin: development.name.origin,
            message: {
                zh: `事业发展性支出合计 ${say(sum, unit)}，超过项目支出 ${say(projects.value, unit)}，多 ${say(excess, unit)}`,
                en: `事业发展性支出 adds up to ${say(sum, unit)}, which is ${say(excess, unit)} more than 项目支出 (${say(projects.value, unit)})`,
            },
            related: [{
                origin: projects.origin,
                message: { zh: `项目支出 ${say(projects.value, unit)}`, en: `项目支出 is ${say(projects.value, unit)}` },
            }],
        };
    },
};
