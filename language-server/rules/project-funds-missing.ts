import { callByName } from '../domain/declaration-name.js';
import type { Project } from '../domain/plan.js';
import type { Edit } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';

export const projectFundsMissing: DeclarationRule = {
    name: 'project-funds-missing',
    group: 'budget',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '项目没有资金', en: 'a project without money' },
    explanation: {
        zh: '绩效目标随预算一同申报，没有金额的项目无从审核资金与产出是否匹配。写明财政拨款等资金来源；快速修复补上资金一栏，金额按预算填写。',
        en: 'Targets are declared together with a budget: without an amount nobody can judge whether the output is worth the money. State the sources; the quick fix puts in the block, to be filled in from the budget.',
    },
    *check(declaration) {
        if (declaration.kind !== 'project') return;
        const { funds } = declaration;
        const amounts = funds?.lines.map((line) => line.amount).filter((amount) => amount !== undefined) ?? [];
        if (amounts.some(({ value }) => !value.isZero)) return;
        const who = callByName(declaration);
        const [zh, en] = amounts.length > 0 ? ['的资金都是零', 'has no funds above zero'] : ['没有写资金', 'states no funds'];
        yield {
            origin: funds?.name.origin ?? declaration.head,
            message: { zh: who.zh + zh, en: `${who.en} ${en}` },
            fixes: () => (amounts.length > 0 ? [] : [{
                title: { zh: '补上资金一栏，金额待填', en: 'Put in the funds, with an amount to fill in' },
                edits: [putFunds(declaration)],
                preferred: true,
            }]),
        };
    },
};

/** In the order of the form: behind year, unit and period. */
function putFunds({ funds, body, year, fundingUnit, period }: Project): Edit {
    const line = '财政拨款 0.00';
    if (funds) return { kind: 'append', block: funds.body, lines: [line] };
    const lines = ['资金 {', `    ${line}`, '}'];
    const before = [year, fundingUnit, period].filter((statement) => statement !== undefined).map(({ origin }) => origin);
    const [last] = before.sort((one, other) => other.start - one.start);
    return last ? { kind: 'behind', at: last, lines } : { kind: 'prepend', block: body, lines };
}
