import { withoutUnit } from './indicator-kind.js';

/** Whether more of a thing is better or worse. */
export type Polarity = 'positive' | 'negative';

/** What nobody wants more of, right before the word for how much: 投诉率, 出错次数, 环境污染天数. */
const UNWANTED = '投诉|有责投诉|差错|出错|错误|失误|错漏|故障|事故|缺陷|退件|退货|退单|流失|死亡|犯罪|发案|违规|违法|违纪|超时|逾期|延误|拖延|损坏|破损|闲置|空置|浪费|'
    + '污染|失败|误差|漏报|漏检|误报|差评|返工|返修|失业|辍学|复发|感染|发病|患病|亏损|损耗|耗损|能耗|盘亏|不良反应|安全事件|舆情|拥堵|积压|报废|流标|废标';
const DONE = '合格|达标|通过|完成|满意|及时|按时|按期|准确|整改|办结|到位|知晓|覆盖|正常';
const HOW_MUCH = '发生率|发生次数|发生数|发生量|发生起数|率|比例|比率|占比|次数|起数|件数|宗数|天数|人数|数量|数|量';

const NEGATIVE = new RegExp(`(?:(?:${UNWANTED})|(?:不|未)(?:${DONE}))(?:${HOW_MUCH})$`);
/** What names end in that say a direction. */
const SAYS_HOW_MUCH = /[率例比度数量]$/;

/** 减少电梯维修率, 无故障率, 零投诉率, 事故下降数: the direction is in another word. */
const TURNED = /减少|降低|下降|压降|缩减|压减|消除|避免|杜绝|预防|防范|防止|化解|压缩|遏制|无|零|免|提高|提升/;

const WANTED = '合格|达标|通过|完成|完工|竣工|满意|知晓|准确|正确|及时|按时|按期|准时|覆盖|完好|普及|参与|办结|结案|整改|发放|到位|受理|响应|解决|采纳|正常运行|正常使用|在线|一致|合规|公开|'
    + '送达|就业|入学|巩固|达成|建成|回复|兑现|落实';
const POSITIVE = new RegExp(`(?<!不|未|非|无|零|难)(?:${WANTED})(?:率|度|比例|比率)$`);

/** @returns undefined where a name does not say which direction is good */
export function polarityOf(name: string): Polarity | undefined {
    const head = withoutUnit(name);
    if (!SAYS_HOW_MUCH.test(head)) return undefined;
    if (TURNED.test(head)) return undefined;
    if (NEGATIVE.test(head)) return 'negative';
    return POSITIVE.test(head) ? 'positive' : undefined;
}
