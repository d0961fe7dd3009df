import type { Report } from '../report.js';

export interface Manner {
    readonly coloured: boolean;
    /** With summaries and the other places involved, however few findings there are. */
    readonly verbose: boolean;
}

/** Writes a report for people or for a program. */
export type Reporter = (report: Report, manner: Manner) => string;

/** The formats of a report, a file each; loaded when asked for. */
const REPORTERS = {
    pretty: async () => (await import('./pretty.js')).reportPretty,
    json: async () => (await import('./json.js')).reportJson,
    sarif: async () => (await import('./sarif.js')).reportSarif,
    github: async () => (await import('./github.js')).reportGithub,
    junit: async () => (await import('./junit.js')).reportJunit,
} satisfies Record<string, () => Promise<Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;

export const REPORT_FORMATS = Object.keys(REPORTERS) as ReportFormat[];

export function reporterFor(format: ReportFormat): Promise<Reporter> {
    return REPORTERS[format]();
}
