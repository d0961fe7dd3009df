import { replace } from '../domain/problem.js';
import type { SilencingRule } from '../domain/rule.js';

export const unusedSilencing: SilencingRule = {
    name: 'unused-silencing',
    group: 'structure',
    severity: 'hint',
    scope: 'silencing',
    title: { zh: '多余的 ptarget-ignore', en: 'a comment that silences nothing' },
    explanation: {
        zh: '这条注释所说的规则在这里没有发现问题：问题已经改好，或者规则名写错了。删去注释，以免日后掩盖新的问题。',
        en: 'The rule that this comment names finds nothing here: the problem is gone, or the name is mistyped. Delete the comment, lest it hide a new problem one day.',
    },
    *check(unused) {
        for (const { rule, origin } of unused) {
            yield {
                origin,
                message: {
                    zh: `这里没有“${rule}”的问题，这条注释是多余的`,
                    en: `There is no problem of “${rule}” here: this comment is not needed`,
                },
                fixes: () => [{
                    title: { zh: '删除这条注释', en: 'Delete the comment' },
                    edits: [replace(origin, '')],
                    preferred: true,
                }],
            };
        }
    },
};
