import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayMean, searchTextOf } from '../../language-server/features/searching/search-text.js';
import { syllablesOf } from '../../language-server/features/searching/pinyin.js';
import { VOCABULARY } from '../../language-server/generated/vocabulary.js';
import { gracefulScore } from './vscode-matching.js';

/** Looked through by eye: the words of each label, and how they are read. */
const REVIEWED = readFileSync(join(import.meta.dirname, 'reviewed-vocabulary.txt'), 'utf8').trim().split('\n');

const finds = (typed: string, label: string) => gracefulScore(typed, searchTextOf(label)) !== undefined;

describe('the official vocabulary', () => {
    it('is cut into words and read as reviewed', () => {
        const generated = VOCABULARY.map(([label, words, pinyin]) => `${label} = ${words} = ${pinyin}`);
        const toDo = 'look at the words and the pinyin (corrections go to scripts/reviewed-words.mjs), then put the lines into test/completion/reviewed-vocabulary.txt';
        expect(generated.filter((line) => !REVIEWED.includes(line)), toDo).toEqual([]);
        expect(REVIEWED.filter((line) => !generated.includes(line)), toDo).toEqual([]);
    });

    it.each(VOCABULARY)('%s is found by each part, by pinyin and by initials', (label, words, pinyin) => {
        const parts = words.split(' ');
        const syllables = pinyin.split('/').map((word) => word.split(' '));
        const typed = new Set<string>([label, parts.join('')]);
        parts.forEach((part, from) => {
            typed.add(part);
            // From the beginning of each word on, as far as anybody types.
            for (let to = from + 1; to <= parts.length; to++) typed.add(parts.slice(from, to).join(''));
            typed.add(syllables[from]!.join(''));
            typed.add(syllables[from]!.map((syllable) => syllable[0]).join(''));
            typed.add(syllables.slice(from).flat().map((syllable) => syllable[0]).join(''));
        });
        typed.add(syllables.flat().join(''));
        typed.add(syllables.flat().map((syllable) => syllable[0]).join(''));
        expect([...typed].filter((word) => !finds(word, label))).toEqual([]);
    });

    it.each([
        ['满意', '服务对象满意度指标'], ['指标', '服务对象满意度指标'], ['myd', '服务对象满意度指标'], ['fwdx', '服务对象满意度指标'], ['manyi', '服务对象满意度指标'],
        ['manyidu', '服务对象满意度指标'], ['fuwu', '服务对象满意度指标'], ['fwdxmyd', '服务对象满意度指标'], ['fwdxmydzb', '服务对象满意度指标'],
        ['效益', '社会效益指标'], ['shxy', '社会效益指标'], ['xyzb', '社会效益指标'], ['shehui', '社会效益指标'], ['xiaoyi', '社会效益指标'],
        ['slzb', '数量指标'], ['shuliang', '数量指标'], ['数量', '数量指标'], ['zlzb', '质量指标'], ['kcx', '可持续影响指标'], ['影响', '可持续影响指标'],
        ['zdrw', '重点任务'], ['zhongdian', '重点任务'], ['czbk', '财政拨款'], ['bokuan', '财政拨款'], ['拨款', '一般公共预算拨款'], ['转移', '拟用于对下转移支付资金'],
        ['nyyxzyzf', '拟用于对下转移支付资金'], ['zyzf', '拟用于对下转移支付资金'], ['本级', '区本级使用资金'], ['zj', '资金使用单位'], ['gl', '财政专户管理资金'],
        ['合格率', '设备验收合格率'], ['hgl', '设备验收合格率'], ['hegelv', '设备验收合格率'], ['canyu', '活动参与人次'], ['参与', '活动参与人次'],
    ])('%s finds %s', (typed, label) => {
        expect(finds(typed, label)).toBe(true);
    });

    it('is not found by what it does not contain', () => {
        expect(finds('质量', '数量指标')).toBe(false);
        expect(finds('xyz', '数量指标')).toBe(false);
        expect(finds('量', '数量指标')).toBe(false);
    });

    it('has search texts that VS Code reads to the end', () => {
        for (const [label] of VOCABULARY) expect(searchTextOf(label).length, label).toBeLessThanOrEqual(128);
    });
});

describe('names that are not in the vocabulary', () => {
    it.each([
        ['银行', 'yin hang'], ['行政', 'xing zheng'], ['执行率', 'zhi xing lv'], ['增长率', 'zeng zhang lv'], ['长度', 'chang du'], ['调查', 'diao cha'], ['调整', 'tiao zheng'],
        ['会计', 'kuai ji'], ['会议', 'hui yi'], ['差旅费', 'chai lv fei'], ['差错', 'cha cuo'], ['重复', 'chong fu'], ['重大', 'zhong da'], ['处理', 'chu li'], ['参与', 'can yu'],
        ['供给', 'gong ji'], ['西藏', 'xi zang'], ['音乐', 'yin yue'], ['率先', 'shuai xian'], ['绿化', 'lv hua'], ['了解', 'liao jie'], ['目的', 'mu di'], ['番禺', 'pan yu'],
        ['还款', 'huan kuan'], ['还有', 'hai you'], ['罚没', 'fa mo'], ['薄弱', 'bo ruo'], ['校准', 'jiao zhun'], ['学校', 'xue xiao'], ['A3纸', 'a 3 zhi'],
    ])('%s is read %s', (word, pinyin) => {
        expect(syllablesOf(word).join(' ')).toBe(pinyin);
    });

    it.each([
        ['广州市南沙区市场监督管理局', ['gzs', 'nsq', '南沙', '市场', '监督', 'scjd', 'guangzhou', 'gznssc']],
        ['与市级学校食堂互联网+“明厨亮灶”平台数据对接率', ['学校', '食堂', '明厨亮灶', '数据', 'ysjxx', 'hlw']],
        ['与平台数据对接率', ['平台', 'pt', 'sjdj', '对接']],
        ['企事业单位知识产权维权成本下降', ['知识', '产权', 'zscq', '维权', '成本', '下降']],
        ['App下载量', ['app', '下载', 'xz']],
    ])('%s is found by its parts', (label, typed) => {
        expect(typed.filter((word) => !finds(word, label))).toEqual([]);
    });

    it('stays within what VS Code reads, whatever the name', () => {
        for (const label of ['提'.repeat(300), '', '“”', 'x'.repeat(200), '😀表情']) expect(searchTextOf(label).length).toBeLessThanOrEqual(128);
    });

    it('takes a half-typed word for what it may mean', () => {
        expect(mayMean('pxcc', '培训场次')).toBe(true);
        expect(mayMean('场次', '培训场次')).toBe(true);
        expect(mayMean('peix', '培训场次')).toBe(true);
        expect(mayMean('', '培训场次')).toBe(true);
        expect(mayMean('会议', '培训场次')).toBe(false);
    });
});
