import type { Token } from './cursor.js';

/** What a line has said of its indicator before the cursor. */
export interface LineOfIndicator {
    readonly category: string;
    readonly name: string;
    /** The tokens of the value of the whole cycle. */
    readonly cycle: readonly Token[];
    /** Whether the cursor is behind 年度. */
    readonly inAnnualValue: boolean;
    /** The comparator or the first number of a range that stands right before the cursor. */
    readonly last: Token | undefined;
}

export function readLine(statement: readonly Token[]): LineOfIndicator {
    const [category, name] = statement;
    const values = statement.slice(2);
    const option = values.findIndex(({ image }) => image === '年度' || image === '权重');
    return {
        category: category?.image ?? '',
        name: name?.tokenType.name === 'STRING' ? name.image.slice(1, -1) : '',
        cycle: option < 0 ? values : values.slice(0, option),
        inAnnualValue: values.findLast(({ image }) => image === '年度' || image === '权重')?.image === '年度',
        last: statement.at(-1),
    };
}
