import type { Range } from '../../language-server/domain/origin.js';
import { applyTextEdits } from '../../language-server/workspace/edits.js';
import { formatDocument, type FormatOptions } from '../../language-server/workspace/format-document.js';
import type { LeftAlone } from '../../language-server/workspace/formatting-attempt.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { describePlan } from '../workspace/describe-plan.js';

function read(text: string): TargetDocument {
    return new TargetDocument('file:///a.ptarget', text);
}

export function formatted(text: string, options?: FormatOptions, range?: Range): string {
    const document = read(text);
    return applyTextEdits(text, formatDocument(document, options, range).edits, (position) => document.offsetAt(position));
}

export function leftAlone(text: string): readonly LeftAlone[] {
    return formatDocument(read(text)).leftAlone;
}

/** What a text says, wherever it says it; what is wrong is noted with the block, and one that gets lines of its own is a block. */
export function planWithoutPlaces(text: string): unknown {
    const plan = describePlan(read(text)) as { origin: string; issues: unknown[]; repetitions: unknown[] }[];
    const inOrder = [...plan].sort((one, other) => startOf(one) - startOf(other));
    const mistakes = plan.flatMap(({ issues, repetitions }) => [...issues, ...repetitions]).map((mistake) => withoutPlaces(mistake)).sort();
    return [...inOrder.map((declaration) => withoutPlaces({ ...declaration, issues: [], repetitions: [] })), ...mistakes];
}

function withoutPlaces(value: unknown): string {
    return JSON.stringify(value).replace(/"\d+:\d+-\d+:\d+"/g, '"somewhere"');
}

function startOf({ origin }: { origin: string }): number {
    const [line, character] = origin.split(/[:-]/).map(Number);
    return line! * 10_000 + character!;
}
