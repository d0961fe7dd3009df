import { byWord } from './by-word.js';
import { remembered } from './remembered.js';
import { SCALE_PREFIXES, scaled, type Quantity } from './value.js';

/** What a unit measures: quantities of different dimensions cannot be compared. */
export type Dimension = 'share' | 'time' | 'money' | 'weight' | 'length' | 'area' | 'volume' | 'score' | 'count';

const UNITS: Record<Dimension, readonly string[]> = {
    share: ['%', '‰', '个百分点', '百分点'],
    time: ['年', '个月', '月', '季度', '个季度', '周', '个星期', '天', '日', '个工作日', '工作日', '小时', '个小时', '分钟', '秒', '秒钟', '毫秒', '学年', '学期'],
    money: ['元', '美元', '港元', '元人民币'],
    weight: ['吨', '公斤', '千克', '克', '斤', 'kg', 't'],
    length: ['米', '公里', '千米', '厘米', '毫米', '延米', 'm', 'km'],
    area: ['平方米', '平方公里', '平方千米', '亩', '公顷', '㎡', 'm²', '平米'],
    volume: ['立方米', '升', '毫升', 'm³', '方'],
    score: ['分', '级', '星', '星级'],
    count: [
        '个', '件', '项', '份', '批次', '批', '台', '次', '人次', '人', '名', '位', '家', '户', '户次', '宗', '起', '页', '条', '场', '场次', '期', '篇', '套', '辆', '台套',
        '部', '张', '幅', '块', '处', '座', '栋', '间', '所', '班', '班次', '册', '本', '枚', '只', '头', '株', '棵', '组', '支', '例', '笔', '单', '种', '类', '门', '课时',
        '学时', '站', '点', '点位', '村', '镇', '社区', '床', '床位', '席', '箱', '盒', '瓶', '包', '袋', '桶', '根', '片', '扇', '路', '路段', '节', '集', '版', '字', '线',
        '架', '架次', '艘', '列', '车次', '轮', '轮次', '卷', '盏', '例次', '件次', '家次', '宗次', '人天', '人日', '人月', '台班', '对', '双', '层', '批件', '样', '样品', '款', '样本', '顿', '餐', '餐次', '样次', '趟', '届',
        'TB', 'GB', 'MB', 'G', 'T', 'M', '兆', '度', '千瓦时', '千瓦', 'kW', 'kWh', '吨标准煤', '℃',
    ],
};

export const ALL_UNITS: readonly string[] = Object.values(UNITS).flat();

const DIMENSION = new Map(Object.entries(UNITS).flatMap(([dimension, units]) => units.map((unit) => [unit, dimension as Dimension] as const)));

/** What may stand behind 每 and behind the slash of a unit: 1次/季度, 每半年1次. */
export const PERIODS = ['年度', '半年', '季度', '学期', '年', '季', '月', '周', '天', '日'] as const;

export function dimensionOf(unit: string): Dimension | undefined {
    return DIMENSION.get(unit);
}

/** A unit split into its scale, its own name and what it is counted by: 万页/年. */
export const partsOfUnit = remembered((unit): { readonly scale: string; readonly base: string; readonly per: string } => {
    const [counted = '', per = ''] = unit.split('/', 2);
    if (DIMENSION.has(counted)) return { scale: '', base: counted, per };
    const scale = SCALE_PREFIXES.find((prefix) => counted.startsWith(prefix)) ?? '';
    return { scale, base: counted.slice(scale.length), per };
});

export function isKnownUnit(unit: string): boolean {
    return DIMENSION.has(partsOfUnit(unit).base);
}

/** The dimension of a quantity; undefined where its unit is missing or unknown. */
export function dimensionOfQuantity(quantity: Quantity): Dimension | undefined {
    return dimensionOf(partsOfUnit(quantity.unit).base);
}

/** Measure words that stand for one another in everyday use. */
const ALIKE: readonly (readonly string[])[] = [
    ['个', '项', '件', '份', '宗', '起', '处', '种', '条', '例', '台', '台套', '套', '辆', '部', '篇'], ['次', '批次', '场', '场次', '期', '批', '班次', '轮次', '人次'],
    ['人', '名', '位', '个', '人次'], ['家', '户', '个', '所', '间'], ['天', '日'], ['月', '个月'], ['工作日', '个工作日'], ['小时', '个小时'],
    ['平方米', '㎡', 'm²', '平米'], ['公里', '千米', 'km'], ['公斤', '千克', 'kg'],
];

/** Whether two measure words may count the same thing: 件 and 宗, 名 and 人, but not 批次 and 台. */
export function areAlike(one: string, other: string): boolean {
    return one === other || ALIKE.some((units) => units.includes(one) && units.includes(other));
}

/** Whether the numbers of two quantities can be compared once 万 and 亿 are reckoned in. */
export function areComparable(one: Quantity, other: Quantity): boolean {
    const [first, second] = [partsOfUnit(one.unit), partsOfUnit(other.unit)];
    if (first.base === second.base) return true;
    const [dimension, otherDimension] = [dimensionOf(first.base), dimensionOf(second.base)];
    return dimension !== undefined && dimension === otherDimension && areAlike(first.base, second.base);
}

/** Less than, equal or more: -1, 0, 1; the quantities must be comparable. */
export function compareQuantities(one: Quantity, other: Quantity): number {
    return scaled(one).amount.cmp(scaled(other).amount);
}

/** Characters that are typed for one another: of the same sound, or of the same shape to a scanner. */
const SLIPS: Record<string, string> = byWord({
    种: '钟', 中: '钟', 忠: '钟', 终: '钟', 园: '元', 员: '元', 圆: '元', 原: '元', 曰: '日', 目: '日', 此: '次', 刺: '次', 事: '时', 式: '时', 是: '时', 理: '里', 砘: '吨', 顿: '吨', 盹: '吨',
    向: '项', 相: '项', 见: '件', 建: '件', 健: '件', 佳: '家', 加: '家', 沪: '户', 太: '台', 抬: '台', 厂: '场', 常: '场', 夭: '天', 填: '天', 妙: '秒', 渺: '秒', 洲: '周', 未: '米', 来: '米',
    忆: '亿', 乙: '亿', 胚: '批', 枇: '批', 皮: '批', 们: '门', 母: '亩',
});

/** The known unit that differs from an unknown one by a single slip; undefined where none does. */
export function nearUnit(unit: string): string | undefined {
    if (unit.length < 2 || unit.length > 5) return undefined;
    for (let index = 0; index < unit.length; index++) {
        const meant = SLIPS[unit[index]!];
        const candidate = meant && unit.slice(0, index) + meant + unit.slice(index + 1);
        if (candidate && candidate !== unit && isKnownUnit(candidate)) return candidate;
    }
    return undefined;
}
