import { describe, expect, it } from 'vitest';
import { doubledWordsIn } from '../../language-server/domain/doubled-words.js';

function doubled(text: string, known = text): string[] {
    return doubledWordsIn(text, (words) => known.includes(words)).map(({ start, end }) => text.slice(start, end));
}

describe('words typed twice', () => {
    it.each([
        ['通过对我局局罚没物品进行无害化处理,确保我局罚没物品得到顺利处置。', '局局'], ['保障区内防疫工作高效效效', '效效效'], ['运转更加高效效。', '效效'], ['有序开展工作工作。', '工作工作'],
        ['加强管理管理管理水平', '管理管理管理'],
    ])('%s', (text, expected) => expect(doubled(text)).toEqual([expected]));

    it.each([
        '解决办公楼楼层老化', '人人参与、个个知晓、天天巡查', '家家户户受益', '一一落实', '食品品种抽检覆盖率', '项目目标', '广州市市场监督管理局，广州市场', '方方面面', '踏踏实实', '等等。', '资金金额',
        '二〇二二年', '一项一项地办', '政务服务服务对象满意', '保护知识产权的目的的实现',
    ])('%s is as it should be', (text) => expect(doubled(text)).toEqual([]));
});
