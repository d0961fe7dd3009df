import { contains, type Origin, type Written } from './origin.js';
import type { BudgetLine, BudgetSection, Declaration, Indicator, IndicatorGroup, IndicatorSet, KeyTask } from './plan.js';
import type { Category, TierOne } from './taxonomy.js';
import type { Money } from './money.js';
import type { IndicatorValue } from './value.js';

/** Something that stands in a declaration, with what stands in it: for features that ask what is around a place. */
export type Part =
    | PartOf<'declaration', Declaration>
    | PartOf<'section', BudgetSection>
    | PartOf<'line', BudgetLine>
    | PartOf<'task', KeyTask>
    | PartOf<'indicators', IndicatorSet>
    | PartOf<'group', IndicatorGroup>
    | PartOf<'indicator', Indicator>
    | PartOf<'tier', TierOne>
    | PartOf<'category', Category>
    /** A word without quotes that names something: a category, a section, a line. */
    | PartOf<'word', string>
    /** A name or text in quotes. */
    | PartOf<'text', string>
    | PartOf<'amount', Money>
    | PartOf<'value', IndicatorValue>
    /** Any other number. */
    | PartOf<'number', unknown>;

export interface PartOf<Kind extends string, T> {
    readonly kind: Kind;
    readonly of: T;
    readonly origin: Origin;
    readonly parts: readonly Part[];
}

/** What stands around a place, from the declaration down to the smallest; empty outside the declaration. */
export function partsAround(declaration: Declaration, start: number, end = start): Part[] {
    const place = { source: declaration.origin.source, start, end };
    const path: Part[] = [];
    for (let part = [partOf(declaration)].find(holds); part; part = part.parts.find(holds)) path.push(part);
    return path;

    function holds(part: Part): boolean {
        return contains(part.origin, place);
    }
}

export function partOf(declaration: Declaration): Part {
    return { kind: 'declaration', of: declaration, origin: declaration.origin, parts: partsOf(declaration) };
}

function partsOf(declaration: Declaration): Part[] {
    const name = text(declaration.name);
    switch (declaration.kind) {
        case 'department':
            return [
                ...name, ...number(declaration.year), ...text(declaration.taxonomyName), ...declaration.sections.map(section),
                ...text(declaration.goal), ...declaration.tasks.map(task), ...text(declaration.otherTasks), ...indicators(declaration.indicators),
            ];
        case 'project':
            return [
                ...name, ...text(declaration.belongsTo), ...number(declaration.year), ...text(declaration.fundingUnit), ...number(declaration.period),
                ...(declaration.funds ? [section(declaration.funds)] : []), ...text(declaration.goal), ...indicators(declaration.indicators),
            ];
        case 'taxonomy':
            return [...name, ...declaration.tiers.map(tier)];
        case 'library':
            return [...name, ...declaration.groups.map(group)];
        case 'fragment':
            return [];
    }
}

function section(of: BudgetSection): Part {
    return { kind: 'section', of, origin: of.origin, parts: [word(of.name), ...of.lines.map(line)] };
}

function line(of: BudgetLine): Part {
    return { kind: 'line', of, origin: of.origin, parts: [word(of.name), ...amount(of.amount)] };
}

function task(of: KeyTask): Part {
    return { kind: 'task', of, origin: of.origin, parts: [...text(of.name), ...amount(of.funds), ...text(of.content), ...text(of.target)] };
}

function indicators(of: IndicatorSet | undefined): Part[] {
    return of ? [{ kind: 'indicators', of, origin: of.origin, parts: of.groups.map(group) }] : [];
}

function group(of: IndicatorGroup): Part {
    return { kind: 'group', of, origin: of.origin, parts: [word(of.category), ...text(of.inapplicable), ...of.indicators.map(indicator)] };
}

function indicator(of: Indicator): Part {
    return {
        kind: 'indicator',
        of,
        origin: of.origin,
        parts: [word(of.category), ...text(of.name), ...value(of.cycle), ...value(of.annual), ...number(of.weight), ...text(of.explanation), ...text(of.basis)],
    };
}

function tier(of: TierOne): Part {
    return { kind: 'tier', of, origin: of.origin, parts: [word({ value: of.name, origin: of.nameOrigin }), ...of.categories.map(category)] };
}

function category(of: Category): Part {
    return { kind: 'category', of, origin: of.origin, parts: [word({ value: of.name, origin: of.nameOrigin })] };
}

function word({ value: of, origin }: Written<string>): Part {
    return { kind: 'word', of, origin, parts: [] };
}

function text(written: Written<string> | undefined): Part[] {
    return written ? [{ kind: 'text', of: written.value, origin: written.origin, parts: [] }] : [];
}

function amount(written: Written<Money> | undefined): Part[] {
    return written ? [{ kind: 'amount', of: written.value, origin: written.origin, parts: [] }] : [];
}

function value(written: Written<IndicatorValue> | undefined): Part[] {
    return written ? [{ kind: 'value', of: written.value, origin: written.origin, parts: [] }] : [];
}

function number(written: Written<unknown> | undefined): Part[] {
    return written ? [{ kind: 'number', of: written.value, origin: written.origin, parts: [] }] : [];
}
