import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES, type Language, type Range, type Severity } from '../../language-server/index.js';
import type { Finding, Report } from '../report.js';
import { ownVersion } from '../version.js';
import type { ArtifactLocation, Level, Location, Region, ReportingDescriptor, Result, SarifLog } from './sarif-types.js';

const LEVELS: Record<Severity, Level> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** Code-scanning services join paths under this base to the repository. */
const BASE = '%SRCROOT%';

/** SARIF 2.1.0, the exchange format of code-scanning services. */
export function reportSarif(report: Report): string {
    const { language, files, unread } = report;
    const log: SarifLog = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
            tool: { driver: { name: 'ptarget', semanticVersion: ownVersion(), rules: RULES.map((rule) => describe(rule, language)) } },
            language: language === 'zh' ? 'zh-CN' : 'en',
            columnKind: 'utf16CodeUnits',
            originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL('.').href}/`.replace(/\/\/$/, '/') } },
            invocations: [{
                executionSuccessful: unread.length === 0,
                toolExecutionNotifications: unread.map(({ file, message }) => ({ level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: locate(file) } }] })),
            }],
            artifacts: files.map(({ path }) => ({ location: locate(path), roles: ['analysisTarget'] })),
            results: files.flatMap(({ path, findings }) => findings.map((finding) => toResult(path, finding))),
        }],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describe({ name, title, explanation, severity, group }: (typeof RULES)[number], language: Language): ReportingDescriptor {
    return {
        id: name,
        shortDescription: { text: title[language] },
        fullDescription: { text: explanation[language] },
        help: { text: explanation[language] },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: { tags: [group] },
    };
}

function toResult(path: string, { range, severity, code, message, related }: Finding): Result {
    return {
        ruleId: code,
        ruleIndex: RULES.findIndex((rule) => rule.name === code),
        level: LEVELS[severity],
        message: { text: message },
        locations: [place(path, range)],
        ...(related.length > 0 && { relatedLocations: related.map((other, index) => ({ id: index + 1, ...place(other.path, other.range), message: { text: other.message } })) }),
    };
}

function place(path: string, range: Range): Location {
    return { physicalLocation: { artifactLocation: locate(path), region: toRegion(range) } };
}

/** Relative to the working folder where the file lies under it. */
function locate(path: string): ArtifactLocation {
    const below = relative('.', path);
    const outside = isAbsolute(below) || below === '..' || below.startsWith(`..${sep}`);
    if (outside) return { uri: pathToFileURL(resolve(path)).href };
    return { uri: below.split(sep).map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

function toRegion({ start, end }: Range): Region {
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
