import type * as ast from '../generated/ast.js';
import { isMoneyUnit, Money, type MoneyUnit } from '../domain/money.js';
import type { Written } from '../domain/origin.js';
import type { BudgetLine, BudgetSection } from '../domain/plan.js';
import { parseQuantity } from '../domain/value.js';
import { Entries } from './entries.js';
import type { TreeReader } from './tree-reader.js';

/** Reads money: amounts, and the sections that list them. */
export class AmountReader {
    constructor(private readonly tree: TreeReader) {}

    moneyUnit(node: ast.MoneyUnit | undefined, inherited: MoneyUnit = '万元'): MoneyUnit {
        if (!node) return inherited;
        if (node.unit === undefined) {
            this.tree.missing('unit', node, '金额单位');
            return inherited;
        }
        if (isMoneyUnit(node.unit)) return node.unit;
        this.tree.issues.push({ kind: 'bad-number', text: node.unit, wanted: 'unit', origin: this.tree.property(node, 'unit') });
        return inherited;
    }

    budgetSection(node: ast.BudgetSection, unit: MoneyUnit): BudgetSection {
        return this.section(node, { value: node.name, origin: this.tree.property(node, 'name') }, unit);
    }

    section(node: ast.BudgetSection | ast.Funds, name: Written<string>, unit: MoneyUnit): BudgetSection {
        const lines = new Entries(node.lines, this.tree).oneOfEachName('AmountLine');
        return { name, origin: this.tree.origin(node), body: this.tree.braces(node), lines: lines.map((line) => this.budgetLine(line, unit)).filter((line) => line !== undefined) };
    }

    budgetLine(node: ast.AmountLine, unit: MoneyUnit): BudgetLine | undefined {
        if (!node.amount && this.tree.isLeftover(node, node.name)) return undefined;
        if (!node.amount) this.tree.missing('amount', node, node.name);
        const amount = this.amount(node.amount, unit);
        return { name: { value: node.name, origin: this.tree.property(node, 'name') }, amount, origin: this.tree.origin(node) };
    }

    amount(node: ast.Amount | undefined, plain: MoneyUnit): Written<Money> | undefined {
        if (!node) return undefined;
        const origin = this.tree.origin(node);
        if (node.value === undefined) return this.tree.missing('amount', node, '-');
        const { number, unit } = parseQuantity(node.value) ?? { number: '', unit: '' };
        const money = unit === '' || isMoneyUnit(unit) ? Money.parse(number, unit === '' ? plain : unit, node.negative) : undefined;
        if (!money) {
            this.tree.issues.push({ kind: 'bad-number', text: node.value, wanted: 'amount', origin });
            return undefined;
        }
        return { value: money, origin };
    }
}
