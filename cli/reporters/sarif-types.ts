/** The parts of SARIF 2.1.0 that the reports use, named as in the standard. */
export interface SarifLog {
    readonly $schema: string;
    readonly version: '2.1.0';
    readonly runs: readonly Run[];
}

export interface Run {
    readonly tool: { readonly driver: ToolComponent };
    readonly language: string;
    readonly columnKind: 'utf16CodeUnits';
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly invocations: readonly Invocation[];
    readonly artifacts: readonly { readonly location: ArtifactLocation; readonly roles: readonly ['analysisTarget'] }[];
    readonly results: readonly Result[];
}

export interface ToolComponent {
    readonly name: string;
    readonly semanticVersion: string;
    readonly rules: readonly ReportingDescriptor[];
}

export interface ReportingDescriptor {
    readonly id: string;
    readonly shortDescription: Message;
    readonly fullDescription: Message;
    readonly help: Message;
    readonly defaultConfiguration: { readonly level: Level };
    readonly properties: { readonly tags: readonly string[] };
}

export interface Invocation {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly level: Level; readonly message: Message; readonly locations: readonly Location[] }[];
}

export interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: Level;
    readonly message: Message;
    readonly locations: readonly Location[];
    readonly relatedLocations?: readonly Location[];
}

export interface Location {
    readonly id?: number;
    readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
    readonly message?: Message;
}

export interface ArtifactLocation {
    readonly uri: string;
    readonly uriBaseId?: string;
    readonly index?: number;
}

/** Lines and columns from one; the end column is that of the character behind the region. */
export interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
}

export interface Message {
    readonly text: string;
}

export type Level = 'error' | 'warning' | 'note';
