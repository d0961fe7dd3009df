import { SEVERITIES, type Severity } from '../domain/problem.js';
import { PROFILES, type Profile, type Settings } from './settings.js';

export { CONFIG_FILE } from '../protocol.js';

export interface ProjectConfig {
    readonly profile?: Profile;
    readonly severity?: Readonly<Record<string, Severity | 'off'>>;
    readonly taxonomy?: string;
    readonly minimumIndicators?: number;
    readonly compareProjectsWithBudget?: boolean;
}

/**
 * Reads the project file. What it says that it cannot say is left out and named in `complaints`, each in one line.
 * @param ruleNames the rules that there are, so that a mistyped one is noticed
 */
export function parseProjectConfig(text: string, ruleNames: readonly string[]): { config: ProjectConfig; complaints: string[] } {
    const complaints: string[] = [];
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        return { config: {}, complaints: [error instanceof Error ? error.message : String(error)] };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { config: {}, complaints: ['{ … }'] };
    const config: { -readonly [key in keyof ProjectConfig]: ProjectConfig[key] } = {};
    for (const [key, setting] of Object.entries(value)) {
        switch (key) {
            case '$schema':
                break;
            case 'profile':
                if (isOneOf(PROFILES, setting)) config.profile = setting;
                else complaints.push(`profile: ${PROFILES.join(' | ')}`);
                break;
            case 'severity':
                config.severity = severities(setting, ruleNames, complaints);
                break;
            case 'taxonomy':
                if (typeof setting === 'string') config.taxonomy = setting;
                else complaints.push('taxonomy: "…"');
                break;
            case 'minimumIndicators':
                if (Number.isInteger(setting) && (setting as number) >= 0) config.minimumIndicators = setting as number;
                else complaints.push('minimumIndicators: 0, 1, 2 …');
                break;
            case 'compareProjectsWithBudget':
                if (typeof setting === 'boolean') config.compareProjectsWithBudget = setting;
                else complaints.push('compareProjectsWithBudget: true | false');
                break;
            default:
                complaints.push(`${key}?`);
        }
    }
    return { config, complaints };
}

function severities(value: unknown, ruleNames: readonly string[], complaints: string[]): Record<string, Severity | 'off'> {
    const wanted: Record<string, Severity | 'off'> = {};
    if (typeof value !== 'object' || value === null) {
        complaints.push('severity: { … }');
        return wanted;
    }
    for (const [rule, severity] of Object.entries(value)) {
        if (!ruleNames.includes(rule)) complaints.push(`severity.${rule}?`);
        else if (severity === 'off' || isOneOf(SEVERITIES, severity)) wanted[rule] = severity;
        else complaints.push(`severity.${rule}: ${SEVERITIES.join(' | ')} | off`);
    }
    return wanted;
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
    return (values as readonly unknown[]).includes(value);
}

/** Settings with a project file laid over them. */
export function withProjectConfig(settings: Settings, config: ProjectConfig): Settings {
    return {
        profile: config.profile ?? settings.profile,
        severity: { ...settings.severity, ...config.severity },
        taxonomy: config.taxonomy ?? settings.taxonomy,
        options: {
            minimumIndicators: config.minimumIndicators ?? settings.options.minimumIndicators,
            compareProjectsWithBudget: config.compareProjectsWithBudget ?? settings.options.compareProjectsWithBudget,
        },
    };
}
