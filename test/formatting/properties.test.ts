import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxServices } from '../../language-server/syntax/parse-declaration.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { RUNS } from '../reliability/runs.js';
import { formatted, planWithoutPlaces, leftAlone } from './formatted.js';
import { generatedDocuments } from './generated-documents.js';

function wordsOf(text: string): string[] {
    return new TargetDocument('file:///a.ptarget', text).stretches.flatMap(({ normalized }) => {
        const { tokens, hidden } = syntaxServices().parser.Lexer.tokenize(normalized);
        return [...tokens, ...hidden].sort((one, other) => one.startOffset - other.startOffset).map(({ image }) => image.trimEnd().replace(/^“(.*)”$/, '"$1"'));
    });
}

describe('any valid document', () => {
    it('keeps its words and its plan when some of its lines are laid out', () => {
        fc.assert(fc.property(generatedDocuments(), fc.nat(), fc.nat(20), (text, from, length) => {
            const first = from % text.split('\n').length;
            const result = formatted(text, undefined, { start: { line: first, character: 0 }, end: { line: first + length, character: 0 } });
            expect(wordsOf(result)).toEqual(wordsOf(text));
            expect(planWithoutPlaces(result)).toEqual(planWithoutPlaces(text));
        }), { numRuns: 200 * RUNS });
    }, 120_000 * RUNS);

    it('keeps its words, comments, texts and its plan, and is left alone nowhere', () => {
        fc.assert(fc.property(generatedDocuments(), (text) => {
            const result = formatted(text);
            expect(leftAlone(text)).toEqual([]);
            expect(wordsOf(result)).toEqual(wordsOf(text));
            expect(planWithoutPlaces(result)).toEqual(planWithoutPlaces(text));
        }), { numRuns: 200 * RUNS });
    }, 120_000 * RUNS);

    it('stays the same when it is formatted again', () => {
        fc.assert(fc.property(generatedDocuments(), (text) => {
            const once = formatted(text);
            expect(formatted(once)).toBe(once);
        }), { numRuns: 200 * RUNS });
    }, 120_000 * RUNS);
});

const accident = fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 1, 1, 4, 30), text: fc.constantFrom('', '"', '"""', '“', '”', '{', '}', '｛', '/*', '*/', '//', '\n', ' ', '次', '：', '，', '5', '年度', '项目', '数量指标', '≥', '率 ') });

function damaged(text: string, accidents: readonly { at: number; length: number; text: string }[]): string {
    return accidents.reduce((before, { at, length, text: inserted }) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + inserted + before.slice(start + length);
    }, text);
}

describe('a document with errors', () => {
    // The same accidents on every run; more runs take others.
    const documents = fc.tuple(generatedDocuments(), fc.array(accident, { minLength: 1, maxLength: 3 })).map(([text, accidents]) => damaged(text, accidents));

    it('keeps its words and comments, says the same and has the same wrong with it', () => {
        fc.assert(fc.property(documents, (text) => {
            const result = formatted(text);
            expect(wordsOf(result)).toEqual(wordsOf(text));
            expect(planWithoutPlaces(result)).toEqual(planWithoutPlaces(text));
            expect(leftAlone(text).filter(({ why }) => why.en.includes('please report'))).toEqual([]);
        }), { numRuns: 200 * RUNS, ...(RUNS === 1 ? { seed: 20240 } : {}) });
    }, 120_000 * RUNS);

    it('stays the same when it is formatted again', () => {
        fc.assert(fc.property(documents, (text) => {
            const once = formatted(text);
            expect(formatted(once)).toBe(once);
        }), { numRuns: 200 * RUNS, ...(RUNS === 1 ? { seed: 20240 } : {}) });
    }, 120_000 * RUNS);
});
