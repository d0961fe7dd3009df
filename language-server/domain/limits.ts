/**
 * How much is read and shown in full; what lies beyond is named to the user, never dropped in silence. Each is tested at
 * the limit and one past it in test/reliability/limits.test.ts.
 */
export const LIMITS = {
    /** Bytes of a file. A department's plan of a year has 10 to 50 KB. */
    fileBytes: 5 * 1024 * 1024,
    /** Problems shown for one file. */
    problemsOfFile: 1_000,
    /** Characters of a name. The fields of the forms hold 100. */
    nameLength: 1_000,
    /** Characters of a text. */
    textLength: 1024 * 1024,
    /** After how many milliseconds a request is answered, whatever keeps its answer. */
    answerMs: 5_000,
} as const;
