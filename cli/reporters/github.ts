import type { Severity } from '../../language-server/index.js';
import type { Finding, Report } from '../report.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands, which GitHub shows beside the changed lines. */
export function reportGithub({ files, unread }: Report): string {
    const lines = files.flatMap(({ file, findings }) => findings.map((finding) => annotation(file, finding)));
    const refusals = unread.map(({ file, message }) => `::error file=${property(file)}::${data(message)}`);
    return [...refusals, ...lines].map((line) => `${line}\n`).join('');
}

function annotation(file: string, { range: { start, end }, severity, code, message }: Finding): string {
    const place = {
        file,
        line: start.line + 1,
        endLine: end.line + 1,
        col: start.character + 1,
        endColumn: end.character + 1,
        title: code,
    };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
