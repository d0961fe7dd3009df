import type { CommanderError } from 'commander';
import type { Wording } from '../language-server/index.js';

/** Words the library's complaints about arguments; in English its own words will do. */
export function wordUsageError({ code, message }: CommanderError): Wording {
    const en = message.replace(/^error: /, '').replace(/\n/g, ' ');
    const word = CHINESE[code];
    return { zh: word ? word(/'([^']*)'/.exec(message)?.[1] ?? '', suggestionIn(message)) : en, en };
}

const CHINESE: Readonly<Record<string, (name: string, suggestion: string) => string>> = {
    'commander.unknownOption': (name, suggestion) => `没有选项 ${name}${suggestion}`,
    'commander.unknownCommand': (name, suggestion) => `没有命令 ${name}${suggestion}`,
    'commander.missingArgument': (name) => `缺少参数 ${name}`,
    'commander.optionMissingArgument': (name) => `选项 ${name} 后面缺少内容`,
    'commander.excessArguments': (name) => `${name ? `命令 ${name} ` : ''}参数太多`,
};

function suggestionIn(message: string): string {
    const [, suggested] = /Did you mean (?:one of )?(.*?)\?/.exec(message) ?? [];
    return suggested ? `，是不是 ${suggested}？` : '';
}
