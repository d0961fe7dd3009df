import { CompletionItemKind } from 'vscode-languageserver';
import type { MoneyUnit } from '../../domain/money.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';

const UNITS: readonly MoneyUnit[] = ['万元', '元', '亿元'];

/** Behind 金额单位; forms are printed in 万元 or in 元. */
export function* moneyUnitsOfForm(): Generator<Proposal> {
    for (const unit of UNITS.slice(0, 2)) yield { label: unit, kind: CompletionItemKind.Unit, insert: [unit] };
}

/** Behind the number of an amount. */
export function* moneyUnitsOfAmount({ cursor }: Situation): Generator<Proposal> {
    if (cursor.under !== 'number' || cursor.offset < cursor.unitStart) return;
    for (const unit of UNITS) {
        yield { label: unit, kind: CompletionItemKind.Unit, insert: [unit], rank: Rank.Usual, replaces: { start: cursor.unitStart, end: cursor.end } };
    }
}
