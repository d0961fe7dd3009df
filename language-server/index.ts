/** The engine as other programs use it: the command line, tests, scripts. */
export { rangeOf, type Range } from './domain/origin.js';
export { SEVERITIES, type Problem, type Severity } from './domain/problem.js';
export { FORMS, type Form, type Table } from './domain/table.js';
export type { Language, Wording } from './domain/wording.js';
export { FORMATS, render, RENDERERS, type Format, type RenderContext, type Renderer } from './renderers/index.js';
export { RULES } from './rules/index.js';
export { formsFor, tablesOf, type FormsOfPlan } from './tables/index.js';
export { planOfFile } from './workspace/plan-of-file.js';
export { DEFAULT_SETTINGS, type Settings } from './workspace/settings.js';
export { Workspace } from './workspace/workspace.js';
export { applyTextEdits, toTextEdits, type TextEdit } from './workspace/edits.js';
