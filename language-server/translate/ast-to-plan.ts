import type { AstNode, CstNode } from 'langium';
import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { isMoneyUnit, Money, type MoneyUnit } from '../domain/money.js';
import type { Origin, Source, Written } from '../domain/origin.js';
import type {
    BudgetLine, BudgetSection, Declaration, Department, Fragment, Indicator, IndicatorGroup, IndicatorLibrary, IndicatorSet, KeyTask, Period, Project, Repetition,
} from '../domain/plan.js';
import type { MissingPart, SyntaxIssue } from '../domain/syntax-issue.js';
import type { Category, Taxonomy, TierOne } from '../domain/taxonomy.js';
import { comparatorOf, parseQuantity, type Comparator, type IndicatorValue } from '../domain/value.js';
import type { ParsedDeclaration, ReadingTrouble } from '../syntax/parse-declaration.js';
import { oneSlipOnce } from './one-slip-once.js';
import { textOfBlock } from './text-block.js';
import { startOfLine } from './words-without-quotes.js';

/** The department around a project that stands inside one, as far as it is known. */
export interface Surroundings {
    readonly department: string | undefined;
    readonly year: number | undefined;
    readonly moneyUnit: MoneyUnit;
}

/**
 * Says what a parsed declaration means. Total: whatever the tree lacks is undefined in the plan and an issue in its list;
 * nothing is invented and nothing throws.
 * @returns the declaration first, then projects written on the same lines as their department's braces
 */
export function toPlan(parsed: ParsedDeclaration, source: Source, surroundings?: Surroundings): Declaration[] {
    return new Translation(parsed, source).declarations(surroundings);
}

/** A keyword that a name must follow, at the end of a text. */
const NAMED = /(?:部门|项目|重点任务|指标体系|指标库|属于)$/;

class Translation {
    private readonly issues: SyntaxIssue[];
    private readonly repetitions: Repetition[] = [];

    constructor(private readonly parsed: ParsedDeclaration, private readonly source: Source) {
        this.issues = parsed.troubles.map((trouble) => this.issueOf(trouble));
    }

    declarations(surroundings: Surroundings | undefined): Declaration[] {
        const translated: Declaration[] = [];
        for (const node of this.parsed.file.declarations) {
            switch (node.$type) {
                case 'Department': {
                    const department = this.department(node);
                    translated.push(department);
                    const around = { department: department.name?.value, year: department.year?.value, moneyUnit: department.moneyUnit };
                    translated.push(...node.entries.filter(ast.isProject).map((project) => this.project(project, around)));
                    break;
                }
                case 'Project':
                    translated.push(this.project(node, surroundings));
                    break;
                case 'Taxonomy':
                    translated.push(this.taxonomy(node));
                    break;
                case 'IndicatorLibrary':
                    translated.push(this.library(node));
                    break;
            }
        }
        this.issues.splice(0, this.issues.length, ...oneSlipOnce(this.issues, this.source.text));
        if (translated.length === 0 && this.issues.length > 0) translated.push(this.fragment());
        return translated;
    }

    private fragment(): Fragment {
        const origin = { source: this.source, start: 0, end: this.source.text.length };
        return { kind: 'fragment', origin, head: origin, body: origin, name: undefined, issues: this.issues, repetitions: [] };
    }

    // Declarations

    private department(node: ast.Department): Department {
        const entries = new Entries(node.entries, this);
        const moneyUnit = this.moneyUnit(entries.one('MoneyUnit', '金额单位'));
        return {
            kind: 'department',
            ...this.declared(node, '部门'),
            year: this.year(entries.one('Year', '年度')),
            taxonomyName: this.taxonomyName(entries.one('TaxonomyChoice', '指标体系')),
            moneyUnit,
            sections: entries.oneOfEachName('BudgetSection').map((section) => this.budgetSection(section, moneyUnit)),
            goal: this.text(entries.one('Goal', '总体绩效目标')),
            tasks: entries.all('KeyTask').map((task) => this.keyTask(task, moneyUnit)),
            otherTasks: this.text(entries.one('OtherTasks', '其他任务')),
            indicators: this.indicatorSet(entries.one('IndicatorSection', '绩效指标')),
        };
    }

    private project(node: ast.Project, surroundings: Surroundings | undefined): Project {
        const entries = new Entries(node.entries, this);
        const moneyUnit = this.moneyUnit(entries.one('MoneyUnit', '金额单位'), surroundings?.moneyUnit);
        const written = this.string(node, 'department', node.department);
        const named = written?.value.trim() ? written : undefined;
        if (node.belongs && !named) this.missing('department', node, '属于', 'belongs');
        const funds = entries.one('Funds', '资金');
        return {
            kind: 'project',
            ...this.declared(node, '项目'),
            belongsTo: named,
            department: named?.value ?? surroundings?.department,
            nested: surroundings !== undefined,
            departmentYear: surroundings?.year,
            year: this.year(entries.one('Year', '年度')),
            moneyUnit,
            fundingUnit: this.named(entries.one('FundingUnit', '资金使用单位'), '资金使用单位'),
            period: this.period(entries.one('Period', '实施周期')),
            funds: funds && this.amounts(funds, { value: '资金', origin: this.keyword(funds) }, moneyUnit),
            goal: this.text(entries.one('Goal', '绩效目标')),
            indicators: this.indicatorSet(entries.one('IndicatorSection', '绩效指标')),
        };
    }

    private library(node: ast.IndicatorLibrary): IndicatorLibrary {
        return { kind: 'library', ...this.declared(node, '指标库'), groups: node.groups.map((group) => this.indicatorGroup(group)) };
    }

    private taxonomy(node: ast.Taxonomy): Taxonomy {
        const weight = new Entries(node.options, this).one('WeightTotal', '权重');
        if (weight && weight.value === undefined) this.missing('number', weight, '权重');
        return {
            kind: 'taxonomy',
            ...this.declared(node, '指标体系'),
            weightTotal: weight?.value === undefined ? undefined : Number(weight.value.replaceAll(',', '')),
            tiers: new Entries(node.tiers, this).oneOfEachName('TierOne').map((tier): TierOne => ({
                ...this.category(tier),
                categories: new Entries(tier.categories, this).oneOfEachName('TierTwo').map((category) => this.category(category)),
            })),
        };
    }

    private category(node: ast.TierOne | ast.TierTwo): Category {
        const attributes = new Entries<ast.CategoryAttribute>(node.attributes, this);
        const code = attributes.one('CategoryCode', '代码');
        const shortName = attributes.one('ShortName', '简称');
        const definition = attributes.one('Definition', '定义');
        if (code && code.value === undefined) this.missing('number', code, '代码');
        if (shortName && shortName.value === undefined) this.missing('name', shortName, '简称');
        return {
            name: node.name,
            code: code?.value ?? '',
            shortName: shortName?.value === undefined ? node.name : unquote(shortName.value),
            required: attributes.one('Required', '必填') !== undefined,
            definition: definition === undefined ? '' : unquote(definition.text),
            origin: this.origin(node.$cstNode),
            nameOrigin: this.property(node, 'name'),
        };
    }

    // Parts of declarations

    private declared(node: ast.Declaration, keyword: string) {
        const name = this.string(node, 'name', node.name);
        if (!name?.value.trim()) this.missing('name', node, keyword);
        const origin = this.origin(node.$cstNode);
        const head = { ...origin, end: name?.origin.end ?? this.keyword(node).end };
        const shared = { origin, head, body: this.braces(node), name };
        // What is wrong with a text is said once, with its first declaration.
        return node.$containerIndex === 0 && node.$container?.$type === 'File'
            ? { ...shared, issues: this.issues, repetitions: this.repetitions }
            : { ...shared, issues: [], repetitions: [] };
    }

    private year(node: ast.Year | undefined): Written<number> | undefined {
        if (!node) return undefined;
        if (node.value === undefined) return this.missing('year', node, '年度');
        return this.yearNumber(node.value, this.property(node, 'value'));
    }

    private yearNumber(text: string, origin: Origin): Written<number> | undefined {
        const digits = /^([0-9]{4})年?$/.exec(text)?.[1];
        if (digits === undefined) {
            this.issues.push({ kind: 'bad-number', text, wanted: 'year', origin });
            return undefined;
        }
        return { value: Number(digits), origin };
    }

    private period(node: ast.Period | undefined): Written<Period> | undefined {
        if (!node) return undefined;
        if (node.from === undefined || (node.range && node.to === undefined)) return this.missing('year', node, '实施周期');
        const from = this.yearNumber(node.from, this.property(node, 'from'));
        const to = node.to === undefined ? from : this.yearNumber(node.to, this.property(node, 'to'));
        return from && to && { value: { from: from.value, to: to.value }, origin: this.origin(node.$cstNode) };
    }

    private moneyUnit(node: ast.MoneyUnit | undefined, inherited: MoneyUnit = '万元'): MoneyUnit {
        if (!node) return inherited;
        if (node.unit === undefined) {
            this.missing('unit', node, '金额单位');
            return inherited;
        }
        if (isMoneyUnit(node.unit)) return node.unit;
        this.issues.push({ kind: 'bad-number', text: node.unit, wanted: 'unit', origin: this.property(node, 'unit') });
        return inherited;
    }

    private taxonomyName(node: ast.TaxonomyChoice | undefined): Written<string> | undefined {
        return this.named(node, '指标体系');
    }

    private named(node: ast.TaxonomyChoice | ast.FundingUnit | undefined, keyword: string): Written<string> | undefined {
        if (!node) return undefined;
        return this.string(node, 'name', node.name) ?? this.missing('name', node, keyword);
    }

    private budgetSection(node: ast.BudgetSection, unit: MoneyUnit): BudgetSection {
        return this.amounts(node, { value: node.name, origin: this.property(node, 'name') }, unit);
    }

    private amounts(node: ast.BudgetSection | ast.Funds, name: Written<string>, unit: MoneyUnit): BudgetSection {
        const lines = new Entries(node.lines, this).oneOfEachName('AmountLine');
        return { name, origin: this.origin(node.$cstNode), body: this.braces(node), lines: lines.map((line) => this.budgetLine(line, unit)).filter((line) => line !== undefined) };
    }

    private budgetLine(node: ast.AmountLine, unit: MoneyUnit): BudgetLine | undefined {
        if (!node.amount && this.isLeftover(node, node.name)) return undefined;
        if (!node.amount) this.missing('amount', node, node.name);
        const amount = this.amount(node.amount, unit);
        return { name: { value: node.name, origin: this.property(node, 'name') }, amount, origin: this.origin(node.$cstNode) };
    }

    private amount(node: ast.Amount | undefined, plain: MoneyUnit): Written<Money> | undefined {
        if (!node) return undefined;
        const origin = this.origin(node.$cstNode);
        if (node.value === undefined) return this.missing('amount', node, '-');
        const { number, unit } = parseQuantity(node.value) ?? { number: '', unit: '' };
        const money = unit === '' || isMoneyUnit(unit) ? Money.parse(number, unit === '' ? plain : unit, node.negative) : undefined;
        if (!money) {
            this.issues.push({ kind: 'bad-number', text: node.value, wanted: 'amount', origin });
            return undefined;
        }
        return { value: money, origin };
    }

    private text(node: ast.Goal | ast.OtherTasks | ast.TaskContent | ast.TaskTarget | ast.IndicatorDetail | undefined): Written<string> | undefined {
        if (!node) return undefined;
        if (node.text === undefined) return this.missing('text', node, this.parsed.text.slice(node.$cstNode!.offset, node.$cstNode!.end));
        return { value: unquote(node.text), origin: this.property(node, 'text') };
    }

    private keyTask(node: ast.KeyTask, unit: MoneyUnit): KeyTask {
        const entries = new Entries(node.entries, this);
        const funds = entries.one('TaskFunds', '资金');
        if (funds && !funds.amount) this.missing('amount', funds, '资金');
        const name = this.string(node, 'name', node.name);
        if (!name) this.missing('name', node, '重点任务');
        return {
            name,
            funds: this.amount(funds?.amount, unit),
            content: this.text(entries.one('TaskContent', '内容')),
            target: this.text(entries.one('TaskTarget', '目标')),
            origin: this.origin(node.$cstNode),
            body: this.braces(node),
        };
    }

    // Indicators

    private indicatorSet(node: ast.IndicatorSection | undefined): IndicatorSet | undefined {
        return node && { origin: this.origin(node.$cstNode), keyword: this.keyword(node), body: this.braces(node), groups: node.groups.map((group) => this.indicatorGroup(group)) };
    }

    private indicatorGroup(node: ast.IndicatorGroup): IndicatorGroup {
        const reason = this.string(node, 'reason', node.reason);
        if (node.inapplicable && !reason) this.missing('reason', node, '不适用');
        return {
            category: { value: node.category, origin: this.property(node, 'category') },
            inapplicable: node.inapplicable ? (reason ?? { value: '', origin: this.origin(node.$cstNode) }) : undefined,
            indicators: node.indicators.map((indicator) => this.indicator(indicator)).filter((indicator) => indicator !== undefined),
            origin: this.origin(node.$cstNode),
            body: node.inapplicable ? undefined : this.braces(node),
        };
    }

    private indicator(node: ast.Indicator): Indicator | undefined {
        const name = this.string(node, 'name', node.name);
        if (!name) {
            if (!this.isLeftover(node, node.category)) this.missing('name', node, node.category);
            return undefined;
        }
        const options = new Entries(node.options, this);
        const annual = options.one('AnnualValue', '年度');
        const weight = options.one('Weight', '权重');
        const comparators: Written<{ typed: string; meant: Comparator }>[] = [];
        const cycleValue = node.cycle && this.value(node.cycle, comparators);
        if (!node.cycle) this.missing('value', node, name.value, 'name');
        if (annual && !annual.value) this.missing('value', annual, '年度');
        const annualValue = annual?.value && this.value(annual.value, comparators);
        if (weight && weight.value === undefined) this.missing('number', weight, '权重');
        const details = new Entries(node.details, this);
        const detail = (label: string) => this.text(details.oneWhere((candidate) => candidate.label === label, label));
        return {
            category: { value: node.category, origin: this.property(node, 'category') },
            name,
            cycle: cycleValue,
            annual: annualValue,
            weight: weight?.value === undefined ? undefined : { value: Number(weight.value.replaceAll(',', '')), origin: this.property(weight, 'value') },
            explanation: detail('说明'),
            basis: detail('依据'),
            comparators,
            origin: this.origin(node.$cstNode),
        };
    }

    private value(node: ast.Value, comparators: Written<{ typed: string; meant: Comparator }>[]): Written<IndicatorValue> | undefined {
        const origin = this.origin(node.$cstNode);
        if (node.words !== undefined) return { value: { kind: 'words', text: unquote(node.words) }, origin };
        const comparatorText = node.comparator ?? '';
        const comparator = comparatorOf(comparatorText);
        if (comparator) comparators.push({ value: { typed: comparatorText, meant: comparator }, origin: this.property(node, 'comparator') });
        const from = node.from === undefined ? undefined : parseQuantity(node.from);
        const to = node.to === undefined ? undefined : parseQuantity(node.to);
        if (!from || (node.range && !to)) return this.missing('number', node, from ? '~' : comparatorText);
        const signs = { comparator, comparatorText };
        return { value: to ? { kind: 'range', ...signs, from, to } : { kind: 'quantity', ...signs, quantity: from }, origin };
    }

    /** Words behind a complete statement on the same line are no statement: a unit that stands apart, or text without quotes. */
    private isLeftover(node: AstNode, word: string): boolean {
        const start = node.$cstNode!.offset;
        const before = this.parsed.text.slice(startOfLine(this.parsed.text, start), start);
        const number = /([0-9][0-9,]*(?:\.[0-9]+)?)([%‰]?)([ \t]*)$/.exec(before);
        // What follows on the line is read as a part of it.
        const origin = { ...this.origin(node.$cstNode), end: start + word.length };
        if (number) {
            const gap = { source: this.source, start: start - number[3]!.length, end: start };
            if (number[2] === '' && gap.end > gap.start) this.issues.push({ kind: 'spaced-unit', gap, number: number[1]!, unit: word, origin });
            else this.issues.push({ kind: 'unquoted', what: 'value', text: number[1]! + number[2]! + word, origin: { ...origin, start: start - number[0].length } });
            return true;
        }
        if (before.trim() !== '' && !/[{}]\s*$/.test(before)) {
            this.issues.push({ kind: 'unexpected', text: word, place: node.$type, origin });
            return true;
        }
        return false;
    }

    // Places

    noteRepetition(label: string, first: AstNode, again: AstNode): void {
        this.repetitions.push({ label, first: this.origin(first.$cstNode), again: this.origin(again.$cstNode) });
    }

    private missing(what: MissingPart, node: AstNode, after: string, behind?: string): undefined {
        const cst = node.$cstNode!;
        const anchor = (behind === undefined ? undefined : GrammarUtils.findNodeForProperty(cst, behind)) ?? this.firstLineOf(cst);
        this.issues.push({ kind: 'missing', what, after, origin: this.origin(anchor) });
    }

    /** The first token of a node: a whole block would be underlined otherwise. */
    private firstLineOf(cst: CstNode): { offset: number; end: number } {
        const text = this.parsed.text.slice(cst.offset, cst.end);
        const end = text.search(/[\s{]/);
        return { offset: cst.offset, end: end <= 0 ? cst.end : cst.offset + end };
    }

    private string(node: AstNode, property: string, value: string | undefined): Written<string> | undefined {
        return value === undefined ? undefined : { value: unquote(value), origin: this.property(node, property) };
    }

    private property(node: AstNode, property: string): Origin {
        return this.origin(GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? node.$cstNode);
    }

    private keyword(node: AstNode): Origin {
        return this.origin(this.firstLineOf(node.$cstNode!));
    }

    private braces(node: AstNode): Origin {
        const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{');
        const end = node.$cstNode?.end ?? 0;
        return { source: this.source, start: open?.offset ?? end, end };
    }

    private origin(node: { offset: number; end: number } | undefined): Origin {
        const length = this.source.text.length;
        return { source: this.source, start: Math.min(node?.offset ?? 0, length), end: Math.min(node?.end ?? 0, length) };
    }

    /** Where the name still is to come, it is what is missing, and not yet the block behind it. */
    private missingBlock(origin: Origin): SyntaxIssue {
        const keyword = NAMED.exec(this.source.text.slice(0, origin.start))?.[0];
        if (keyword === undefined) return { kind: 'missing', what: 'block', after: '', origin };
        return { kind: 'missing', what: keyword === '属于' ? 'department' : 'name', after: keyword, origin: { ...origin, start: origin.start - keyword.length } };
    }

    private issueOf({ start, end, kind, place }: ReadingTrouble): SyntaxIssue {
        const origin = { source: this.source, start: Math.min(start, this.source.text.length), end: Math.min(end, this.source.text.length) };
        const text = this.source.text.slice(start, end);
        switch (kind) {
            case 'unclosed-string': return { kind: 'unclosed', what: 'string', origin };
            case 'unclosed-text': return { kind: 'unclosed', what: 'text', origin };
            case 'unclosed-comment': return { kind: 'unclosed', what: 'comment', origin };
            case 'unclosed-brace': return { kind: 'unclosed', what: 'brace', origin };
            case 'opening-brace': return { kind: 'missing', what: kind, after: '', origin };
            case 'block': return this.missingBlock(origin);
            case 'unit': return { kind: 'missing', what: 'unit', after: text, origin };
            case 'stray': return { kind: 'stray', text, origin };
            case 'unexpected': return { kind: 'unexpected', text, place, origin };
            case 'too-many': return { kind: 'too-many', origin };
            case 'unreadable': return { kind: 'unreadable', origin };
        }
    }
}

/** The entries of a block, where most may stand only once: the first counts, each further one is noted. */
class Entries<N extends AstNode> {
    constructor(private readonly nodes: readonly N[], private readonly translation: Translation) {}

    one<T extends N['$type']>(type: T, label: string): Extract<N, { $type: T }> | undefined {
        return this.oneWhere((node) => node.$type === type, label) as Extract<N, { $type: T }> | undefined;
    }

    oneWhere(matches: (node: N) => boolean, label: string): N | undefined {
        const [first, ...others] = this.nodes.filter(matches);
        for (const again of others) this.translation.noteRepetition(label, first!, again);
        return first;
    }

    all<T extends N['$type']>(type: T): Extract<N, { $type: T }>[] {
        return this.nodes.filter((node): node is Extract<N, { $type: T }> => node.$type === type);
    }

    oneOfEachName<T extends N['$type']>(type: T): (Extract<N, { $type: T }> & { name: string })[] {
        const byName = new Map<string, Extract<N, { $type: T }> & { name: string }>();
        for (const node of this.all(type) as (Extract<N, { $type: T }> & { name: string })[]) {
            const first = byName.get(node.name);
            if (first) this.translation.noteRepetition(node.name, first, node);
            else byName.set(node.name, node);
        }
        return [...byName.values()];
    }
}

function unquote(literal: string): string {
    return literal.startsWith('"""') ? textOfBlock(literal.slice(3, -3)) : literal.slice(1, -1);
}
