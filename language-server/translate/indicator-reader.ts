import type * as ast from '../generated/ast.js';
import type { Written } from '../domain/origin.js';
import type { Indicator, IndicatorGroup, IndicatorSet } from '../domain/plan.js';
import { comparatorOf, parseQuantity, type Comparator, type IndicatorValue } from '../domain/value.js';
import { Entries } from './entries.js';
import { unquote, type TreeReader } from './tree-reader.js';

/** Reads 绩效指标: tiers, indicators and their values. */
export class IndicatorReader {
    constructor(private readonly tree: TreeReader) {}

    indicatorSet(node: ast.IndicatorSection | undefined): IndicatorSet | undefined {
        return node && { origin: this.tree.origin(node), keyword: this.tree.keyword(node), body: this.tree.braces(node), groups: node.groups.map((group) => this.indicatorGroup(group)) };
    }

    indicatorGroup(node: ast.IndicatorGroup): IndicatorGroup {
        const reason = this.tree.string(node, 'reason', node.reason, 'text');
        if (node.inapplicable && !reason) this.tree.missing('reason', node, '不适用');
        return {
            category: this.categoryOf(node),
            inapplicable: node.inapplicable ? (reason ?? { value: '', origin: this.tree.origin(node) }) : undefined,
            indicators: node.indicators.map((indicator) => this.indicator(indicator)).filter((indicator) => indicator !== undefined),
            origin: this.tree.origin(node),
            body: node.inapplicable ? undefined : this.tree.braces(node),
        };
    }

    private categoryOf(node: ast.IndicatorGroup): Written<string> {
        if (node.category !== undefined) return { value: node.category, origin: this.tree.property(node, 'category') };
        const { source, start } = this.tree.braces(node);
        const origin = { source, start, end: start + 1 };
        this.tree.issues.push({ kind: 'missing', what: 'head', after: '', origin });
        return { value: '', origin };
    }

    indicator(node: ast.Indicator): Indicator | undefined {
        const name = this.tree.string(node, 'name', node.name);
        if (!name) {
            if (!this.tree.isLeftover(node, node.category)) this.tree.missing('name', node, node.category);
            return undefined;
        }
        const options = new Entries(node.options, this.tree);
        const annual = options.one('AnnualValue', '年度');
        const weight = options.one('Weight', '权重');
        const comparators: Written<{ typed: string; meant: Comparator }>[] = [];
        const cycleValue = node.cycle && this.value(node.cycle, comparators);
        if (!node.cycle) this.tree.missing('value', node, name.value, 'name');
        if (annual && !annual.value) this.tree.missing('value', annual, '年度');
        const annualValue = annual?.value && this.value(annual.value, comparators);
        if (weight && weight.value === undefined) this.tree.missing('number', weight, '权重');
        const details = new Entries(node.details, this.tree);
        const detail = (label: string) => this.tree.text(details.oneWhere((candidate) => candidate.label === label, label));
        return {
            category: { value: node.category, origin: this.tree.property(node, 'category') },
            name,
            cycle: cycleValue,
            annual: annualValue,
            weight: weight?.value === undefined ? undefined : { value: Number(weight.value.replaceAll(',', '')), origin: this.tree.property(weight, 'value') },
            explanation: detail('说明'),
            basis: detail('依据'),
            comparators,
            origin: this.tree.origin(node),
        };
    }

    value(node: ast.Value, comparators: Written<{ typed: string; meant: Comparator }>[]): Written<IndicatorValue> | undefined {
        const origin = this.tree.origin(node);
        if (node.words !== undefined) {
            const words = this.tree.withinLimit('text', { value: unquote(node.words), origin });
            return words && { value: { kind: 'words', text: words.value }, origin };
        }
        const comparatorText = node.comparator ?? '';
        const comparator = comparatorOf(comparatorText);
        if (comparator) comparators.push({ value: { typed: comparatorText, meant: comparator }, origin: this.tree.property(node, 'comparator') });
        const from = node.from === undefined ? undefined : parseQuantity(node.from);
        const to = node.to === undefined ? undefined : parseQuantity(node.to);
        if (!from || (node.range && !to)) return this.tree.missing('number', node, from ? '~' : comparatorText);
        const signs = { comparator, comparatorText };
        return { value: to ? { kind: 'range', ...signs, from, to } : { kind: 'quantity', ...signs, quantity: from }, origin };
    }
}
