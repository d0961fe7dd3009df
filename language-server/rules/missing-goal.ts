import { callByName } from '../domain/declaration-name.js';
import { hasOwnTable, isBlank, type Department, type Project } from '../domain/plan.js';
import { replace, type Edit } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';

export const missingGoal: DeclarationRule = {
    name: 'missing-goal',
    group: 'completeness',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '没有绩效目标', en: 'no goal' },
    explanation: {
        zh: '绩效目标概括这笔钱要办成什么事，是设定指标的依据；国家系统不收绩效目标为空的申报表。写明要完成的任务和预期的效果；快速修复先补上这一栏，文字待填。',
        en: 'The goal says in a few sentences what the money is to achieve, and the indicators follow from it; the national system refuses a form without. Say what is to be done and to what effect; the quick fix puts in the entry, to be worded.',
    },
    *check(declaration) {
        if (declaration.kind !== 'project' && (declaration.kind !== 'department' || !hasOwnTable(declaration))) return;
        const { goal } = declaration;
        if (goal && !isBlank(goal)) return;
        const label = declaration.kind === 'project' ? '绩效目标' : '总体绩效目标';
        const who = callByName(declaration);
        const text = `"""待填：${declaration.name?.value ?? ''}要完成的任务和预期的效果"""`;
        yield {
            origin: goal?.origin ?? declaration.head,
            message: goal
                ? { zh: `${who.zh}的${label}是空的`, en: `${who.en} has an empty ${label}` }
                : { zh: `${who.zh}没有${label}`, en: `${who.en} has no ${label}` },
            fixes: () => [{
                title: { zh: `补上${label}，文字待填`, en: `Put in ${label}, to be worded` },
                edits: [goal ? replace(goal.origin, text) : put(`${label} ${text}`, declaration)],
                preferred: true,
            }],
        };
    },
};

/** In the order of the form: behind the budget. */
function put(line: string, declaration: Department | Project): Edit {
    const budget = declaration.kind === 'project' ? declaration.funds : declaration.sections.at(-1);
    const before = budget?.origin ?? declaration.year?.origin;
    return before ? { kind: 'behind', at: before, lines: [line] } : { kind: 'prepend', block: declaration.body, lines: [line] };
}
