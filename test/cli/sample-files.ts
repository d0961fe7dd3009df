/** A department in which nothing is wrong. */
export const DEPARTMENT = `部门 "甲区教育局" {
    年度 2024
    部门预算支出 {
        基本支出  100.00
        项目支出  10.00
    }
    收入来源 {
        财政拨款  110.00
    }
    总体绩效目标 """
        办好区内学校。
    """
}
`;

/** The same with an error: 10.00 too little income. */
export const UNBALANCED = DEPARTMENT.replace('110.00', '100.00');

/** A project of that department with one warning: it has no satisfaction indicator. */
export const PROJECT = `项目 "教师培训" 属于 "甲区教育局" {
    资金 {
        财政拨款  10.00
    }
    绩效目标 """
        提高教师的教学水平。
    """
    绩效指标 {
        产出指标 {
            数量指标 "培训教师人数"  ≥100人
            质量指标 "培训合格率"  ≥95%
            时效指标 "培训按期完成率"  =100%
            成本指标 "人均培训费用"  ≤1000元
        }
        效益指标 {
            社会效益指标 "参训教师所教学生受益人数"  ≥3000人
        }
    }
}
`;
