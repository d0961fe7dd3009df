import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { RUNS } from './runs.js';

/** Every regular expression that is written in the sources, but for those in what is generated, with its place. */
function* literalsUnder(folder: string): Generator<{ place: string; source: string; flags: string }> {
    for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) {
            if (name !== 'generated') yield* literalsUnder(path);
        } else if (path.endsWith('.ts')) {
            yield* literalsIn(path);
        }
    }
}

function* literalsIn(path: string): Generator<{ place: string; source: string; flags: string }> {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: ts.RegularExpressionLiteral[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.push(node);
        ts.forEachChild(node, visit);
    };
    visit(file);
    for (const node of found) {
        const end = node.text.lastIndexOf('/');
        yield { place: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
    }
}

const LITERALS = ['language-server', 'cli', 'extension'].flatMap((folder) => [...literalsUnder(folder)]);

/** Only where two parts may both take any number of characters can they take turns. */
const UNBOUNDED = /[^\\](?:[*+]|\{\d+,\})/g;
const SUSPECTS = [...new Map(LITERALS.filter(({ source }) => (source.match(UNBOUNDED)?.length ?? 0) > 1).map((literal) => [`/${literal.source}/${literal.flags}`, literal])).values()];

it('no regular expression can be made to take exponential time', { timeout: 600_000 }, () => {
    expect(SUSPECTS.length).toBeGreaterThan(20);
    const exponential = SUSPECTS.filter(({ source, flags }) => {
        // Within a second, or as long as it takes; names and lines are bounded, so that what grows as a power does no harm.
        const checked = checkSync(source, flags, { timeout: RUNS > 1 ? 20_000 : 1_000 });
        return checked.status === 'vulnerable' && checked.complexity.type === 'exponential';
    });
    expect(exponential.map(({ place }) => place)).toEqual([]);
});
