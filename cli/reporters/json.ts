import type { Report } from '../report.js';

/** One array of all findings, with ranges as in the Language Server Protocol: lines and characters from zero. */
export function reportJson({ files }: Report): string {
    const findings = files.flatMap(({ file, findings: found }) =>
        found.map(({ range, severity, code, message }) => ({ file, range, severity, code, message })));
    return `${JSON.stringify(findings, undefined, 2)}\n`;
}
