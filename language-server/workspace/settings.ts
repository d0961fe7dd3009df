import type { Severity } from '../domain/problem.js';
import { DEFAULT_OPTIONS, type RuleOptions } from '../domain/rule.js';

/** What users set under `ptarget.*`; the command line uses the defaults. */
export interface Settings {
    /** Severity by rule; `off` silences a rule everywhere. */
    readonly severity: Readonly<Record<string, Severity | 'off'>>;
    /** The taxonomy of departments that do not name one. */
    readonly taxonomy: string;
    readonly options: RuleOptions;
}

export const DEFAULT_SETTINGS: Settings = { severity: {}, taxonomy: '财预〔2015〕88号', options: DEFAULT_OPTIONS };
