/** What the command line ends with; scripts rely on these. */
export const EXIT = {
    /** Nothing is wrong, or nothing that counts as an error. */
    fine: 0,
    /** Errors were found, or too many warnings. */
    found: 1,
    /** Wrong usage, or a file that cannot be read or written. */
    unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
