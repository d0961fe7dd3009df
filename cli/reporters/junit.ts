import type { CheckedFile, Finding, Report } from '../report.js';

/**
 * A suite a file, a case a finding. What makes the check fail makes a case fail: errors. The others are cases that passed,
 * with the finding as their output, so that the two verdicts of a build never differ.
 */
export function reportJunit(report: Report): string {
    const suites = [...report.unread.map(unreadSuite), ...report.files.map(suite)];
    const [cases, failures] = [suites.reduce((sum, { tests }) => sum + tests, 0), suites.reduce((sum, { failed }) => sum + failed, 0)];
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="ptarget"${counts(cases, failures, report.unread.length)}>`,
        ...suites.map(({ xml }) => xml),
        '</testsuites>',
        '',
    ].join('\n');
}

interface Suite {
    readonly xml: string;
    readonly tests: number;
    readonly failed: number;
}

function suite({ file, findings }: CheckedFile): Suite {
    const failed = findings.filter(({ severity }) => severity === 'error').length;
    const tests = Math.max(1, findings.length);
    const cases = findings.length > 0 ? findings.map((finding) => testCase(file, finding)) : [`    <testcase name="check" classname="${escape(file)}"/>`];
    return { tests, failed, xml: wrap(file, counts(tests, failed, 0), cases) };
}

function unreadSuite({ file, message }: Report['unread'][number]): Suite {
    const cases = [`    <testcase name="read" classname="${escape(file)}">`, `      <error message="${escape(message)}"/>`, '    </testcase>'];
    return { tests: 1, failed: 0, xml: wrap(file, counts(1, 0, 1), cases) };
}

function wrap(file: string, attributes: string, cases: readonly string[]): string {
    return [`  <testsuite name="${escape(file)}"${attributes}>`, ...cases, '  </testsuite>'].join('\n');
}

function testCase(file: string, { range: { start }, severity, code, message }: Finding): string {
    const place = `${file}:${start.line + 1}:${start.character + 1}`;
    const outcome = severity === 'error'
        ? `<failure type="${escape(code)}" message="${escape(message)}">${escape(place)}</failure>`
        : `<system-out>${escape(`${severity}: ${place}: ${message}`)}</system-out>`;
    return [
        `    <testcase name="${escape(`${code} ${start.line + 1}:${start.character + 1}`)}" classname="${escape(file)}">`,
        `      ${outcome}`,
        '    </testcase>',
    ].join('\n');
}

function counts(tests: number, failures: number, errors: number): string {
    return ` tests="${tests}" failures="${failures}" errors="${errors}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** XML 1.0 has no way at all to write most control characters and halves of pairs: they become the replacement character. */
function escape(text: string): string {
    return text
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
        .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character]!);
}
