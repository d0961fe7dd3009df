import { VOCABULARY, WORDS } from '../../generated/vocabulary.js';
import { syllablesOf } from './pinyin.js';
import { wordsIn } from './words.js';

/** VS Code looks no further into the text that it filters by. */
const LONGEST = 128;

/** Names that were asked for are kept, up to this many. */
const MOST_KEPT = 20_000;

const KNOWN_WORDS: ReadonlySet<string> = new Set(WORDS);
const LONGEST_WORD = Math.max(...WORDS.map((word) => word.length));

interface Word {
    readonly text: string;
    readonly syllables: readonly string[];
}

const kept = new Map<string, string>();
let vocabulary: Map<string, readonly Word[]> | undefined;

/**
 * What a label is found by: itself, its words, the initials of its pinyin, those of its words, and the pinyin in full:
 *
 *     服务对象满意度指标 fwdxmydzb 满意度 指标 fwdx myd zb fuwuduixiang manyidu zhibiao
 *
 * Editors match from the beginning of a word; so each part of a label that somebody may type stands at one. The first
 * word is left out, for it is the beginning of the label. They prefer what matches early, whatever lies between; so the
 * initials of a long label stand right behind it, or scattered letters of a short one would win.
 */
export function searchTextOf(label: string): string {
    let text = kept.get(label);
    if (text === undefined) {
        text = compose(label, wordsOf(label));
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(label, text);
    }
    return text;
}

/**
 * Whether a half-typed word may stand for a label: its characters come one after another in the label or in its pinyin.
 * Cheaper than to make the label's search text, for lists too long to be sent.
 */
export function mayMean(typed: string, label: string): boolean {
    const low = typed.toLowerCase();
    return comesInOrder(low, label.toLowerCase()) || (/^[a-z0-9]+$/.test(low) && comesInOrder(low, pinyinOf(label)));
}

const spelt = new Map<string, string>();

function pinyinOf(label: string): string {
    let pinyin = spelt.get(label);
    if (pinyin === undefined) {
        pinyin = syllablesOf(label).join('');
        if (spelt.size >= MOST_KEPT) spelt.clear();
        spelt.set(label, pinyin);
    }
    return pinyin;
}

export function comesInOrder(typed: string, text: string): boolean {
    let at = 0;
    for (const character of typed) {
        at = text.indexOf(character, at) + 1;
        if (at === 0) return false;
    }
    return true;
}

function wordsOf(label: string): readonly Word[] {
    vocabulary ??= new Map(VOCABULARY.map(([known, words, pinyin]) => {
        const syllables = pinyin.split('/').map((word) => word.split(' '));
        return [known, words.split(' ').map((text, index) => ({ text, syllables: syllables[index]! }))];
    }));
    return vocabulary.get(label) ?? readWords(label);
}

function readWords(label: string): Word[] {
    const words = wordsIn(label, KNOWN_WORDS, LONGEST_WORD);
    // Read as a whole, for how a character is read may depend on its neighbour in another word.
    const syllables = syllablesOf(words.join(''));
    let at = 0;
    return words.map((text) => ({ text, syllables: syllables.slice(at, (at += text.length)) }));
}

function compose(label: string, words: readonly Word[]): string {
    const initials = words.map(({ syllables }) => syllables.map((syllable) => syllable.charAt(0)).join(''));
    const parts = [
        label,
        initials.join(''),
        ...words.slice(label.startsWith(words[0]?.text ?? '') ? 1 : 0).map(({ text }) => text),
        ...(words.length > 1 ? initials : []),
        ...words.map(({ syllables }) => syllables.join('')),
    ];
    let text = '';
    for (const part of parts.filter((candidate) => candidate !== '')) {
        if (text.length + part.length + 1 > LONGEST) break;
        text += text === '' ? part : ` ${part}`;
    }
    return text || label.slice(0, LONGEST);
}
