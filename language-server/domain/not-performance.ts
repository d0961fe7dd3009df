import { withoutUnit } from './indicator-kind.js';

/** What is measured although it is no performance. */
export type NoPerformance = 'execution' | 'fines';

/** 罚没物品 are goods that are stored and disposed of; 罚没入库数 is money that a bureau must not be urged to collect. */
const FINES = /(?:罚没|罚款)(?:所得)?(?:收入|款项|款|资金|金额|入库|任务|指标|总额|数额|额|数)(?!物)/;
const EXECUTION = /支出进度$|支出率$|(?:预算|资金|经费|支出)[^率]{0,4}执行(?:率|进度)$/;

export function notPerformanceOf(name: string): NoPerformance | undefined {
    const head = withoutUnit(name);
    if (EXECUTION.test(head)) return 'execution';
    return FINES.test(head) ? 'fines' : undefined;
}
