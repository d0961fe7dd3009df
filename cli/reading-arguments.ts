import { parseArgs } from 'node:util';
import type { Wording } from '../language-server/index.js';
import type { Command, Option, Request } from './command.js';
import { flagsOf, HELP, LANG, VERSION } from './help.js';
import { oneOf, WrongUsage } from './refusal.js';

/** What the arguments ask for. */
export type Asked =
    | { readonly kind: 'version' | 'nothing' }
    | { readonly kind: 'help'; readonly command: Command | undefined }
    | { readonly kind: 'command'; readonly command: Command; readonly request: Request };

type Token = Exclude<ReturnType<typeof parsed>['tokens'][number], { kind: 'option-terminator' }>;

export async function readArguments(args: readonly string[], commands: readonly Command[]): Promise<Asked> {
    const general = parsed(args, [LANG, VERSION, HELP]);
    const named = general.tokens.find((token) => token.kind === 'positional');
    const before = general.tokens.filter((token) => isOption(token) && token.index < (named?.index ?? Infinity)) as Token[];
    await refuseUnknown(before, [LANG, VERSION, HELP]);
    if (before.some((token) => isOption(token) && token.name === VERSION.name)) return { kind: 'version' };
    if (before.some((token) => isOption(token) && token.name === HELP.name)) return { kind: 'help', command: undefined };
    if (!named) return { kind: 'nothing' };
    const rest = args.filter((_, index) => index !== named.index);
    if (named.value === 'help') return helpAsked(general.positionals[1], commands);
    const command = commands.find(({ name }) => name === named.value);
    if (!command) {
        const near = await nearest(named.value, commands.map(({ name }) => name));
        throw new WrongUsage({ zh: `没有命令 ${named.value}${near.zh}`, en: `unknown command '${named.value}'${near.en}` });
    }
    return commandAsked(command, rest);
}

function helpAsked(name: string | undefined, commands: readonly Command[]): Asked {
    const command = commands.find((candidate) => candidate.name === name);
    return name === undefined || command ? { kind: 'help', command } : { kind: 'nothing' };
}

async function commandAsked(command: Command, args: readonly string[]): Promise<Asked> {
    const options = [...command.options, LANG, HELP];
    const { values, tokens, positionals: places } = parsed(args, options);
    if (values.help) return { kind: 'help', command };
    if (!command.isLenient) {
        await refuseUnknown(tokens.filter(isOption), options);
        refuseNumber(command, places);
    }
    const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
    return { kind: 'command', command, request: { places, text, has: (name) => values[name] === true } };
}

/** Strict, the library would refuse what it does not know in its own words, and values that begin with a dash. */
function parsed(args: readonly string[], options: readonly Option[]) {
    const known = options.map(({ name, short, value }) => [name, { type: value === undefined ? 'boolean' as const : 'string' as const, ...(short && { short }) }]);
    const result = parseArgs({ args: [...args], options: Object.fromEntries(known) as Record<string, { type: 'boolean' | 'string' }>, strict: false, allowPositionals: true, tokens: true });
    if (typeof result.values.lang === 'string') oneOf('--lang', result.values.lang, ['zh', 'en']);
    return result;
}

function isOption<T extends { kind: string }>(token: T): token is Extract<T, { kind: 'option' }> {
    return token.kind === 'option';
}

async function refuseUnknown(tokens: readonly Token[], options: readonly Option[]): Promise<void> {
    for (const token of tokens.filter(isOption)) {
        const option = options.find(({ name }) => name === token.name);
        if (!option) {
            const near = await nearest(token.rawName, options.map(({ name }) => `--${name}`));
            throw new WrongUsage({ zh: `没有选项 ${token.rawName}${near.zh}`, en: `unknown option '${token.rawName}'${near.en}` });
        }
        if (option.value === undefined && token.value !== undefined) {
            throw new WrongUsage({ zh: `选项 ${flagsOf(option)} 后面不写内容`, en: `option '${flagsOf(option)}' takes no argument` });
        }
        if (option.value !== undefined && token.value === undefined) {
            throw new WrongUsage({ zh: `选项 ${flagsOf(option)} 后面缺少内容`, en: `option '${flagsOf(option)}' argument missing` });
        }
    }
}

function refuseNumber({ name, places }: Command, typed: readonly string[]): void {
    const { least, most } = places ?? { least: 0, most: 0 };
    if (typed.length < least) throw new WrongUsage({ zh: `缺少参数 ${places!.name}`, en: `missing required argument '${places!.name}'` });
    if (typed.length > most) throw new WrongUsage({ zh: `命令 ${name} 参数太多`, en: `too many arguments for '${name}'` });
}

async function nearest(typed: string, names: readonly string[]): Promise<Wording> {
    const { nearestNames } = await import('../language-server/index.js');
    const [near] = nearestNames(typed, names);
    return near === undefined ? { zh: '', en: '' } : { zh: `，是不是 ${near}？`, en: ` (did you mean ${near}?)` };
}
