import type { Origin, Written } from '../../domain/origin.js';
import { replace, type Fix } from '../../domain/problem.js';
import { numberedName } from '../../domain/repeated.js';

/** Gives a repeated declaration another name, by a number behind it. */
export function renameByNumber(name: Written<string>, others: ReadonlySet<string>): Fix {
    const numbered = numberedName(name.value, others);
    return {
        title: { zh: `把这一处改名为“${numbered.name}”`, en: `Rename this one to “${numbered.name}”` },
        edits: [replace(beforeClosingQuote(name.origin), numbered.suffix)],
    };
}

export function deleteRepetition(declaration: Origin, kind: { zh: string; en: string }): Fix {
    return {
        title: { zh: `删除这一处（与另一处${kind.zh}完全相同）`, en: `Delete this ${kind.en}, which is the same as the other` },
        edits: [{ kind: 'remove', at: declaration }],
        preferred: true,
    };
}

function beforeClosingQuote({ source, end }: Origin): Origin {
    return { source, start: end - 1, end: end - 1 };
}
