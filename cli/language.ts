import type { Language } from '../language-server/index.js';

/**
 * The language to speak: as --lang says, else that of the locale. Where no locale is set, Chinese: the forms are Chinese,
 * and minimal systems often have none. Read from the arguments directly, since even the help depends on it.
 */
export function chooseLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
    const asked = askedFor(args);
    if (asked === 'zh' || asked === 'en') return asked;
    const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
    return /^(?:zh|C|POSIX)(?![a-z])|^$/i.test(locale) ? 'zh' : 'en';
}

function askedFor(args: readonly string[]): string | undefined {
    const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
    if (index < 0) return undefined;
    return args[index] === '--lang' ? args[index + 1] : args[index]!.slice('--lang='.length);
}
