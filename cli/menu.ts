import { Command, CommanderError } from 'commander';
import type { Language } from '../language-server/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { FORM_NAMES, TEXTS, type Texts } from './menu-texts.js';
import { oneOf, Refusal, WrongUsage } from './refusal.js';
import type { ReportFormat } from './reporters/index.js';
import type { Terminal } from './terminal.js';
import { ownVersion } from './version.js';

/** Reads the arguments and runs the command that they name. A command's code, and the engine, load when it is called. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let code: ExitCode = EXIT.fine;
    const menu = makeMenu(terminal, (result) => (code = result));
    try {
        await menu.parseAsync(args, { from: 'user' });
        return code;
    } catch (error) {
        if (error instanceof CommanderError) return endOf(error, terminal);
        if (!(error instanceof Refusal)) throw error;
        terminal.note(error.wording);
        if (error instanceof WrongUsage) terminal.note(SEE_HELP);
        return EXIT.unusable;
    }
}
