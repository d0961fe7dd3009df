import type { Severity } from '../domain/problem.js';
import { DEFAULT_OPTIONS, type Rule, type RuleOptions } from '../domain/rule.js';

/** 起草, drafting: what is missing is a warning; 送审, submission: what is missing is an error. */
export const PROFILES = ['起草', '送审'] as const;
export type Profile = (typeof PROFILES)[number];

/** What users set under `ptarget.*` or in ptarget.config.json. */
export interface Settings {
    readonly profile: Profile;
    /** Severity by rule, before any profile; `off` silences a rule everywhere. */
    readonly severity: Readonly<Record<string, Severity | 'off'>>;
    /** The taxonomy of departments that do not name one. */
    readonly taxonomy: string;
    readonly options: RuleOptions;
}

export const DEFAULT_SETTINGS: Settings = { profile: '起草', severity: {}, taxonomy: '财预〔2015〕88号', options: DEFAULT_OPTIONS };

/** How severe a finding of a rule is under the settings; undefined where the rule is off. */
export function severityOf(rule: Rule, found: Severity | undefined, settings: Settings): Severity | undefined {
    const configured = settings.severity[rule.name];
    if (configured === 'off') return undefined;
    if (configured) return configured;
    if (settings.profile === '送审' && rule.group === 'completeness') return 'error';
    return found ?? rule.severity;
}
