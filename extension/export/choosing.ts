import * as vscode from 'vscode';
import type { ExportChoices, Form, FormChoice } from '../../language-server/protocol.js';

type Format = ExportChoices['formats'][number];

/** Between two questions VS Code gives the focus back to the preview, which may take it late and would close the second one. */
const STAYS = { ignoreFocusOut: true } as const;

/** Not asked where there is only one. */
export async function chooseForm(forms: readonly FormChoice[], title: string): Promise<Form | undefined> {
    if (forms.length === 1) return forms[0]!.form;
    const chosen = await vscode.window.showQuickPick(forms.map(itemOf), { title, placeHolder: vscode.l10n.t('Which form?'), ...STAYS });
    return chosen?.form;
}

export async function chooseForms(forms: readonly FormChoice[], title: string): Promise<Form[] | undefined> {
    if (forms.length === 1) return [forms[0]!.form];
    const items = forms.map((form, index) => ({ ...itemOf(form), picked: index === 0 }));
    const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which forms?'), canPickMany: true, ...STAYS });
    return chosen?.map(({ form }) => form);
}

function itemOf({ form, name, title }: FormChoice) {
    return { label: title, description: name, form };
}

export async function chooseFormat(formats: readonly Format[], title: string): Promise<string | undefined> {
    const names = Object.keys(formatNames());
    const items = formats
        .map(({ format, extension }) => ({ label: nameOfFormat(format), description: `.${extension}`, format }))
        .sort((one, other) => names.indexOf(one.format) - names.indexOf(other.format));
    const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('As what?'), ...STAYS });
    return chosen?.format;
}

export function nameOfFormat(format: string): string {
    return formatNames()[format] ?? format;
}

/** Those that are handed in come first. */
function formatNames(): Record<string, string> {
    const { t } = vscode.l10n;
    return {
        xlsx: t('Excel workbook'), docx: t('Word document'), html: t('Web page, for printing'), md: t('Markdown table'),
        csv: t('Comma-separated values'), txt: t('Plain text'), json: t('JSON, for programs'),
    };
}
