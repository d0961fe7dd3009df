import type { Wording } from '../language-server/index.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** An option as typed: `--output OUT`, or `-o OUT`. */
export interface Option {
    readonly name: string;
    readonly short?: string;
    /** What its value is called; without, it takes none. */
    readonly value?: string;
    /** Without, it is not in the help. */
    readonly about?: Wording;
}

/** The files and folders that a command is about. */
export interface Places {
    readonly name: string;
    readonly usage: string;
    readonly about: Wording;
    readonly least: number;
    readonly most: number;
}

export interface Command {
    readonly name: string;
    readonly about: Wording;
    readonly places?: Places;
    readonly options: readonly Option[];
    /** Whether what it does not know is passed over. */
    readonly isLenient?: boolean;
    /** Its code, and the engine with it, loads when it is called. */
    run(request: Request, terminal: Terminal): Promise<ExitCode>;
}

/** What was asked of a command. */
export interface Request {
    readonly places: readonly string[];
    text(option: string): string | undefined;
    has(option: string): boolean;
}
