import { syntaxServices } from '../syntax/parse-declaration.js';
import type { Stretch } from './declaration-text.js';
import { meaningOf, withoutTrailingSpace } from './written.js';

/**
 * Compares two texts by their tokens and comments, however these are written and whatever lies between them.
 * @returns the first stretch that has others than the second text, or where only that text has more, the last stretch
 */
export function pieceWithOtherWords<S extends Stretch>(before: readonly S[], after: readonly Stretch[]): S | undefined {
    const others = wordsOf(after);
    for (const { word, stretch } of wordsOf(before)) {
        if (others.next().value?.word !== word) return stretch;
    }
    return others.next().done ? undefined : before.at(-1);
}

function* wordsOf<S extends Stretch>(stretches: readonly S[]): Generator<{ word: string; stretch: S }, undefined> {
    for (const stretch of stretches) {
        const { tokens, hidden } = syntaxServices().parser.Lexer.tokenize(stretch.normalized);
        const inOrder = [...tokens, ...hidden].sort((one, other) => one.startOffset - other.startOffset);
        for (const { tokenType: { name }, image } of inOrder) yield { word: `${name} ${wordOf(name, image)}`, stretch };
    }
}

function wordOf(type: string, image: string): string {
    return type === 'STRING' ? meaningOf(image) : withoutTrailingSpace(type, image);
}
