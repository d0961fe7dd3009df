import { READINGS, SYLLABLES } from '../../generated/vocabulary.js';

interface Table {
    readonly ofCharacter: ReadonlyMap<string, string>;
    /** Words in which a character is read in another way than it mostly is. */
    readonly ofWord: ReadonlyMap<string, readonly string[]>;
    readonly longestWord: number;
}

let table: Table | undefined;

/** Unpacked when first asked for. */
function readings(): Table {
    if (table) return table;
    const ofCharacter = new Map<string, string>();
    for (const [, syllable, characters] of SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g)) {
        for (const character of characters!) ofCharacter.set(character, syllable!);
    }
    const ofWord = new Map(READINGS.map(([word, pinyin]) => [word, pinyin.split(' ')]));
    table = { ofCharacter, ofWord, longestWord: Math.max(...READINGS.map(([word]) => word.length)) };
    return table;
}

/** The syllables of a text, without tones; letters and digits stand for themselves, anything else for nothing. */
export function syllablesOf(text: string): string[] {
    const { ofCharacter, ofWord, longestWord } = readings();
    const syllables: string[] = [];
    for (let at = 0; at < text.length;) {
        const word = wordAt(text, at, ofWord, longestWord);
        if (word) syllables.push(...ofWord.get(word)!);
        else syllables.push(ofCharacter.get(text[at]!) ?? (/[A-Za-z0-9]/.test(text[at]!) ? text[at]!.toLowerCase() : ''));
        at += word?.length ?? 1;
    }
    return syllables;
}

function wordAt(text: string, at: number, words: ReadonlyMap<string, unknown>, longest: number): string | undefined {
    for (let length = Math.min(longest, text.length - at); length > 1; length--) {
        const word = text.slice(at, at + length);
        if (words.has(word)) return word;
    }
    return undefined;
}
