import * as vscode from 'vscode';
import type { ProblemCount } from '../../language-server/protocol.js';

/** How many problems there are, in words. */
export function summaryOf({ errors, warnings, others }: ProblemCount): string {
    const { t } = vscode.l10n;
    const parts = [
        errors === 1 ? t('1 error') : errors > 1 ? t('{0} errors', errors) : '',
        warnings === 1 ? t('1 warning') : warnings > 1 ? t('{0} warnings', warnings) : '',
        others === 1 ? t('1 note') : others > 1 ? t('{0} notes', others) : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? t('No problems found') : parts.join(t(', '));
}

export function nameOf(uri: vscode.Uri): string {
    return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
