import type { Source } from '../../language-server/domain/origin.js';
import { Money } from '../../language-server/domain/money.js';
import type { TargetDocument } from '../../language-server/workspace/target-document.js';

/** A document's plans as plain data, every origin as its place in the file. */
export function describePlan(document: TargetDocument): unknown[] {
    return document.blocks.flatMap((block) => block.declarations.map((declaration) => plain(declaration)));
}

function plain(value: unknown): unknown {
    if (value instanceof Money) return value.printExactly();
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('source' in value && 'start' in value && 'end' in value) {
        const { source, start, end } = value as { source: Source; start: number; end: number };
        const [from, to] = [source.positionAt(start), source.positionAt(end)];
        return `${from.line}:${from.character}-${to.line}:${to.character}`;
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
