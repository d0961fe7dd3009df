import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { AstNode } from 'langium';
import { describe, expect, it } from 'vitest';
import type { File } from '../../language-server/generated/ast.js';
import { syntaxServices } from '../../language-server/syntax/parse-declaration.js';
import { placeOf, placeOfKeyword, placeOfProperty } from '../../language-server/syntax/places.js';
import { readWellFormed } from '../../language-server/syntax/read-well-formed.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { generatedDocuments } from '../formatting/generated-documents.js';
import { damagedLines, damagedTexts } from '../reliability/damaged-texts.js';
import { RUNS } from '../reliability/runs.js';

const FIXTURES = 'test/rules/fixtures';
const texts = [
    ...['nansha-2024', 'baiyun-2023'].map((name) => `examples/${name}.ptarget`),
    ...readdirSync('grammar/taxonomies').map((name) => `grammar/taxonomies/${name}`),
    ...readdirSync('grammar/library').map((name) => `grammar/library/${name}`),
    ...readdirSync(FIXTURES).map((name) => `${FIXTURES}/${name}`),
].map((path) => [path, readFileSync(path, 'utf8').replace(/[»«]/g, '')] as const);

/** All that is read of a tree: types, properties and places. */
function described(node: AstNode): unknown {
    const properties = Object.entries(node).filter(([name]) => !name.startsWith('$')).sort();
    return {
        type: node.$type, place: within(placeOf(node)), braces: within(placeOfKeyword(node, '{')),
        container: node.$container?.$type, property: node.$containerProperty, index: node.$containerIndex,
        properties: properties.filter(([, value]) => value !== undefined).map(([name, value]: [string, unknown]) => [
            name, within(placeOfProperty(node, name)),
            Array.isArray(value) ? value.map((one: AstNode) => described(one)) : typeof value === 'object' ? described(value as AstNode) : value,
        ]),
    };
}

function within(place: { offset: number; end: number } | undefined) {
    return place && [place.offset, place.end];
}

/** Reads each declaration of a text both ways, and counts those that only Langium's parser can read. */
function compare(text: string): number {
    const { Lexer, LangiumParser } = syntaxServices().parser;
    let left = 0;
    for (const { normalized } of new TargetDocument('file:///a.ptarget', text).stretches) {
        const quick = readWellFormed(Lexer.tokenize(normalized).tokens);
        const { value, parserErrors } = LangiumParser.parse<File>(normalized);
        if (!quick) left += parserErrors.length === 0 ? 1 : 0;
        else if (parserErrors.length > 0) throw new Error(`Not well-formed: ${normalized}`);
        else expect(quick.declarations.map(described)).toEqual(value.declarations.map(described));
    }
    return left;
}

describe('what is read one token ahead', () => {
    it.each(texts)('is what Langium’s parser reads, and all of it: %s', (_, text) => {
        expect(compare(text)).toBe(0);
    });

    it('is what Langium’s parser reads of any document', () => {
        fc.assert(fc.property(generatedDocuments(), (text) => {
            expect(compare(text)).toBe(0);
        }), { numRuns: 200 * RUNS });
    }, 60_000 * RUNS);

    it.each([['texts', damagedTexts, 500], ['lines', damagedLines, 3_000]] as const)('is what Langium’s parser reads of damaged %s', (_, damaged, runs) => {
        fc.assert(fc.property(damaged, (text) => {
            expect(compare(text)).toBe(0);
        }), { numRuns: runs * RUNS });
    }, 60_000 * RUNS);
});
