/** The engine as other programs use it: the command line, tests, scripts. */
export { nearestNames } from './domain/nearest.js';
export type { PlanToPrint } from './domain/plan-to-print.js';
export { indicatorGroupsOf } from './domain/plan.js';
export { rangeOf, type Range, type Source } from './domain/origin.js';
export { SEVERITIES, type Problem, type Severity } from './domain/problem.js';
export { FORMS, type Form, type Table } from './domain/table.js';
export type { Language, Wording } from './domain/wording.js';
export { FORMATS, render, RENDERERS, type Format, type RenderContext, type Renderer } from './renderers/index.js';
export { RULES } from './rules/index.js';
export { formsFor, tablesOf, type FormsOfPlan } from './tables/index.js';
export { planOfFile } from './workspace/plan-of-file.js';
export { CONFIG_FILE, parseProjectConfig, withProjectConfig } from './workspace/project-config.js';
export { DEFAULT_SETTINGS, type Settings } from './workspace/settings.js';
export { decodeText, type DecodedText, type Encoding, type RefusedBytes } from './workspace/decoding.js';
export { formatDocument, type Formatted } from './workspace/format-document.js';
export { tooLarge } from './workspace/left-out.js';
export { glimpseNames, namesIn, wasRight, type NamesInFile } from './workspace/names-in-file.js';
export type { DeclaredNames } from './workspace/names.js';
export type { TargetDocument } from './workspace/target-document.js';
export { Workspace } from './workspace/workspace.js';
export { applyTextEdits, toTextEdits, type TextEdit } from './workspace/edits.js';

/**
 * Serves an editor over stdio; the server is loaded only here.
 * @param rulesDocument the URI of the page of all rules
 * @param fingerprint differs wherever anything that runs does
 */
export async function serveStdio(rulesDocument: string, fingerprint: () => string): Promise<void> {
    (await import('./serve-stdio.js')).serveStdio(rulesDocument, fingerprint);
}
