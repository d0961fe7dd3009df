import { readFileSync } from 'node:fs';
import { planOfFile } from '../../language-server/workspace/plan-of-file.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import type { PlanToPrint } from '../../language-server/domain/plan-to-print.js';
import type { Table } from '../../language-server/domain/table.js';

const ROOT = new URL('../../', import.meta.url);

/** The plan of a text, alone in its workspace. */
export function planOf(text: string): PlanToPrint {
    const workspace = new Workspace();
    const uri = 'file:///plan.ptarget';
    workspace.open(uri, text);
    return planOfFile(workspace, uri)!;
}

export function examplePlan(name: 'nansha-2024' | 'baiyun-2023'): PlanToPrint {
    return planOf(readFileSync(new URL(`examples/${name}.ptarget`, ROOT), 'utf8'));
}

export function expectedCells<T>(name: 'nansha' | 'baiyun'): T {
    return JSON.parse(readFileSync(new URL(`test/fixtures/seeds/expected-${name}.json`, ROOT), 'utf8')) as T;
}

export function textsOf(table: Table): string[][] {
    return table.rows.map((row) => row.map(({ text }) => text));
}

/** A department of the 2021 taxonomy with a project of several fund sources, printed in yuan. */
export const CITY = `部门 "某市生态环境局" {
    年度 2025
    指标体系 "财预〔2021〕101号"
    金额单位 元
    部门预算支出 {
        基本支出 32,872,700.00
        项目支出 164,776,100.55
        事业单位经营支出 100,000.00
    }
    按预算级次划分 {
        市本级使用资金 197,748,800.55
    }
    绩效指标 {
        产出指标 {
            数量指标 "监测断面数" ≥120个 年度 ≥40个 权重 10 { 说明 "纳入监测网络的断面" 依据 "监测方案" }
            数量指标 "报告" "编制完成"
        }
        成本指标 {
            经济成本指标 "监测成本" ≤800万元 权重 20
        }
        效益指标 {
            生态效益指标 "达标率" 80%~90%
        }
        满意度指标 不适用 "本年度无服务对象"
    }
    项目 "监测网络运行维护" {
        资金使用单位 "市监测站"
        实施周期 2023~2025
        年度 2025
        资金 {
            一般公共预算拨款 1,000,000.00
            政府性基金预算拨款 50.50
            财政专户管理资金 7.00
            单位资金 12.00
        }
        绩效目标 "保障监测网络稳定运行。"
        绩效指标 {
            满意度指标 {
                服务对象满意度指标 "公众满意度" ≥90%
            }
            产出指标 {
                时效指标 "故障修复时间" ≤24小时
                数量指标 "站点" 30~35个
            }
            效益指标 {
                公众满意 "不在体系中的类别" "较高"
            }
        }
    }
}
`;
