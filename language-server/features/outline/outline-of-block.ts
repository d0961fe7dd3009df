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

/** What the outline shows of one block. A block never changes, but moves: what was shown of it is kept for as long as it stays where it is. */
export class OutlineOfBlock {
    private readonly counts: Readonly<Record<Depth, number>>;
    private shown: { readonly line: number; readonly character: number; readonly depth: Depth; readonly symbols: readonly DocumentSymbol[] } | undefined;

    constructor(private readonly block: Block) {
        this.counts = countSymbols(block.declarations);
    }

    /** About how many symbols there are. */
    count(depth: Depth): number {
        return this.counts[depth];
    }

    symbols(depth: Depth): readonly DocumentSymbol[] {
        const { pieces } = this.block;
        const { line, character } = pieces[0]!;
        const { shown } = this;
        // What stands between its pieces may have moved where the block itself has not.
        if (shown && pieces.length === 1 && shown.line === line && shown.character === character && shown.depth === depth) return shown.symbols;
        const symbols = outlineOf(this.block, depth);
        this.shown = { line, character, depth, symbols };
        return symbols;
    }
}

/** One symbol a group where groups are shown. */
function countSymbols(declarations: readonly Declaration[]): Record<Depth, number> {
    const groups = declarations.flatMap(indicatorGroupsOf);
    const sections = 2 * declarations.length + groups.length;
    return { declarations: declarations.length, sections, all: groups.reduce((sum, { indicators }) => sum + indicators.length, sections) };
}

/** Projects written on the lines of their department's braces stand in it. */
function outlineOf(block: Block, depth: Depth): DocumentSymbol[] {
    const [first, ...inside] = block.declarations;
    if (!first || first.kind === 'fragment') return [];
    return [outlineOfDeclaration(first, depth, inside.map((declaration) => outlineOfDeclaration(declaration, depth)))];
}

const KINDS: Readonly<Record<Declaration['kind'], SymbolKind>> = {
    department: SymbolKind.Module,
    project: SymbolKind.Class,
    taxonomy: SymbolKind.Enum,
    library: SymbolKind.Package,
    fragment: SymbolKind.Null,
};

function outlineOfDeclaration(declaration: Declaration, depth: Depth, inside: readonly DocumentSymbol[] = []): DocumentSymbol {
    const { name, head, origin } = declaration;
    const sections = depth === 'declarations' ? [] : sectionsOf(declaration, depth === 'all');
    return symbol(name?.value, detailOf(declaration), KINDS[declaration.kind], origin, name?.origin ?? head, [...sections, ...inside]);
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
function symbol(name: string | undefined, detail: string | undefined, kind: SymbolKind, origin: Origin, selection: Origin, children: DocumentSymbol[] = []): DocumentSymbol {
    const own = { name: name?.trim() || textOf(firstWord(origin)), detail, kind, range: rangeOf(origin), selectionRange: rangeOf(selection) };
    return children.length > 0 ? { ...own, children } : own;
}

function firstWord(origin: Origin): Origin {
    const word = /^[^\s{｛"“＂]*/.exec(textOf(origin))![0];
    return { ...origin, end: origin.start + Math.max(1, word.length) };
}
