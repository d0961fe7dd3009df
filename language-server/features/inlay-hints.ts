import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import type { MoneyUnit } from '../domain/money.js';
import type { Origin, Position, Range } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf, type BudgetSection, type Declaration, type Indicator } from '../domain/plan.js';
import { printValue } from '../domain/value.js';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import type { Feature } from './feature.js';
import { amountOf, blocksOf, sumOfBlock, type Sum } from './wording/sums.js';

/** Sums at the heads of blocks, what they lack to the other side, and annual values that nobody wrote. */
export const inlayHints: Feature = {
    capabilities: { inlayHintProvider: true },
    register(session) {
        const { connection } = session;
        connection.languages.inlayHint.on(session.answering('inlay hints', [] as InlayHint[], (params) => hintsIn(session, params)));
        let shown = session.settings.inlayHints;
        session.onChange(() => {
            if (shown === session.settings.inlayHints) return;
            shown = session.settings.inlayHints;
            if (session.client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
        });
    },
};

export function hintsIn(session: Session, { textDocument: { uri }, range }: InlayHintParams): InlayHint[] {
    const { inlayHints: wanted = 'sums' } = session.settings;
    const document = session.workspace.document(uri);
    if (!document || wanted === 'off') return [];
    const hints = document.blocks.filter((block) => reaches(block, range)).flatMap((block) => block.declarations).flatMap((declaration) => [
        ...blocksOf(declaration).map((section) => sumHint(section, declaration, session)),
        ...(wanted === 'all' ? [...indicatorsOf(indicatorGroupsOf(declaration))].map(({ indicator }) => annualHint(indicator, session)) : []),
    ]);
    return hints.filter((hint) => hint !== undefined).filter(({ position }) => range.start.line <= position.line && position.line <= range.end.line);
}

function reaches({ pieces }: Block, { start, end }: Range): boolean {
    const last = pieces.at(-1)!;
    return pieces[0]!.line <= end.line && last.line + last.lineStarts.length > start.line;
}

/** One line alone needs no sum; a sum that does not agree is shown whatever it is made of. */
function sumHint(section: BudgetSection, declaration: Declaration, session: Session): InlayHint | undefined {
    const sum = sumOfBlock(section, declaration);
    if (!sum || !('moneyUnit' in declaration)) return undefined;
    const difference = differenceOf(sum, declaration.moneyUnit, session);
    if (sum.lines.length < 2 && !difference) return undefined;
    const total = amountOf(sum.amount, declaration.moneyUnit);
    return {
        position: behindHead(section),
        label: session.say({ zh: `合计 ${total}${difference}`, en: `sum ${total}${difference}` }),
        paddingLeft: true,
    };
}

function differenceOf({ amount, otherSide }: Sum, unit: MoneyUnit, session: Session): string {
    if (!otherSide || otherSide.amount.equals(amount)) return '';
    const difference = amountOf(amount.minus(otherSide.amount).absolute(), unit);
    const isMore = amount.isMoreThan(otherSide.amount);
    return session.say({
        zh: `，比${otherSide.name}${isMore ? '多' : '少'} ${difference}`,
        en: `, ${difference} ${isMore ? 'more' : 'less'} than ${otherSide.name}`,
    });
}

/** Behind the opening brace, or behind the whole block where it is written on one line. */
function behindHead({ body }: BudgetSection): Position {
    const opening = at(body, body.start + 1);
    const closing = at(body, body.end);
    return opening.line === closing.line ? closing : opening;
}

/** A double click writes the value down. */
function annualHint({ cycle, annual }: Indicator, session: Session): InlayHint | undefined {
    if (!cycle || annual || printValue(cycle.value) === '') return undefined;
    const position = at(cycle.origin, cycle.origin.end);
    const written = cycle.origin.source.text.slice(cycle.origin.start, cycle.origin.end);
    return {
        position,
        label: `年度 ${printValue(cycle.value)}`,
        kind: InlayHintKind.Parameter,
        paddingLeft: true,
        tooltip: session.say({ zh: '没有另写年度指标值，与实施周期指标值相同', en: 'The value of the year is that of the whole cycle, since none is written' }),
        textEdits: [{ range: { start: position, end: position }, newText: `  年度 ${written}` }],
    };
}

function at({ source }: Origin, offset: number): Position {
    return source.positionAt(offset);
}
