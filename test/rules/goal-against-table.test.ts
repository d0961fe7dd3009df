import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../language-server/domain/origin.js';
import { openAll } from './fixture.js';

const NANSHA = readFileSync(join(import.meta.dirname, '../../examples/nansha-2024.ptarget'), 'utf8');

function contradictions(text: string): string[] {
    const uri = 'file:///nansha.ptarget';
    return openAll([{ uri, text }]).problemsOf(uri)
        .filter(({ rule }) => rule === 'goal-indicator-mismatch')
        .map(({ origin, related }) => `${textOf(origin)} / ${textOf(related![0]!.origin)}`);
}

function changed(from: string, to: string): string {
    expect(NANSHA.split(from).length, `${from} stands once`).toBe(2);
    return NANSHA.replace(from, to);
}

it('finds no contradiction in the published table', () => {
    expect(contradictions(NANSHA)).toEqual([]);
});

describe('a changed figure is found', () => {
    it.each([
        ['食品检验量≥1800批次/年', '食品检验量≥1500批次/年', '≥1500批次/年 / ≥1800批次'],
        ['≥1800批次\n', '≥1500批次\n', '≥1800批次/年 / ≥1500批次'],
        ['采集成功率≥99%', '采集成功率≥90%', '≥90% / ≥99%'],
        ['每万人口发明专利拥有量≥65件', '每万人口发明专利拥有量≥60件', '≥60件 / ≥65件'],
        ['≥65件\n', '≥60件\n', '≥65件 / ≥60件'],
        ['不少于1360台', '不少于1300台', '不少于1300台 / ≥1360台'],
        ['至少举办2次', '至少举办3次', '3次 / ≥2次'],
        ['≥1360台\n', '≥1.3千台\n', undefined],
        ['试点项目行动计划至少1份', '试点项目行动计划至少2份', '至少2份 / ≥1份'],
        ['采纳率达100%', '采纳率达95%', '达95% / 100%'],
        ['监督抽查合格率≥90%', '监督抽查合格率≥98%', '≥98% / ≥90%'],
        ['系统正常运行率≥95%', '系统正常运行率≤95%', '≤95% / ≥95%'],
        ['报告数量≥2份', '报告数量≥3份', '≥3份 / ≥2'],
    ])('%s → %s', (from, to, expected) => {
        expect(contradictions(changed(from, to))).toEqual(expected === undefined ? [] : [expected]);
    });
});

describe('an indicator that is not there lets no other answer for it', () => {
    const lines = NANSHA.split('\n');
    const indicators = lines.flatMap((line, index) => (/^ {12}\S+指标 "/.test(line) ? [index] : []));
    it.each(indicators.map((index) => [lines[index]!.trim(), index] as const))('%s', (_, index) => {
        expect(contradictions(lines.filter((_, other) => other !== index).join('\n'))).toEqual([]);
    });
});

it('agrees once a fix has been applied, whichever side it changes', () => {
    const uri = 'file:///nansha.ptarget';
    const workspace = openAll([{ uri, text: changed('食品检验量≥1800批次/年', '食品检验量≥1500批次/年') }]);
    const [problem] = workspace.problemsOf(uri).filter(({ rule }) => rule === 'goal-indicator-mismatch');
    expect(problem!.fixes!().map(({ title }) => title.zh)).toEqual(['按正文改指标“食品检验量”：1500批次', '按指标改正文：1800批次']);
});
