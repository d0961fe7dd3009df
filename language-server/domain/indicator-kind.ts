import { halfWidth } from './half-width.js';
import { remembered } from './remembered.js';
import { isKnownUnit } from './units.js';

/** What the name of an indicator speaks for, whatever category it is filed under. */
export interface NameKind {
    /** 合格率, 比例: a share. */
    readonly rate: boolean;
    /** Judged by those served. */
    readonly satisfaction: boolean;
    /** 及时, 按期, 时限: when or how fast. */
    readonly timeliness: boolean;
    /** 验收, 合格, 达标, 整改: what the output is worth, as a rate. */
    readonly outputQuality: boolean;
    /** 提供…次数, 培训…场次: how much was done, not what came of it. */
    readonly activity: boolean;
}

const SATISFACTION = /满意/;
/** Counting the surveys is not measuring satisfaction. */
const ABOUT_SURVEYS = /满意(?:度|率)?(?:的)?(?:测评|调查|评价|评估|问卷|回访|测量)[^率度]*(?:次数|份数|场次|数量|报告|样本|方案|覆盖率|完成率|回收率|次|份|数)$/;

const RATE = /(?:率|比例|比率|占比|百分比|比重)$/;
/** Words in 率 that are no shares. */
const NO_RATE = /(?:效率|功率|频率|速率|汇率|税率|费率|利率|分辨率|倍率|斜率|心率)$/;

/** Every word below has one of them, and hardly any other name. */
const SIGN_OF_TIME = /[时期]/;
const TIMELINESS = /及时|按时|按期|准时|如期|限时|时限|时效|工期|(?:完成|办结|响应|交付|到货|竣工|完工|启动|处理|反馈)时间$/;

const OUTPUT_QUALITY = /(?:验收|验收通过|验收合格|合格|达标|通过|合规|整改|响应|办结|完成|完工|正常运行)率$/;

const ACTIVITY = /^(?:提供|开展|组织|举办|完成|编制|制定|印发|召开|发放|采购|购置|检查|抽查|抽检|组织开展).*(?:次数|场次|数量|份数|批次|人次|数)$|(?:培训|宣传|宣讲|检查|抽查|抽检|巡查|演练|调研|督导)(?:活动)?(?:次数|场次|期数|人次|批次)(?:为每\S{1,3})?$/;

const BLANKS = /\s+/g;

/** What there is to know about a name; several rules ask about the same one, and many projects share theirs. */
interface KnownName {
    readonly kind: NameKind;
    readonly head: string;
    readonly spelling: string;
    readonly unit: UnitInName | undefined;
}

const read = remembered((name: string): KnownName => {
    const normal = halfWidth(name);
    const brackets = bracketsAtEnd(normal.trim());
    const head = brackets?.before ?? normal.trim();
    const kind = judge(head, brackets ? brackets.before + brackets.inside : head);
    return { kind, head, spelling: normal.replace(BLANKS, ''), unit: findUnit(normal, head, kind) };
});

export function kindOfName(name: string): NameKind {
    return read(name).kind;
}

/** A name without what stands in brackets behind it. */
export function withoutUnit(name: string): string {
    return read(name).head;
}

/** The same for names that differ only in blanks and in the width of their signs. */
export function spellingOf(name: string): string {
    return read(name).spelling;
}

/** The unit that a name itself says: 分析报告数量（份）, 化妆品抽样检验批次, 重大事故次数, 合格率. */
export function unitInName(name: string): UnitInName | undefined {
    return read(name).unit;
}

/** @param whole with a unit in brackets as a word: 提供知识产权公益服务（次数） says as much as 提供知识产权公益服务次数 */
function judge(plain: string, whole: string): NameKind {
    const satisfaction = SATISFACTION.test(plain) && !ABOUT_SURVEYS.test(plain);
    const rate = RATE.test(plain) && !NO_RATE.test(plain);
    return {
        rate,
        satisfaction,
        timeliness: SIGN_OF_TIME.test(plain) && TIMELINESS.test(plain),
        outputQuality: rate && OUTPUT_QUALITY.test(plain),
        activity: ACTIVITY.test(whole),
    };
}

/** A remark in brackets at the end of a name: （份）, (%), （次数）. */
function bracketsAtEnd(plain: string): { before: string; inside: string } | undefined {
    if (!plain.endsWith(')')) return undefined;
    const open = plain.lastIndexOf('(');
    const inside = plain.slice(open + 1, -1);
    return open < 0 || inside.includes(')') ? undefined : { before: plain.slice(0, open).trimEnd(), inside };
}

export interface UnitInName {
    /** As the name has it: 份, 元, %, 次. */
    readonly unit: string;
    /** Whether it stands in brackets; otherwise it is part of a word, such as 次数 or 合格率. */
    readonly inBrackets: boolean;
    /** Where the bracketed unit stands in the name. */
    readonly start: number;
    readonly end: number;
}

const UNIT_IN_WORD = /(批次|场次|人次|户次|次|份|件|个|户|家|宗|起|台|辆|套|项|页|人|名|天|年|月|条|篇|期|批|株|头|间|处|座)数量?$|(批次|场次|人次)$/;

function findUnit(plain: string, head: string, { rate }: NameKind): UnitInName | undefined {
    const brackets = bracketsAtEnd(plain.trimEnd());
    if (brackets) {
        const said = brackets.inside.replace(/^单位[::]/, '').trim();
        const unit = said.length > 1 && said.endsWith('数') ? said.slice(0, -1) : said;
        const start = plain.lastIndexOf(said);
        if (isKnownUnit(unit)) return { unit, inBrackets: true, start, end: start + said.length };
    }
    const word = UNIT_IN_WORD.exec(head);
    if (word) return { unit: (word[1] ?? word[2])!, inBrackets: false, start: 0, end: 0 };
    return rate ? { unit: '%', inBrackets: false, start: 0, end: 0 } : undefined;
}

/** What things are counted by, where the name says the thing and no unit. */
const COUNTED_BY: readonly (readonly [thing: RegExp, units: readonly string[]])[] = [
    [/(?:报告|方案|计划|手册|简报|清单|材料|合同|证书|问卷)(?:数量|数)?$/, ['份']],
    [/(?:企业|公司|机构|单位|学校|商户|门店|市场)(?:数量|数)?$/, ['家', '个']],
    [/(?:园区|基地|平台|工作站|服务站|系统|中心|站点|试点)(?:数量|数)?$/, ['个']],
    [/(?:项目|标准|制度|任务|课题|成果)(?:数量|数)?$/, ['项', '个']],
    [/(?:专利|商标|案件|文件|提案|建议|投诉)(?:数量|数|量)?$/, ['件']],
    [/(?:立案|办案|结案)(?:数量|数|量)?$/, ['宗', '件']],
    [/(?:设备|电梯|车辆|机器|电脑|终端)(?:数量|数)?$/, ['台', '辆']],
    [/(?:培训|演练|讲座|活动|会议|宣传|检查|巡查)(?:数量|数)?$/, ['次', '场']],
    [/(?:事故|事件|故障|违规)(?:数量|数)?$/, ['起', '次']],
    [/(?:人员|学生|学员|雇员|岗位|职工)(?:数量|数)?$/, ['人', '名']],
    [/(?:检验|抽检|抽查|快检)(?:数量|数|量)?$/, ['批次']],
    [/(?:得分|评分|分数)$/, ['分']],
    [/(?:金额|收入|支出|成本|费用|资金|入库|融资额|产值|销售额|税收|罚款|罚没)(?:额|数|总额|总量)?$/, ['元']],
    [/满意度$/, ['%', '分']],
];

/** The units that a value of this name is likely to have, the likeliest first. */
export function likelyUnits(name: string): readonly string[] {
    const said = unitInName(name);
    if (said) return [said.unit];
    const head = withoutUnit(name);
    return COUNTED_BY.find(([thing]) => thing.test(head))?.[1] ?? ['个', '项'];
}
