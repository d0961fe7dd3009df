import type { Money, MoneyUnit } from '../../domain/money.js';
import type { Origin } from '../../domain/origin.js';
import { partsAround, type Part } from '../../domain/parts.js';
import type { BudgetSection, Declaration, Indicator } from '../../domain/plan.js';
import { measureOf } from '../../domain/reading-words.js';
import { printQuantity, printValue, type IndicatorValue } from '../../domain/value.js';
import type { Session } from '../../session.js';
import type { Block } from '../../workspace/block.js';
import { paragraphs, plain } from '../wording/markdown.js';
import { amountOf, sumOfBlock } from '../wording/sums.js';
import type { Told } from './told.js';

/** What a place without a name of its own says: a value, a block of amounts, a line of one. */
export function tellPart(block: Block, offset: number, session: Session): Told | undefined {
    for (const declaration of block.declarations) {
        const path = partsAround(declaration, offset);
        const [leaf, holder] = [path.at(-1), path.at(-2)];
        if (leaf?.kind === 'value' && holder?.kind === 'indicator') return { origin: leaf.origin, text: tellValue(leaf.of, leaf.origin, holder.of, session) };
        if (leaf?.kind === 'word' && holder?.kind === 'section') return tellSection(holder.of, declaration, session);
        if ((leaf?.kind === 'word' || leaf?.kind === 'amount') && holder?.kind === 'line') return tellLine(path, declaration, session);
    }
    return undefined;
}

function tellValue(value: IndicatorValue, origin: Origin, indicator: Indicator, session: Session): string {
    const isAnnual = origin === indicator.annual?.origin;
    const label = isAnnual ? session.say({ zh: '年度指标值', en: 'Value of the year' }) : session.say({ zh: '实施周期指标值', en: 'Value of the whole cycle' });
    const measure = value.kind === 'words' ? measureOf(value) : undefined;
    return paragraphs(
        `${label} **${plain(printValue(value))}**`,
        measure && session.say({ zh: '可以衡量的写法：', en: 'In measurable form: ' }) + `**${plain((measure.comparator ?? '') + printQuantity(measure.quantity))}**`,
        !isAnnual && !indicator.annual ? session.say({ zh: '没有另写年度指标值，与此相同', en: 'The value of the year is the same, since none is written' }) : undefined,
    );
}

/** A block's sum, how it was made, and whether it agrees with the other side. */
function tellSection(section: BudgetSection, declaration: Declaration, session: Session): Told | undefined {
    const sum = sumOfBlock(section, declaration);
    if (!sum || !('moneyUnit' in declaration)) return undefined;
    const unit = declaration.moneyUnit;
    const total = amountOf(sum.amount, unit);
    const made = sum.lines.map((line) => `${plain(line.name.value)} ${line.amount!.value.printExactly(unit)}`).join(' + ');
    return {
        origin: section.name.origin,
        text: paragraphs(
            session.say({ zh: `**${plain(section.name.value)}** 合计 **${total}**`, en: `**${plain(section.name.value)}** adds up to **${total}**` }),
            sum.lines.length > 1 ? `${made} = ${total}` : undefined,
            sum.otherSide && agreement(sum.amount, sum.otherSide, unit, session),
        ),
    };
}

function agreement(amount: Money, other: { name: string; amount: Money }, unit: MoneyUnit, session: Session): string {
    const said = amountOf(other.amount, unit);
    if (amount.equals(other.amount)) return session.say({ zh: `与${other.name} ${said}一致`, en: `Agrees with ${other.name}, ${said}` });
    const difference = amountOf(amount.minus(other.amount).absolute(), unit);
    return session.say({ zh: `与${other.name} ${said}相差 **${difference}**`, en: `${other.name} is ${said}: a difference of **${difference}**` });
}

function tellLine(path: readonly Part[], declaration: Declaration, session: Session): Told | undefined {
    const [section, line] = [path.at(-3), path.at(-2)];
    if (section?.kind !== 'section' || line?.kind !== 'line' || !line.of.amount || !('moneyUnit' in declaration)) return undefined;
    const sum = sumOfBlock(section.of, declaration);
    const percent = sum && sum.lines.length > 1 && sum.lines.includes(line.of) ? line.of.amount.value.percentOf(sum.amount) : undefined;
    const amount = amountOf(line.of.amount.value, declaration.moneyUnit);
    const name = plain(line.of.name.value);
    return {
        origin: line.origin,
        text: `**${name}** ${amount}`
            + (percent ? session.say({ zh: `，占${plain(section.of.name.value)}的 ${percent}`, en: `, ${percent} of ${plain(section.of.name.value)}` }) : ''),
    };
}
