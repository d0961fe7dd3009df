import type { Fix } from '../domain/problem.js';
import { applyTextEdits, placeOf, toTextEdit, type TextEdit } from './edits.js';
import type { Workspace } from './workspace.js';

/** Fixes may uncover one another (a stray blank inside a doubled comparator); more rounds than this would be going in circles. */
const MOST_ROUNDS = 10;

/**
 * The text of a file after all fixes that cannot change what is meant, again and again until there are none left.
 * @returns the one change that leads there; undefined where there is nothing to do
 */
export function fixAll(workspace: Workspace, uri: string): TextEdit | undefined {
    const document = workspace.document(uri);
    if (!document) return undefined;
    const original = document.text;
    const scratch = workspace.withTaxonomiesOnly();
    let text = original;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const copy = scratch.open(uri, text);
        const edits = disjoint(scratch.problemsOf(uri).flatMap((problem) => problem.fixes?.().filter((fix) => fix.safe) ?? []), uri);
        if (edits.length === 0) break;
        text = applyTextEdits(text, edits, (position) => copy.offsetAt(position));
    }
    if (text === original) return undefined;
    return smallestChange(original, text, (offset) => document.positionAt(offset));
}

/** The edits of the fixes that do not touch one another; a fix is taken whole or not at all. */
function disjoint(fixes: readonly Fix[], uri: string): TextEdit[] {
    const taken: { start: number; end: number; source: object }[] = [];
    const edits: TextEdit[] = [];
    for (const fix of fixes) {
        const places = fix.edits.map(placeOf);
        const collides = places.some((place) => place.source.uri !== uri
            || taken.some((other) => other.source === place.source && place.start <= other.end && other.start <= place.end));
        if (collides) continue;
        taken.push(...places);
        edits.push(...fix.edits.map(toTextEdit));
    }
    return edits;
}

function smallestChange(before: string, after: string, positionAt: (offset: number) => TextEdit['range']['start']): TextEdit {
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let same = 0;
    while (same < Math.min(before.length, after.length) - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    return { range: { start: positionAt(start), end: positionAt(before.length - same) }, newText: after.slice(start, after.length - same) };
}
