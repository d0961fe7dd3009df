import { comparatorOf } from './value.js';
import type { Reading } from './reading-words.js';

/** >90%以上 and 不低于95%以上 say their direction twice, and so does 达≥95%; 达90%以上 and 控制在5%以内 do not. */
export function saysTwoDirections({ directions, reached }: Reading): boolean {
    return directions.length > 1 || (reached && directions.some(({ text }) => comparatorOf(text) !== undefined));
}
