import type { CompletionItem } from 'vscode-languageserver';
import { completionsAt } from '../../language-server/features/completion/index.js';
import type { Abilities } from '../../language-server/features/completion/to-item.js';
import type { Language } from '../../language-server/index.js';
import { applyTextEdits, Workspace } from '../../language-server/index.js';
import { filtered } from './vscode-matching.js';

export const VSCODE: Abilities = { snippets: true, markdown: true, suggestsAgain: true };
export const PLAIN: Abilities = { snippets: false, markdown: false, suggestsAgain: false };

const URI = 'file:///here.ptarget';

export interface Asked {
    readonly others?: Readonly<Record<string, string>>;
    readonly trigger?: string;
    readonly abilities?: Abilities;
    readonly language?: Language;
    readonly workspace?: Workspace;
    readonly today?: Date;
}

/** What is proposed at the `|` in a text, in the order of an editor that has nothing to filter by. */
export function completeAt(marked: string, { others = {}, trigger, abilities = VSCODE, language = 'zh', workspace = new Workspace(), today = new Date(2025, 2, 1) }: Asked = {}) {
    const offset = marked.indexOf('|');
    if (offset < 0 || marked.includes('|', offset + 1)) throw new Error('one | marks the cursor');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    for (const [uri, other] of Object.entries(others)) workspace.open(uri, other);
    const document = workspace.open(URI, text);
    const position = document.positionAt(offset);
    const { items, isIncomplete } = completionsAt({ workspace, document, language, today }, position, abilities, trigger);
    const sorted = [...items].sort((one, other) => (one.sortText! < other.sortText! ? -1 : 1));
    return {
        isIncomplete,
        items: sorted,
        labels: sorted.map(({ label }) => label),
        item: (label: string, detail?: string) => {
            const found = sorted.find((item) => item.label === label && (detail === undefined || item.labelDetails?.detail === detail));
            if (!found) throw new Error(`${label} is not proposed, but ${sorted.map((item) => item.label).join(' ')}`);
            return found;
        },
        /** The labels that VS Code would show, in its order, for what is typed before the cursor. */
        shown: () => filtered(sorted, text, offset, (at) => document.offsetAt(at)).map(({ label }) => label),
        /** The text once an item is accepted; stops show as ‹1›, ‹1:placeholder›, ‹1|choices›. */
        accept: (item: CompletionItem) => {
            const edit = item.textEdit as { range: { start: typeof position; end: typeof position }; newText: string };
            const newText = edit.newText.replace(/\$\{([^}]*)\}|\$([0-9])/g, (_, braces: string | undefined, plain: string | undefined) => `‹${braces ?? plain}›`);
            return applyTextEdits(text, [{ range: edit.range, newText }], (at) => document.offsetAt(at));
        },
    };
}

/** Puts the text where a tier of indicators would stand. */
export function inIndicators(tier: string): string {
    return `项目 "甲" {\n    绩效指标 {\n        ${tier}\n    }\n}\n`;
}

/** Puts the text where an indicator's line would stand. */
export function inOutputs(line: string): string {
    return inIndicators(`产出指标 {\n            ${line}\n        }`);
}
