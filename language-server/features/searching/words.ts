const HAN_RUN = /[\u3007\u3400-\u4DBF\u4E00-\u9FFF]+|[A-Za-z]+|[0-9]+/g;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a Chinese label, in order. Words that are known stay in one piece; between them the platform's own
 * segmenter decides, where there is one. Punctuation is left out.
 */
export function wordsIn(text: string, known: ReadonlySet<string>, longest: number): string[] {
    return (text.match(HAN_RUN) ?? []).flatMap((run) => cutAtKnownWords(run, known, longest));
}

function cutAtKnownWords(run: string, known: ReadonlySet<string>, longest: number): string[] {
    const words: string[] = [];
    let unknown = '';
    const flush = () => {
        if (unknown) words.push(...segment(unknown));
        unknown = '';
    };
    for (let at = 0; at < run.length;) {
        const word = knownWordAt(run, at, known, longest);
        if (word) {
            flush();
            words.push(word);
        } else {
            unknown += run[at];
        }
        at += word?.length ?? 1;
    }
    flush();
    return words;
}

function knownWordAt(run: string, at: number, known: ReadonlySet<string>, longest: number): string | undefined {
    for (let length = Math.min(longest, run.length - at); length > 1; length--) {
        const word = run.slice(at, at + length);
        if (known.has(word)) return word;
    }
    return undefined;
}

/**
 * The segmenter leaves single characters over where it does not know a word (养 护, 完成 率): several in a row are taken
 * for a word, and one alone, which nobody looks for by itself, joins a short word before it.
 */
function segment(run: string): string[] {
    if (typeof Intl.Segmenter !== 'function') return [run];
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const words: string[] = [];
    let singles = '';
    const flush = () => {
        const last = words.at(-1);
        if (singles.length === 1 && last !== undefined && last.length <= 2) words[words.length - 1] = last + singles;
        else if (singles) words.push(singles);
        singles = '';
    };
    for (const { segment: word } of segmenter.segment(run)) {
        if (word.length === 1) {
            singles += word;
        } else {
            flush();
            words.push(word);
        }
    }
    flush();
    return words;
}
