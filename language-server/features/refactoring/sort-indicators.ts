import { contains } from '../../domain/origin.js';
import { isSorted, officialOrderOfGroups, officialOrderOfIndicators } from '../../domain/official-order.js';
import { indicatorGroupsOf, type Declaration, type IndicatorGroup } from '../../domain/plan.js';
import { replace, type Fix } from '../../domain/problem.js';
import type { Taxonomy } from '../../domain/taxonomy.js';
import type { Block } from '../../workspace/block.js';
import { entriesOf, isInOnePiece, rearranged, type Entry } from './rearranging.js';

/** Puts the indicators of the block at a place, or all of a declaration, into the order of the taxonomy. */
export function sortIndicators(block: Block, declaration: Declaration, offset: number, taxonomy: Taxonomy): Fix[] {
    const groups = indicatorGroupsOf(declaration);
    const place = { source: block, start: offset, end: offset };
    const group = groups.find(({ origin }) => contains(origin, place));
    const around = declaration.kind === 'department' || declaration.kind === 'project' ? declaration.indicators?.origin : declaration.origin;
    if (!around || !contains(around, place)) return [];
    const fixes: Fix[] = [];
    if (group) fixes.push(...sortOne(block, group, taxonomy));
    if (groups.length > 1) fixes.push(...sortAll(block, groups, taxonomy));
    return fixes;
}

function sortOne(block: Block, group: IndicatorGroup, taxonomy: Taxonomy): Fix[] {
    const { start, end } = group.origin;
    const sorted = sortedText(block, { start, end, text: '' }, group, taxonomy);
    if (sorted === undefined || sorted === block.text.slice(start, end)) return [];
    const name = group.category.value;
    return [{ title: { zh: `按官方次序排列“${name}”的各行`, en: `Sort the lines of “${name}” in the official order` }, edits: [replace(group.origin, sorted)] }];
}

function sortAll(block: Block, groups: readonly IndicatorGroup[], taxonomy: Taxonomy): Fix[] {
    const standing = entriesOf(block, groups.map(({ origin }) => origin));
    if (!standing) return [];
    const entries: Entry[] = [];
    for (const [index, entry] of standing.entries()) {
        const text = sortedText(block, entry, groups[index]!, taxonomy);
        if (text === undefined) return [];
        entries.push({ ...entry, text });
    }
    const [start, end] = [standing[0]!.start, standing.at(-1)!.end];
    const sorted = rearranged(block, { start, end }, entries, officialOrderOfGroups(groups, taxonomy));
    if (sorted === block.text.slice(start, end) || !isInOnePiece(block, start, end)) return [];
    return [{
        title: { zh: '按官方次序排列全部指标', en: 'Sort all indicators in the official order' },
        edits: [replace({ source: block, start, end }, sorted)],
    }];
}

/** The text around a group with its indicators sorted; undefined where its lines cannot change places. */
function sortedText(block: Block, around: Entry, group: IndicatorGroup, taxonomy: Taxonomy): string | undefined {
    const order = officialOrderOfIndicators(group, taxonomy);
    if (isSorted(order)) return block.text.slice(around.start, around.end);
    const entries = entriesOf(block, group.indicators.map(({ origin }) => origin));
    return entries && isInOnePiece(block, around.start, around.end) ? rearranged(block, around, entries, order) : undefined;
}
