import { describe, expect, it } from 'vitest';
import { polarityOf } from '../../language-server/domain/polarity.js';

describe('polarity of a measure', () => {
    it.each(['服务质量书面投诉率', '工作任务出错率', '重大食品安全事故次数', '重大事故发生次数(次)', '完成工作任务造成环境污染天数', '业务退件率', '产品不合格率', '任务未完成率', '设备故障率'])(
        '%s is better the lower', (name) => expect(polarityOf(name)).toBe('negative'));
    it.each([
        '食品监督抽检合格率', '设备故障响应率', '设备故障处理合格率', '用户故障解决率', '用户故障请求受理率', '网上举报投诉完成率', '不合格产品整改率（%）', '窗口评价满意率', '按期完工率',
    ])('%s is better the higher', (name) => expect(polarityOf(name)).toBe('positive'));
    it.each(['减少电梯维修率', '业务流程超时预警率', '设备无故障率', '投诉率下降幅度', '违规事件识别数', '大型特种设备事故应急演练次数', '全年立案数', '办理时限压缩率', '专利案件增长率'])(
        '%s does not say', (name) => expect(polarityOf(name)).toBeUndefined());
});
