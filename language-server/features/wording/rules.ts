import type { Rule } from '../../domain/rule.js';
import type { Wording } from '../../domain/wording.js';
import { spoken } from './markdown.js';

/** Why a rule's problem matters and what to do, for hover and for the rule's own page. */
export function explainRule({ name, title, explanation }: Rule, say: (wording: Wording) => string): string {
    return `**${spoken(say(title))}** (${name})\n\n${spoken(say(explanation))}`;
}
