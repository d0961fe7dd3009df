import type { CompletionItem } from 'vscode-languageserver';

/**
 * How VS Code decides which completions to show and in which order, with its default settings: a copy of the semantics
 * of `fuzzyScore` and `fuzzyScoreGracefulAggressive` (src/vs/base/common/filters.ts, MIT) and of its completion model.
 * `editor.suggest.matchOnWordStartOnly` is on by default: the first typed character must stand at the beginning of a word.
 */

const LONGEST = 128;
const IMPOSSIBLE = Number.MIN_SAFE_INTEGER;
const SEPARATORS = new Set([..."_-. /\\'\":$<>()[]{}"]);

enum Arrow { Diagonal = 1, Left, LeftLeft }

export interface Options {
    /** The opposite of `editor.suggest.matchOnWordStartOnly`. */
    readonly firstMatchCanBeWeak: boolean;
}

export const DEFAULTS: Options = { firstMatchCanBeWeak: false };

/** @returns the score of a typed word in a text, the higher the better; undefined where it does not match */
export function fuzzyScore(typed: string, text: string, options: Options = DEFAULTS): number | undefined {
    const pattern = typed.slice(0, LONGEST);
    const word = text.slice(0, LONGEST);
    const [patternLow, wordLow] = [typed.toLowerCase().slice(0, LONGEST), text.toLowerCase().slice(0, LONGEST)];
    if (pattern.length === 0 || word.length === 0 || pattern.length > word.length) return undefined;
    const first = firstPlaces(patternLow, wordLow);
    if (!first) return undefined;
    const last = lastPlaces(patternLow, wordLow);

    const grid = () => Array.from({ length: pattern.length + 1 }, () => new Array<number>(word.length + 1).fill(0));
    const [table, arrows, runs] = [grid(), grid(), grid()];
    let strongStart = false;
    let column = 1;
    for (let row = 1; row <= pattern.length; row++) {
        const at = row - 1;
        const end = row < pattern.length ? last[row]! : word.length;
        column = first[at]! + 1;
        for (let place = first[at]!; place < end; place++, column++) {
            let diagonal = IMPOSSIBLE;
            if (place <= last[at]!) {
                const { score, strong } = scoreOf(pattern, patternLow, at, word, wordLow, place, runs[row - 1]![column - 1] === 0);
                strongStart ||= strong;
                diagonal = score;
            }
            const canComeDiagonal = true;
            const diagonalScore = diagonal + table[row - 1]![column - 1]!;
            const gap = (run: number) => (run > 0 ? -5 : 0);
            const canComeLeft = place > first[at]!;
            const leftScore = canComeLeft ? table[row]![column - 1]! + gap(runs[row]![column - 1]!) : 0;
            const canComeLeftLeft = place > first[at]! + 1 && runs[row]![column - 1]! > 0;
            const leftLeftScore = canComeLeftLeft ? table[row]![column - 2]! + gap(runs[row]![column - 2]!) : 0;
            if (canComeLeftLeft && (!canComeLeft || leftLeftScore >= leftScore) && (!canComeDiagonal || leftLeftScore >= diagonalScore)) {
                table[row]![column] = leftLeftScore;
                arrows[row]![column] = Arrow.LeftLeft;
                runs[row]![column] = 0;
            } else if (canComeLeft && (!canComeDiagonal || leftScore >= diagonalScore)) {
                table[row]![column] = leftScore;
                arrows[row]![column] = Arrow.Left;
                runs[row]![column] = 0;
            } else {
                table[row]![column] = diagonalScore;
                arrows[row]![column] = Arrow.Diagonal;
                runs[row]![column] = runs[row - 1]![column - 1]! + 1;
            }
        }
    }
    if (!strongStart && !options.firstMatchCanBeWeak) return undefined;

    column--;
    let score = table[pattern.length]![column]!;
    let lastMatched = 0;
    let backwardRun = 0;
    for (let row = pattern.length; row >= 1; row--) {
        let matched = column;
        while (matched >= 1 && arrows[row]![matched] !== Arrow.Diagonal) matched -= arrows[row]![matched] === Arrow.LeftLeft ? 2 : 1;
        // A longer run towards the end is taken instead of the match found forwards.
        if (backwardRun > 1 && patternLow[row - 1] === wordLow[column - 1] && !isUpperCase(matched - 1, word, wordLow) && backwardRun + 1 > runs[row]![matched]!) matched = column;
        backwardRun = matched === column ? backwardRun + 1 : 1;
        lastMatched ||= matched;
        column = matched - 1;
    }
    if (word.length === pattern.length) score += 2;
    return score - (lastMatched - pattern.length);
}

function firstPlaces(pattern: string, word: string): number[] | undefined {
    const places: number[] = [];
    for (let place = 0; places.length < pattern.length && place < word.length; place++) {
        if (pattern[places.length] === word[place]) places.push(place);
    }
    return places.length === pattern.length ? places : undefined;
}

function lastPlaces(pattern: string, word: string): number[] {
    const places: number[] = [];
    for (let at = pattern.length - 1, place = word.length - 1; at >= 0 && place >= 0; place--) {
        if (pattern[at] === word[place]) places[at--] = place;
    }
    return places;
}

function scoreOf(pattern: string, patternLow: string, at: number, word: string, wordLow: string, place: number, newRun: boolean): { score: number; strong: boolean } {
    if (patternLow[at] !== wordLow[place]) return { score: IMPOSSIBLE, strong: false };
    let score = 1;
    let isGap = false;
    if (place === at) {
        score = pattern[at] === word[place] ? 7 : 5;
    } else if (isUpperCase(place, word, wordLow) && (place === 0 || !isUpperCase(place - 1, word, wordLow))) {
        score = pattern[at] === word[place] ? 7 : 5;
        isGap = true;
    } else if (isSeparator(wordLow, place) && (place === 0 || !isSeparator(wordLow, place - 1))) {
        score = 5;
    } else if (isSeparator(wordLow, place - 1) || isBlank(wordLow, place - 1)) {
        score = 5;
        isGap = true;
    }
    const strong = score > 1 && at === 0;
    isGap ||= isUpperCase(place, word, wordLow) || isSeparator(wordLow, place - 1) || isBlank(wordLow, place - 1);
    if (at === 0) {
        if (place > 0) score -= isGap ? 3 : 5;
    } else if (newRun) {
        score += isGap ? 2 : 0;
    } else {
        score += isGap ? 0 : 1;
    }
    if (place + 1 === word.length) score -= isGap ? 3 : 5;
    return { score, strong };
}

function isUpperCase(place: number, word: string, wordLow: string): boolean {
    return word[place] !== wordLow[place];
}

function isSeparator(text: string, place: number): boolean {
    return place >= 0 && place < text.length && SEPARATORS.has(text[place]!);
}

function isBlank(text: string, place: number): boolean {
    return text[place] === ' ' || text[place] === '\t';
}

/** The best score of the typed word and of those in which two neighbours were exchanged by mistake. */
export function gracefulScore(typed: string, text: string, options: Options = DEFAULTS): number | undefined {
    let best = fuzzyScore(typed, text, options);
    if (typed.length < 3) return best;
    for (let moving = 1; moving < Math.min(7, typed.length - 1); moving++) {
        if (typed[moving] === typed[moving + 1]) continue;
        const swapped = typed.slice(0, moving) + typed[moving + 1]! + typed[moving]! + typed.slice(moving + 2);
        const score = fuzzyScore(swapped, text, options);
        if (score !== undefined && (best === undefined || score - 3 > best)) best = score - 3;
    }
    return best;
}

/** The items that VS Code shows for what stands between the beginning of their edit and the cursor, in its order. */
export function filtered(items: readonly CompletionItem[], text: string, cursor: number, offsetAt: (position: { line: number; character: number }) => number): CompletionItem[] {
    const scored: { item: CompletionItem; score: number; order: number }[] = [];
    items.forEach((item, order) => {
        const { range } = item.textEdit as { range: { start: { line: number; character: number } } };
        const typed = text.slice(offsetAt(range.start), cursor).trimStart();
        const score = typed === '' ? -100 : gracefulScore(typed, item.filterText ?? item.label);
        if (score !== undefined) scored.push({ item, score, order });
    });
    return scored.sort((one, other) => other.score - one.score || one.order - other.order).map(({ item }) => item);
}
