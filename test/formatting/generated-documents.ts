import fc from 'fast-check';

/**
 * Valid documents with any white space and comments between any two tokens, some of the signs in full width, and the
 * lines broken wherever tokens meet.
 */
export const generatedDocuments = (): fc.Arbitrary<string> => fc.tuple(fc.array(declaration, { minLength: 1, maxLength: 4 }), fc.infiniteStream(gap), fc.infiniteStream(fc.boolean()), fc.constantFrom('\n', '\r\n'))
    .map(([declarations, gaps, wide, lineBreak]) => {
        const tokens = declarations.flat();
        let text = '';
        tokens.forEach((token, index) => {
            const { value: written } = gaps.next();
            const heads = /^(?:部门|项目|指标体系|指标库)$/.test(token) && /[}]$/.test(tokens[index - 1] ?? '}');
            text += heads ? `${written}\n` : mayTouch(tokens[index - 1] ?? '', token) ? written : written || ' ';
            text += wide.next().value ? fullWidth(token) : token;
        });
        return (text + gaps.next().value).replace(/\n/g, lineBreak);
    });

/** A token that needs no blank before it; a number takes the letters behind it for its unit. */
function mayTouch(before: string, after: string): boolean {
    return /["”{}]$/.test(before) ? !(/"$/.test(before) && /^"/.test(after)) : /^[{}“]/.test(after) || /^[≥≤><~-]$/.test(before) || after === '~';
}

/** Strings and texts stay; a quote in full width would close itself at another place. */
function fullWidth(token: string): string {
    if (/^["“]/.test(token)) return token;
    return token.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

const comment = fc.constantFrom('// 说明\n', '//｛\n', '／／ 全角\n', '/* 一行 */', '/* 两\n   行 */', '// "引号\n', '/*项目 "甲" {*/', '// 末尾空白  \n');
const gap: fc.Arbitrary<string> = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(' ', ' ', '  ', '\t', '\u3000', '') },
    { weight: 4, arbitrary: fc.constantFrom('\n', '\n    ', '\n\n', '\n\n\n\n', '  \n\t') },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(' ', '\n', '\n  '), comment, fc.constantFrom('', ' ', '\n')).map((parts) => parts.join('')) },
);

type Tokens = string[];

function oneOf(...choices: Tokens[]): fc.Arbitrary<Tokens> {
    return fc.constantFrom(...choices);
}

const name = fc.constantFrom('"食品检验量"', '“抽检完成率”', '“区内企业以"白云"品牌次数”', '"与“明厨亮灶”对接率"', '"a // b"', '"｛（２０２４）｝"', '"很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称很长的名称"', '“”', '"x"');
const text = fc.constantFrom('"一句话"', '"""一段话，含"引号"。"""', '"""\n    第一行\n      第二行\n\n   第三行  \n    """', '"""第一行\n第二行"""');
const amount = oneOf(['1.00'], ['9,764.88'], ['-', '5'], ['0.33亿元'], ['32,872,700元']);
const measured = oneOf(['≥', '900次'], ['>=', '95%'], ['80%', '~', '90%'], ['1次/季度'], ['》', '90%'], ['2'], ['11.8元/㎡'], ['<', '3%']);
const value = fc.oneof(measured, oneOf(['"效果明显"'], ['“95%以上”'], ['""']));
const weight = fc.constantFrom('5', '10', '12.5').map((number) => ['权重', number]);
const annual = value.map((tokens) => ['年度', ...tokens]);

function some(tokens: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> {
    return fc.oneof(oneOf([]), tokens);
}

function joined(...parts: fc.Arbitrary<Tokens>[]): fc.Arbitrary<Tokens> {
    return fc.tuple(...parts).map((tokens) => tokens.flat());
}

function word(...words: string[]): fc.Arbitrary<Tokens> {
    return fc.constantFrom(...words).map((chosen) => [chosen]);
}

function block(entries: fc.Arbitrary<Tokens>, maxLength = 4): fc.Arbitrary<Tokens> {
    return fc.array(entries, { maxLength }).map((lines) => ['{', ...lines.flat(), '}']);
}

const named = name.map((token) => [token]);
const lines = block(joined(word('基本支出', '项目支出', '财政拨款', '拟用于对下转移支付资金'), amount));
const options = fc.oneof(some(annual), some(weight), joined(annual, weight), joined(weight, annual));
const details = some(block(joined(word('说明', '依据'), text.map((token) => [token])), 2));
const indicator = joined(word('数量指标', '质量指标', '可持续影响指标', '服务对象满意度指标'), named, value, options, details);
const group = fc.oneof({ weight: 5, arbitrary: joined(word('产出指标', '效益指标'), block(indicator, 5)) }, { weight: 1, arbitrary: joined(word('满意度指标'), word('不适用'), named) });
const indicators = joined(word('绩效指标'), block(group, 3));
const goal = (label: string) => text.map((token) => [label, token]);

const projectEntry = fc.oneof(word('2024', '2024年').map((year) => ['年度', ...year]), oneOf(['金额单位 元']), oneOf(['实施周期', '2023', '~', '2025']), joined(word('资金'), lines), goal('绩效目标'), indicators);
const nestedProject = joined(word('项目'), named, block(projectEntry, 3));
const task = joined(word('重点任务'), named, block(fc.oneof(amount.map((tokens) => ['资金', ...tokens]), goal('内容'), goal('目标')), 3));
const departmentEntry = fc.oneof(oneOf(['年度', '2024']), oneOf(['金额单位　万元']), joined(word('部门预算支出', '收入来源'), lines), goal('总体绩效目标'), goal('其他任务'), task, indicators, nestedProject);
const category = joined(word('数量指标', '质量指标'), some(oneOf(['代码', '11'])), some(named.map((token) => ['简称', ...token])), some(oneOf(['必填'])), some(text.map((token) => [token])));

const declaration: fc.Arbitrary<Tokens> = fc.oneof(
    joined(word('部门'), named, block(departmentEntry, 5)),
    joined(word('项目'), named, some(named.map((tokens) => ['属于', ...tokens])), block(projectEntry)),
    joined(word('指标体系'), named, block(joined(word('产出指标', '效益指标'), some(oneOf(['代码', '1'])), some(block(category, 3))), 3)),
    joined(word('指标库'), named, block(group, 3)),
);
