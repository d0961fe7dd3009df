import type { Range } from '../../language-server/domain/origin.js';
import { applyTextEdits } from '../../language-server/workspace/edits.js';
import { formatDocument, type FormatOptions, type LeftAlone } from '../../language-server/workspace/format-document.js';
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

/** What a text says, wherever it says it. */
export function planWithoutPlaces(text: string): unknown {
    return JSON.parse(JSON.stringify(describePlan(read(text)), (_, value) => (typeof value === 'string' && /^\d+:\d+-\d+:\d+$/.test(value) ? 'somewhere' : value)));
}
