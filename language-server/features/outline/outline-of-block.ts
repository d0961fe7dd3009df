import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { totalOf } from '../../domain/budget.js';
import { rangeOf, textOf, type Origin } from '../../domain/origin.js';
import { indicatorGroupsOf, type BudgetSection, type Declaration, type Indicator, type IndicatorGroup, type KeyTask } from '../../domain/plan.js';
import type { Category, TierOne } from '../../domain/taxonomy.js';
import { printValue } from '../../domain/value.js';
import type { Block } from '../../workspace/block.js';
import { amountOf, blocksOf, sumOfBlock } from '../wording/sums.js';

/** How much an outline shows: down to indicators and categories, to sections and tiers, or declarations only. */
export const DEPTHS = ['all', 'sections', 'declarations'] as const;
export type Depth = (typeof DEPTHS)[number];

/** About how many symbols a block has: one a group where groups are shown. */
export function countSymbols({ declarations }: Block, depth: Depth): number {
    if (depth === 'declarations') return declarations.length;
    return declarations.reduce((count, declaration) => {
        const groups = indicatorGroupsOf(declaration);
        const indicators = depth === 'all' ? groups.reduce((sum, group) => sum + group.indicators.length, 0) : 0;
        return count + 2 + groups.length + indicators;
    }, 0);
}

/** The outline of one block; projects written on the lines of their department's braces stand in it. */
export function outlineOf(block: Block, depth: Depth): DocumentSymbol[] {
    const [first, ...inside] = block.declarations;
    if (!first || first.kind === 'fragment') return [];
    const symbol = outlineOfDeclaration(first, depth);
    symbol.children!.push(...inside.map((declaration) => outlineOfDeclaration(declaration, depth)));
    return [symbol];
}

const KINDS: Readonly<Record<Declaration['kind'], SymbolKind>> = {
    department: SymbolKind.Module,
    project: SymbolKind.Class,
    taxonomy: SymbolKind.Enum,
    library: SymbolKind.Package,
    fragment: SymbolKind.Null,
};

function outlineOfDeclaration(declaration: Declaration, depth: Depth): DocumentSymbol {
    const { name, head, origin } = declaration;
    const children = depth === 'declarations' ? [] : sectionsOf(declaration, depth === 'all');
    return symbol(name?.value, detailOf(declaration), KINDS[declaration.kind], origin, name?.origin ?? head, children);
}

function sectionsOf(declaration: Declaration, deep: boolean): DocumentSymbol[] {
    return [
        ...blocksOf(declaration).map((section) => outlineOfSection(section, declaration)),
        ...(declaration.kind === 'department' ? declaration.tasks.map((task) => outlineOfTask(task, declaration.moneyUnit)) : []),
        ...indicatorGroupsOf(declaration).map((group) => outlineOfGroup(group, deep)),
        ...(declaration.kind === 'taxonomy' ? declaration.tiers.map((tier) => outlineOfTier(tier, deep)) : []),
    ];
}

function detailOf(declaration: Declaration): string | undefined {
    if (declaration.kind === 'department') return declaration.year && String(declaration.year.value);
    const total = declaration.kind === 'project' ? totalOf(declaration) : undefined;
    return total && 'moneyUnit' in declaration ? amountOf(total, declaration.moneyUnit) : undefined;
}

function outlineOfSection(section: BudgetSection, declaration: Declaration): DocumentSymbol {
    const sum = sumOfBlock(section, declaration);
    const detail = sum && 'moneyUnit' in declaration ? amountOf(sum.amount, declaration.moneyUnit) : undefined;
    return symbol(section.name.value, detail, SymbolKind.Struct, section.origin, section.name.origin);
}

function outlineOfTask({ name, funds, origin }: KeyTask, unit: Parameters<typeof amountOf>[1]): DocumentSymbol {
    return symbol(name?.value, funds && amountOf(funds.value, unit), SymbolKind.Event, origin, name?.origin ?? firstWord(origin));
}

function outlineOfGroup({ category, indicators, inapplicable, origin }: IndicatorGroup, deep: boolean): DocumentSymbol {
    return symbol(category.value, inapplicable ? '不适用' : String(indicators.length), SymbolKind.Namespace, origin, category.origin, deep ? indicators.map(outlineOfIndicator) : []);
}

function outlineOfIndicator({ name, cycle, origin }: Indicator): DocumentSymbol {
    return symbol(name.value, cycle && printValue(cycle.value), SymbolKind.Field, origin, name.origin);
}

function outlineOfTier(tier: TierOne, deep: boolean): DocumentSymbol {
    return outlineOfCategory(tier, deep ? tier.categories.map((category) => outlineOfCategory(category)) : []);
}

function outlineOfCategory({ name, code, origin, nameOrigin }: Category, children?: DocumentSymbol[]): DocumentSymbol {
    return symbol(name, code || undefined, SymbolKind.EnumMember, origin, nameOrigin, children);
}

/** Editors refuse symbols without a name: what is not named yet is called by its keyword. */
function symbol(name: string | undefined, detail: string | undefined, kind: SymbolKind, origin: Origin, selection: Origin, children?: DocumentSymbol[]): DocumentSymbol {
    return { name: name?.trim() || textOf(firstWord(origin)), detail, kind, range: rangeOf(origin), selectionRange: rangeOf(selection), children };
}

function firstWord(origin: Origin): Origin {
    const word = /^[^\s{｛"“＂]*/.exec(textOf(origin))![0];
    return { ...origin, end: origin.start + Math.max(1, word.length) };
}
