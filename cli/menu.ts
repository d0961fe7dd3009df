import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { helpOn } from './help.js';
import { TEXTS } from './menu-texts.js';
import { readArguments } from './reading-arguments.js';
import { Refusal, WrongUsage } from './refusal.js';
import { REPORT_FORMATS } from './reporters/index.js';
import type { Terminal } from './terminal.js';
import { ownVersion } from './version.js';

const COMMANDS: readonly Command[] = [
    {
        name: 'check',
        about: TEXTS.check,
        places: { name: 'PATH', usage: '[PATH…]', about: TEXTS.paths, least: 0, most: Infinity },
        options: [
            { name: 'format', value: 'FORMAT', about: { zh: TEXTS.reportFormat.zh + REPORT_FORMATS.join('、'), en: TEXTS.reportFormat.en + REPORT_FORMATS.join(', ') } },
            { name: 'max-warnings', value: 'N', about: TEXTS.maxWarnings },
            { name: 'jobs', value: 'N', about: TEXTS.jobs },
            { name: 'cache', value: 'FILE', about: TEXTS.cache },
            { name: 'verbose', about: TEXTS.verbose },
        ],
        async run({ places, text, has }, terminal) {
            const { check } = await import('./commands/check.js');
            const options = { format: text('format'), maxWarnings: text('max-warnings'), jobs: text('jobs'), cache: text('cache'), verbose: has('verbose') };
            return check(places.length > 0 ? places : ['.'], options, terminal);
        },
    },
    {
        name: 'render',
        about: TEXTS.render,
        places: { name: 'FILE', usage: 'FILE', about: TEXTS.file, least: 1, most: 1 },
        options: [
            { name: 'form', value: 'FORM', about: TEXTS.form },
            { name: 'format', value: 'FORMAT', about: TEXTS.tableFormat },
            { name: 'output', short: 'o', value: 'OUT', about: TEXTS.output },
        ],
        async run({ places, text }, terminal) {
            const { render } = await import('./commands/render.js');
            return render(places[0]!, { form: text('form'), format: text('format'), output: text('output') }, terminal);
        },
    },
    {
        name: 'format',
        about: TEXTS.format,
        places: { name: 'PATH', usage: 'PATH…', about: TEXTS.formatPaths, least: 1, most: Infinity },
        options: [{ name: 'check', about: TEXTS.formatCheck }],
        async run({ places, has }, terminal) {
            const { format } = await import('./commands/format.js');
            return format(places, { check: has('check') }, terminal);
        },
    },
    {
        name: 'lsp',
        about: TEXTS.lsp,
        // Editors that start language servers add this on their own, and others.
        options: [{ name: 'stdio' }],
        isLenient: true,
        async run() {
            const { lsp } = await import('./commands/lsp.js');
            return lsp();
        },
    },
];

/** Reads the arguments and runs the command that they name. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    try {
        const asked = await readArguments(args, COMMANDS);
        switch (asked.kind) {
            case 'version':
                terminal.print(`${ownVersion()}\n`);
                return EXIT.fine;
            case 'help':
                terminal.print(helpOn(asked.command, COMMANDS, terminal));
                return EXIT.fine;
            case 'nothing':
                terminal.complain(helpOn(undefined, COMMANDS, terminal));
                return EXIT.unusable;
            case 'command':
                return await asked.command.run(asked.request, terminal);
        }
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        terminal.note(error.wording);
        if (error instanceof WrongUsage) terminal.note(TEXTS.seeHelp);
        return EXIT.unusable;
    }
}
