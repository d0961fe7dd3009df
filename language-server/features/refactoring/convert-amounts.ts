import { amountsIn } from '../../domain/budget.js';
import { inUnit, writtenUnit } from '../../domain/convert-amounts.js';
import type { Money, MoneyUnit } from '../../domain/money.js';
import { contains, type Origin, type Written } from '../../domain/origin.js';
import { partsAround } from '../../domain/parts.js';
import type { BudgetSection, Declaration, Department, Project } from '../../domain/plan.js';
import { replace, type Edit, type Fix } from '../../domain/problem.js';
import { syntaxServices } from '../../syntax/parse-declaration.js';
import type { Block } from '../../workspace/block.js';

const UNITS: readonly MoneyUnit[] = ['元', '万元'];

/** Writes the amounts of a section, or of a whole department or project, in the other unit. */
export function convertAmounts(block: Block, declaration: Declaration, offset: number, inside: readonly Block[]): Fix[] {
    if (declaration.kind !== 'department' && declaration.kind !== 'project') return [];
    if (!block.declarations.every(isWhole) || block.declarations.length > 1) return [];
    const around = partsAround(declaration, offset);
    const section = around.find((part) => part.kind === 'section');
    const amount = around.some(({ kind }) => kind === 'amount');
    const unit = unitEntry(block);
    const place = { source: block, start: offset, end: offset };
    const isAsked = section || amount || contains(declaration.head, place) || (unit && contains(unit.statement, place));
    if (!isAsked) return [];
    return [...(section ? convertSection(section.of, declaration.moneyUnit) : []), ...convertAll(block, declaration, unit, inside)];
}

/** Nothing in it is left out of the plan, so that everything that means money is converted. */
function isWhole({ issues, repetitions }: Declaration): boolean {
    return issues.length === 0 && repetitions.length === 0;
}

function convertSection(section: BudgetSection, plain: MoneyUnit): Fix[] {
    const amounts = section.lines.map(({ amount }) => amount).filter((amount) => amount !== undefined);
    return UNITS.filter((unit) => amounts.some((amount) => writtenUnit(amount, plain) !== unit)).map((unit) => ({
        title: { zh: `把“${section.name.value}”的金额改写为${unit}`, en: `Write the amounts of “${section.name.value}” in ${unit}` },
        edits: inUnit(amounts, unit, plain),
    }));
}

function convertAll(block: Block, declaration: Department | Project, entry: UnitEntry | undefined, inside: readonly Block[]): Fix[] {
    const inherited = declaration.kind === 'department' ? inside.filter(({ parent }) => parent === block) : [];
    // A project that states its own unit keeps it.
    const converted = inherited.filter((project) => !unitEntry(project));
    if (!converted.every(({ declarations }) => declarations.every(isWhole))) return [];
    const amounts: Written<Money>[] = [declaration, ...converted.flatMap(({ declarations }) => declarations)].flatMap((each) => amountsIn(each));
    if (amounts.length === 0) return [];
    return UNITS.filter((unit) => unit !== declaration.moneyUnit).map((unit) => ({
        title: { zh: `金额改用${unit}（金额单位 ${unit}）`, en: `Write all amounts in ${unit} (金额单位 ${unit})` },
        edits: [stateUnit(block, declaration, entry, unit), ...inUnit(amounts, unit, unit)],
    }));
}

function stateUnit(block: Block, { body }: Declaration, entry: UnitEntry | undefined, unit: MoneyUnit): Edit {
    if (entry) return replace(entry.unit, unit);
    const lines = [`金额单位 ${unit}`];
    const before = entriesNamed(block, ['年度', '指标体系']).at(-1);
    return before ? { kind: 'behind', at: before.statement, lines } : { kind: 'prepend', block: body, lines };
}

interface UnitEntry {
    readonly statement: Origin;
    readonly unit: Origin;
}

function unitEntry(block: Block): UnitEntry | undefined {
    const [entry] = entriesNamed(block, ['金额单位']);
    return entry && { statement: entry.statement, unit: entry.value };
}

/** The statements of one word and one value that stand directly in a declaration's braces. */
function entriesNamed(block: Block, words: readonly string[]): { statement: Origin; value: Origin }[] {
    const { tokens } = syntaxServices().parser.Lexer.tokenize(block.parsedText);
    let depth = 0;
    const found: { statement: Origin; value: Origin }[] = [];
    tokens.forEach(({ image, startOffset: start }, index) => {
        if (image === '{') depth++;
        else if (image === '}') depth--;
        const value = tokens[index + 1];
        if (depth !== 1 || !words.includes(image) || !value) return;
        const end = value.startOffset + value.image.length;
        found.push({ statement: { source: block, start, end }, value: { source: block, start: value.startOffset, end } });
    });
    return found;
}
