import type { Token } from './brace-slips.js';

/** A word that begins a block, by what stands in such a block and in no other at its place. */
interface Head {
    readonly word: string;
    readonly toldBy: ReadonlySet<string>;
}

const PROJECT: Head = { word: '项目', toldBy: new Set(['资金使用单位', '实施周期', '绩效目标', '绩效指标']) };
const HEADS: Record<string, readonly Head[]> = {
    File: [{ word: '部门', toldBy: new Set(['指标体系', '部门预算支出', '收入来源', '总体绩效目标', '重点任务', '其他任务', '项目']) }, PROJECT],
    Department: [PROJECT, { word: '重点任务', toldBy: new Set(['内容', '目标']) }],
};

/** The word that is lacking before a block without one, given the place it stands in and the tokens from its brace on. */
export function headMeant(place: string, tokens: readonly Token[]): string | undefined {
    const words = wordsIn(tokens);
    const told = HEADS[place]?.find(({ toldBy }) => words.some((word) => toldBy.has(word)));
    if (told) return told.word;
    const holdsBlocks = tokens[2]?.image === '{' || tokens[2]?.image === '不适用';
    return holdsBlocks && (place === 'Department' || place === 'Project') ? '绩效指标' : undefined;
}

/** What stands in the block itself, and not in blocks inside it. */
function wordsIn(tokens: readonly Token[]): string[] {
    const words: string[] = [];
    let depth = 0;
    for (const { image } of tokens) {
        if (image === '{') depth++;
        else if (image === '}' && --depth === 0) break;
        else if (depth === 1) words.push(image);
    }
    return words;
}
