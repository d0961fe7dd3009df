import type { Wording } from '../language-server/index.js';
import type { Command, Option } from './command.js';
import { HEADINGS, PLACEHOLDERS, TEXTS } from './menu-texts.js';
import { widthOf, type Terminal } from './terminal.js';

export const LANG: Option = { name: 'lang', value: 'LANG', about: TEXTS.lang };
export const VERSION: Option = { name: 'version', short: 'V', about: TEXTS.version };
export const HELP: Option = { name: 'help', short: 'h', about: TEXTS.help };

/** Columns of a help that nobody reads on a screen, or on a wider one. */
const WIDEST = 80;
/** The narrowest column for what is said about something. */
const NARROWEST = 20;

type Line = readonly [term: string, about: Wording];

/** What `--help` shows of a command, or of all. */
export function helpOn(command: Command | undefined, commands: readonly Command[], terminal: Terminal): string {
    const { usage, sections } = command ? ofCommand(command, terminal) : ofAll(commands, terminal);
    const term = Math.max(...sections.flatMap(([, lines]) => lines.map(([name]) => widthOf(name))));
    const shown = sections.filter(([, lines]) => lines.length > 0).map(([heading, lines]) =>
        [terminal.say(heading), ...lines.map(([name, said]) => entry(name, term, terminal.say(said), columnsOf(terminal)))].join('\n'));
    const about = wrapped(terminal.say((command ?? TEXTS).about), columnsOf(terminal)).join('\n');
    return `${[`${terminal.say(HEADINGS.usage)} ptarget ${usage}`, about, ...shown, ...(command ? [] : [terminal.say(TEXTS.exitCodes)])].join('\n\n')}\n`;
}

/** `-o, --output <OUT>` */
export function flagsOf({ name, short, value }: Option): string {
    return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
}

interface Help {
    readonly usage: string;
    readonly sections: readonly (readonly [heading: Wording, lines: readonly Line[]])[];
}

function ofAll(commands: readonly Command[], terminal: Terminal): Help {
    const lines: Line[] = commands.map((command) => [`${command.name} ${usageOf(command, terminal)}`, command.about]);
    return {
        usage: `${terminal.say(PLACEHOLDERS.options)} ${terminal.say(PLACEHOLDERS.command)}`,
        sections: [[HEADINGS.options, linesOf([LANG, VERSION, HELP])], [HEADINGS.commands, [...lines, ['help [COMMAND]', TEXTS.helpCommand]]]],
    };
}

function ofCommand(command: Command, terminal: Terminal): Help {
    const { name, places, options } = command;
    return {
        usage: `${name} ${usageOf(command, terminal)}`,
        sections: [[HEADINGS.arguments, places ? [[places.name, places.about]] : []], [HEADINGS.options, linesOf([LANG, ...options, HELP])]],
    };
}

function usageOf({ places }: Command, terminal: Terminal): string {
    return [terminal.say(PLACEHOLDERS.options), ...(places ? [places.usage] : [])].join(' ');
}

function linesOf(options: readonly Option[]): Line[] {
    return options.flatMap((option): Line[] => (option.about ? [[flagsOf(option), option.about]] : []));
}

function columnsOf({ columns = WIDEST }: Terminal): number {
    return Math.min(columns, WIDEST);
}

/** A term and, in a column beside it, what is said about it. */
function entry(term: string, width: number, about: string, columns: number): string {
    const indented = `\n${' '.repeat(width + 4)}`;
    const room = Math.max(NARROWEST, columns - width - 4);
    return `  ${term}${' '.repeat(width - widthOf(term))}  ${wrapped(about, room).join(indented)}`;
}

/** Broken at blanks. */
function wrapped(text: string, room: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
        const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
        if (lines.length > 0 && widthOf(longer) > room) lines.push(word);
        else lines.splice(-1, 1, longer);
    }
    return lines;
}
