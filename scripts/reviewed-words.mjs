/**
 * What was decided by eye about Chinese words, for finding labels by their parts and by pinyin.
 *
 * WORDS are kept in one piece where a segmenter would cut them finer or elsewhere. READINGS are words with a character
 * that is read in another way than it mostly is, written without tones and with v for ü, as an input method takes them.
 */
export const WORDS = `
    服务对象 满意度 可持续 生态环境 指标库 权重 不适用 必填 年度
    发展性 使用 专项 专户 本级 中央 拟用于 对下 转移 支付 政府性 国有 资本 事业单位 附属 上年 下年 结转 结余 上缴 上级
    完成率 合格率 达标率 通过率 准确率 及时率 覆盖率 整改率 知晓率 到位率 完好率 利用率 使用率 故障率 出勤率 增长率 下降率 办结率 提升率 缩短率
    信息系统 第三方 抽检 人均 户均 年限 时限 人次 场次 批次 次数 天数 面积 里程 金额 数量
    用车 用房 点位 管护 培训班 总成本 应补尽补 到岗率 参保率 上岗率 老旧 小区 隐患 故障 响应 运维 验收 修复率 投诉率
`.trim().split(/\s+/);

export const READINGS = `
    调查 diao cha, 调研 diao yan, 调度 diao du, 调动 diao dong, 调配 diao pei, 调用 diao yong, 调阅 diao yue, 调取 diao qu, 调拨 diao bo, 调入 diao ru,
    调出 diao chu, 调任 diao ren, 调运 diao yun, 调换 diao huan, 抽调 chou diao, 借调 jie diao, 选调 xuan diao, 征调 zheng diao, 强调 qiang diao, 外调 wai diao,
    会计 kuai ji, 财会 cai kuai, 校准 jiao zhun, 校验 jiao yan, 校对 jiao dui, 校正 jiao zheng, 校核 jiao he,
    归还 gui huan, 偿还 chang huan, 还款 huan kuan, 还贷 huan dai, 还本 huan ben, 退还 tui huan, 返还 fan huan, 还原 huan yuan, 还建 huan jian, 还田 huan tian,
    传记 zhuan ji, 供给 gong ji, 给付 ji fu, 补给 bu ji, 自给 zi ji, 配给 pei ji, 给予 ji yu, 给水 ji shui, 给排水 ji pai shui, 便宜 pian yi,
    首都 shou du, 都市 du shi, 成都 cheng du, 花都 hua du, 音乐 yin yue, 乐器 yue qi, 乐团 yue tuan, 声乐 sheng yue,
    差旅 chai lv, 出差 chu chai, 厦门 xia men, 西藏 xi zang, 藏族 zang zu, 援藏 yuan zang, 宝藏 bao zang, 关卡 guan qia, 角色 jue se,
    率先 shuai xian, 率领 shuai ling, 表率 biao shuai, 番禺 pan yu, 薄弱 bo ruo, 薄膜 bo mo, 弹药 dan yao, 炸弹 zha dan, 对称 dui chen, 称职 chen zhi,
    没收 mo shou, 罚没 fa mo, 淹没 yan mo, 削减 xue jian, 削弱 xue ruo, 剥削 bo xue,
    着力 zhuo li, 着手 zhuo shou, 着重 zhuo zhong, 着眼 zhuo yan, 着装 zhuo zhuang, 着陆 zhuo lu, 衣着 yi zhuo, 畜牧 xu mu,
    银行 yin hang, 行业 hang ye, 行情 hang qing, 行列 hang lie, 央行 yang hang, 分行 fen hang, 支行 zhi hang, 同行 tong hang, 商行 shang hang, 农行 nong hang,
    排行 pai hang, 行规 hang gui, 行长 hang zhang,
    增长 zeng zhang, 成长 cheng zhang, 生长 sheng zhang, 助长 zhu zhang, 局长 ju zhang, 处长 chu zhang, 科长 ke zhang, 校长 xiao zhang, 市长 shi zhang, 区长 qu zhang,
    县长 xian zhang, 镇长 zhen zhang, 乡长 xiang zhang, 村长 cun zhang, 院长 yuan zhang, 所长 suo zhang, 队长 dui zhang, 班长 ban zhang, 家长 jia zhang, 首长 shou zhang,
    部长 bu zhang, 厅长 ting zhang, 省长 sheng zhang, 组长 zu zhang, 会长 hui zhang, 站长 zhan zhang, 馆长 guan zhang, 园长 yuan zhang, 河长 he zhang, 林长 lin zhang,
    田长 tian zhang, 湖长 hu zhang, 路长 lu zhang, 董事长 dong shi zhang, 秘书长 mi shu zhang, 长者 zhang zhe, 长辈 zhang bei,
    重复 chong fu, 重建 chong jian, 重新 chong xin, 重组 chong zu, 重启 chong qi, 重构 chong gou, 重置 chong zhi, 重叠 chong die, 重庆 chong qing, 重申 chong shen,
    重修 chong xiu, 重铺 chong pu, 重装 chong zhuang, 多重 duo chong, 双重 shuang chong, 重阳 chong yang,
    目的 mu di, 标的 biao di, 了解 liao jie, 了结 liao jie, 河涌 he chong, 湖泊 hu po, 大厦 da sha, 重点 zhong dian, 参与 can yu, 行政 xing zheng
`.trim().split(/,\s*/).map((line) => {
    const [word, ...syllables] = line.trim().split(/\s+/);
    return [word, syllables.join(' ')];
});
