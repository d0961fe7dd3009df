import { RULES, SEVERITIES, type Language } from '../../language-server/index.js';
import { countBySeverity, type CheckedFile, type Finding, type Report } from '../report.js';
import { withoutControls } from '../terminal.js';
import type { Manner } from './index.js';
import { paint, type Paint } from './paint.js';
import { SEVERITY_NAMES, WORDS, type Words } from './pretty-words.js';

/** With more findings than this nobody keeps the whole in view: summaries follow. */
const IN_VIEW = 20;

/** How many findings are listed of a file that most likely is no .ptarget text. */
const FROM_FOREIGN = 3;

/** For people: grouped by file, a finding a line, the figures at the end. */
export function reportPretty(report: Report, manner: Manner): string {
    const painter = paint(manner.coloured);
    const words = WORDS[report.language];
    const findings = report.files.flatMap((file) => file.findings);
    const sections = report.files.filter((file) => file.findings.length > 0).map((file) => fileSection(file, report.language, manner, painter));
    sections.push(...silencedSections(report.files, words, painter));
    if (manner.verbose || findings.length > IN_VIEW) sections.push(...summaries(findings, report.language, words, painter));
    if (report.files.length > 0) sections.push(`${verdict(report, words, painter)}\n`);
    return sections.join('\n');
}

function fileSection({ file, findings, foreign }: CheckedFile, language: Language, { verbose }: Manner, painter: Paint): string {
    // Complaints about every line of a text in another language would only hide what else there is.
    const shown = foreign && !verbose ? findings.slice(0, FROM_FOREIGN) : findings;
    const places = shown.map(({ range }) => placeOf(range));
    const width = Math.max(...places.map((place) => place.length));
    const severities = Math.max(...shown.map(({ severity }) => SEVERITY_NAMES[severity][language].length));
    const lines = shown.flatMap(({ severity, message, code, related }, index) => [
        `  ${painter.dim(places[index]!.padEnd(width))}  ${painter[severity](SEVERITY_NAMES[severity][language].padEnd(severities))}  ${oneLine(message)}  ${painter.dim(code)}`,
        ...(verbose ? related.map((other) => painter.dim(`${' '.repeat(width + 4)}→ ${withoutControls(other.file)}:${placeOf(other.range)}  ${oneLine(other.message)}`)) : []),
    ]);
    if (shown.length < findings.length) lines.push(`  ${painter.dim(WORDS[language].more(findings.length - shown.length))}`);
    return [painter.bold(withoutControls(file)), ...lines, ''].join('\n');
}

/** What the texts themselves ask not to be told, so that whoever reads the report can judge the reasons. */
function silencedSections(files: readonly CheckedFile[], words: Words, painter: Paint): string[] {
    const lines = files.flatMap(({ file, silenced }) => silenced.map(({ range, what, reason }) =>
        `  ${withoutControls(file)}:${placeOf(range)}  ${oneLine(what)}  ${painter.dim(`${words.reason}${oneLine(reason) || words.noReason}`)}`));
    return lines.length === 0 ? [] : [[painter.bold(words.silenced), ...lines, ''].join('\n')];
}

function placeOf({ start }: Finding['range']): string {
    return `${start.line + 1}:${start.character + 1}`;
}

function summaries(findings: readonly Finding[], language: Language, words: Words, painter: Paint): string[] {
    if (findings.length === 0) return [];
    const titles = new Map(RULES.map((rule) => [rule.name, rule.title[language]]));
    const byRule = tally(findings.map(({ code }) => code)).map(([code, count]) => [count, `${code}  ${painter.dim(titles.get(code) ?? '')}`] as const);
    const byProject = tally(findings.flatMap(({ subject }) => (subject?.kind === 'project' ? [subject.name] : []))).map(([name, count]) => [count, withoutControls(name)] as const);
    const sections = [summary(words.byRule, byRule, painter)];
    if (byProject.length > 1) sections.push(summary(words.byProject, byProject, painter));
    return sections;
}

function summary(title: string, lines: readonly (readonly [number, string])[], painter: Paint): string {
    const width = Math.max(...lines.map(([count]) => String(count).length));
    return [painter.bold(title), ...lines.map(([count, text]) => `  ${String(count).padStart(width)}  ${text}`), ''].join('\n');
}

/** The most frequent first; equally frequent ones in the order in which they appeared. */
function tally(names: readonly string[]): [string, number][] {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one);
}

function verdict(report: Report, words: Words, painter: Paint): string {
    const count = countBySeverity(report);
    const total = SEVERITIES.reduce((sum, severity) => sum + count[severity], 0);
    if (total === 0) return words.nothing(report.files.length);
    const parts = SEVERITIES.filter((severity) => count[severity] > 0).map((severity) => painter[severity](words.count(severity, count[severity])));
    return words.verdict(report.files.length, total, parts.join(words.comma));
}

function oneLine(message: string): string {
    return withoutControls(message.replace(/\s*[\n\r]+\s*/g, ' '));
}

