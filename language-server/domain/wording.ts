/** What users read, in both languages; Chinese comes first wherever both are shown. */
export interface Wording {
    readonly zh: string;
    readonly en: string;
}

export type Language = keyof Wording;
