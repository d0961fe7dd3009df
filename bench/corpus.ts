/** Plans of realistic size and wording, the same for the same numbers: about 1 KB a project, a slip in every tenth. */

const BUREAUS = ['市场监督管理局', '教育局', '水务局', '城市管理和综合执法局', '卫生健康局', '文化广电旅游体育局'];
const SUBJECTS = ['物业管理', '信息化运行维护', '食品抽样检验', '农贸市场升级改造', '特种设备监管', '办公场所维修改造', '执法办案', '标准化战略资助', '知识产权保护', '河道保洁'];

export function departmentName(index: number): string {
    return `广州市第${index + 1}区${BUREAUS[index % BUREAUS.length]}`;
}

/** A file of one department and its projects, the department at the head. */
export function planText(projects: number, departmentIndex = 0): string {
    const department = departmentName(departmentIndex);
    const amounts = Array.from({ length: projects }, (_, index) => 10 + ((index * 37) % 400));
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return [departmentText(department, total), ...amounts.map((amount, index) => projectText(department, index, amount))].join('\n');
}

function departmentText(name: string, projectSum: number): string {
    return `部门 "${name}" {
    年度 2024
    部门预算支出 {
        基本支出  3,000.00
        项目支出  ${projectSum}.00
    }
    收入来源 {
        财政拨款  ${projectSum + 3000}.00
        其他资金  0.00
    }
    总体绩效目标 """
        以高质量发展为牵引，找准履职的切入点、结合点、着力点，全面提升现代化治理水平。
    """
    绩效指标 {
        产出指标 {
            数量指标 "监督抽查批次"  ≥1800批次
        }
        效益指标 {
            社会效益指标 "群众知晓率"  ≥95%
        }
        满意度指标 {
            服务对象满意度指标 "群众满意度"  ≥90%
        }
    }
}
`;
}

function projectText(department: string, index: number, amount: number): string {
    const subject = `${SUBJECTS[index % SUBJECTS.length]}第${index + 1}期`;
    return `项目 "${subject}经费" 属于 "${department}" {
    资金 {
        财政拨款 ${amount}.00
        总计     ${amount}.00
    }
    绩效目标 """为保障辖区${subject}工作顺利开展，按照年度工作计划完成${subject}任务，及时发现和处置问题，提升公共服务水平。"""
    绩效指标 {
        产出指标 {
            数量指标 "${subject}完成数量"          ≥${100 + index}次
            数量指标 "${subject}检查点位数"        ≥${20 + (index % 30)}个
            质量指标 "${subject}验收合格率"        ${index % 10 === 0 ? '》' : '≥'}95%
            时效指标 "${subject}按期完成率"        ≥98%
            成本指标 "${subject}总成本"            ≤${amount}万元
        }
        效益指标 {
            社会效益指标 "${subject}群众知晓率"    ≥95%
            可持续影响指标 "${subject}设施完好率"  ≥90%
        }
        满意度指标 {
            服务对象满意度指标 "${subject}服务对象满意度"  ≥90%
        }
    }
}
`;
}
