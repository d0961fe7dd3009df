import type { Wording } from '../language-server/index.js';

/** Ends a command with a message for the user instead of a stack trace. */
export class Refusal extends Error {
    constructor(readonly wording: Wording) {
        super(wording.en);
    }
}

/** Like a refusal, with a hint to the help behind it. */
export class WrongUsage extends Refusal {}

/** The choice that an option names. */
export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    throw new WrongUsage({
        zh: `${option} 不能是“${value}”，可以是 ${choices.join('、')}`,
        en: `${option} cannot be “${value}”; choose one of ${choices.join(', ')}`,
    });
}
