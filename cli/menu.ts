import { Command, CommanderError, Option } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { HEADINGS, PLACEHOLDERS, TEXTS } from './menu-texts.js';
import { oneOf, Refusal, WrongUsage } from './refusal.js';
import { REPORT_FORMATS } from './reporters/index.js';
import type { Terminal } from './terminal.js';
import { wordUsageError } from './usage-errors.js';
import { ownVersion } from './version.js';

/** Reads the arguments and runs the command that they name. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let code: ExitCode = EXIT.fine;
    try {
        const menu = makeMenu(terminal, (result) => (code = result));
        await menu.parseAsync(args, { from: 'user' });
        return code;
    } catch (error) {
        // Help that was asked for ends the same way as a mistake.
        if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
        if (error instanceof CommanderError && error.code !== 'commander.help') return refuse(new WrongUsage(wordUsageError(error)), terminal);
        if (error instanceof CommanderError) return EXIT.unusable;
        if (error instanceof Refusal) return refuse(error, terminal);
        throw error;
    }
}

function refuse(refusal: Refusal, terminal: Terminal): ExitCode {
    terminal.note(refusal.wording);
    if (refusal instanceof WrongUsage) terminal.note(TEXTS.seeHelp);
    return EXIT.unusable;
}

/** Each command's code, and the engine with it, loads when it is called. */
function makeMenu(terminal: Terminal, end: (code: ExitCode) => void): Command {
    const say = terminal.say.bind(terminal);
    const menu = speaking(new Command('ptarget'), terminal)
        .description(say(TEXTS.about))
        .version(ownVersion(), '-V, --version', say(TEXTS.version))
        .addHelpCommand(new Command('help').argument('[COMMAND]').usage('[COMMAND]').description(say(TEXTS.helpCommand)).helpOption(false))
        .usage(`${say(PLACEHOLDERS.options)} ${say(PLACEHOLDERS.command)}`)
        .addHelpText('after', `\n${say(TEXTS.exitCodes)}`);

    command(menu, 'check', terminal)
        .description(say(TEXTS.check))
        .argument('[PATH...]', say(TEXTS.paths))
        .option('--format <FORMAT>', `${say(TEXTS.reportFormat)}${REPORT_FORMATS.join(say({ zh: '、', en: ', ' }))}`)
        .option('--max-warnings <N>', say(TEXTS.maxWarnings))
        .option('--jobs <N>', say(TEXTS.jobs))
        .option('--verbose', say(TEXTS.verbose))
        .action(async (paths: string[], options) => {
            const { check } = await import('./commands/check.js');
            end(await check(paths.length > 0 ? paths : ['.'], options, terminal));
        });

    command(menu, 'render', terminal)
        .description(say(TEXTS.render))
        .argument('<FILE>', say(TEXTS.file))
        .option('--form <FORM>', say(TEXTS.form))
        .option('--format <FORMAT>', say(TEXTS.tableFormat))
        .option('-o, --output <OUT>', say(TEXTS.output))
        .action(async (file: string, options) => {
            const { render } = await import('./commands/render.js');
            end(await render(file, options, terminal));
        });

    command(menu, 'format', terminal)
        .description(say(TEXTS.format))
        .argument('<PATH...>', say(TEXTS.formatPaths))
        .option('--check', say(TEXTS.formatCheck))
        .action(async (paths: string[], options) => {
            const { format } = await import('./commands/format.js');
            end(await format(paths, options, terminal));
        });

    command(menu, 'lsp', terminal)
        .description(say(TEXTS.lsp))
        // Editors that start language servers add these on their own.
        .addOption(new Option('--stdio').hideHelp())
        .allowUnknownOption()
        .allowExcessArguments()
        .action(async () => {
            const { lsp } = await import('./commands/lsp.js');
            end(await lsp());
        });

    return menu;
}

function command(menu: Command, name: string, terminal: Terminal): Command {
    return speaking(menu.command(name), terminal).usage(usageOf(name, terminal));
}

function usageOf(name: string, terminal: Terminal): string {
    const places: Record<string, string> = { check: ' [PATH…]', render: ' FILE', format: ' PATH…' };
    return `${terminal.say(PLACEHOLDERS.options)}${places[name] ?? ''}`;
}

/** What all commands have in common: the language of their help, and that mistakes end here instead of in the library. */
function speaking(of: Command, terminal: Terminal): Command {
    const chinese = terminal.language === 'zh';
    return of
        .option('--lang <LANG>', terminal.say(TEXTS.lang), (value: string) => oneOf('--lang', value, ['zh', 'en']))
        .helpOption('-h, --help', terminal.say(TEXTS.help))
        .configureHelp({
            styleTitle: (title) => (chinese ? HEADINGS[title] ?? title : title),
            displayWidth: (text) => text.length + (text.match(/[\u2E80-\u9FFF\uFF01-\uFF60]/g)?.length ?? 0),
            subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
        })
        .configureOutput({ outputError: () => undefined })
        .exitOverride();
}
