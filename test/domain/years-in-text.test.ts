import { describe, expect, it } from 'vitest';
import { yearsIn } from '../../language-server/domain/years-in-text.js';

function roles(text: string): string[] {
    return [...yearsIn(text)].map(({ start, end, role }) => `${text.slice(start, end)} ${role}`);
}

describe('years in running text', () => {
    it.each<[string, string[]]>([
        ['3. 2023年全区企事业单位获得奖项数量≥2个', ['2023年 own']],
        ['2023年度南沙区各单位主导的标准数量', ['2023年度 own']],
        ['2022年底前符合条件的农贸市场', ['2022年 limit']],
        ['2023年12月31日前', ['2023年12月31日 limit']],
        ['2022-06-30前', ['2022-06-30 limit']],
        ['较2022年增长10%', ['2022年 reference']],
        ['自2020年起', ['2020年 reference']],
        ['三年行动方案(2021-2023年)', ['2023年 reference']],
        ['2021年至2023年', ['2021年 reference', '2023年 reference']],
        ['穗财商2022年55号', ['2022年 reference']],
        ['2022年已改造30家', ['2022年 reference']],
        ['特种设备运行管理系统2021年建设项目', ['2021年 reference']],
        ['《2022年食品安全行动方案》', []],
        ['(云委办【2019】48号)', []],
        ['第23届中国专利奖，提供365天服务', []],
    ])('%s', (text, expected) => expect(roles(text)).toEqual(expected));
});
