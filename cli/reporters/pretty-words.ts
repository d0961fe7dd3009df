import type { Language, Severity, Wording } from '../../language-server/index.js';

export const SEVERITY_NAMES: Readonly<Record<Severity, Wording>> = {
    error: { zh: '错误', en: 'error' },
    warning: { zh: '警告', en: 'warning' },
    information: { zh: '信息', en: 'information' },
    hint: { zh: '提示', en: 'hint' },
};

export interface Words {
    readonly comma: string;
    readonly byRule: string;
    readonly byProject: string;
    readonly silenced: string;
    readonly reason: string;
    readonly noReason: string;
    more(findings: number): string;
    nothing(files: number): string;
    verdict(files: number, total: number, parts: string): string;
    count(severity: Severity, count: number): string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
    zh: {
        comma: '，',
        byRule: '按规则',
        byProject: '按项目',
        silenced: '已说明不再提示',
        reason: '理由：',
        noReason: '（未写）',
        more: (findings) => `…… 另有 ${findings} 处，用 --verbose 列出`,
        nothing: (files) => `${files} 个文件，没有发现问题`,
        verdict: (files, total, parts) => `${files} 个文件，${total} 处问题：${parts}`,
        count: (severity, count) => `${SEVERITY_NAMES[severity].zh} ${count}`,
    },
    en: {
        comma: ', ',
        byRule: 'By rule',
        byProject: 'By project',
        silenced: 'Silenced in the text',
        reason: 'reason: ',
        noReason: '(none given)',
        more: (findings) => `… and ${findings} more; --verbose lists them`,
        nothing: (files) => `${plural(files, 'file')}, no problems found`,
        verdict: (files, total, parts) => `${plural(files, 'file')}, ${plural(total, 'problem')}: ${parts}`,
        count: (severity, count) => (severity === 'information' ? `${count} information` : plural(count, SEVERITY_NAMES[severity].en)),
    },
};

function plural(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
