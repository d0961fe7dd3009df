import * as ast from '../generated/ast.js';
import type { MoneyUnit } from '../domain/money.js';
import type { Origin, Source, Written } from '../domain/origin.js';
import type { Declaration, Department, Fragment, IndicatorLibrary, KeyTask, Period, Project } from '../domain/plan.js';
import type { Category, Taxonomy, TierOne } from '../domain/taxonomy.js';
import type { ParsedDeclaration } from '../syntax/parse-declaration.js';
import { AmountReader } from './amount-reader.js';
import { Entries } from './entries.js';
import { IndicatorReader } from './indicator-reader.js';
import { oneSlipOnce } from './one-slip-once.js';
import { TreeReader, unquote } from './tree-reader.js';

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
    return new Translation(new TreeReader(parsed, source)).declarations(surroundings);
}

class Translation {
    private readonly amounts: AmountReader;
    private readonly indicators: IndicatorReader;

    constructor(private readonly tree: TreeReader) {
        this.amounts = new AmountReader(tree);
        this.indicators = new IndicatorReader(tree);
    }

    declarations(surroundings: Surroundings | undefined): Declaration[] {
        const translated: Declaration[] = [];
        for (const node of this.tree.parsed.file.declarations) {
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
        this.tree.issues.splice(0, this.tree.issues.length, ...oneSlipOnce(this.tree.issues, this.tree.source.text));
        if (translated.length === 0 && this.tree.issues.length > 0) translated.push(this.fragment());
        return translated;
    }

    private fragment(): Fragment {
        const origin = { source: this.tree.source, start: 0, end: this.tree.source.text.length };
        return { kind: 'fragment', origin, head: origin, body: origin, name: undefined, issues: this.tree.issues, repetitions: [] };
    }

    // Declarations

    private department(node: ast.Department): Department {
        const entries = new Entries(node.entries, this.tree);
        const moneyUnit = this.amounts.moneyUnit(entries.one('MoneyUnit', '金额单位'));
        return {
            kind: 'department',
            ...this.declared(node, '部门'),
            year: this.year(entries.one('Year', '年度')),
            taxonomyName: this.taxonomyName(entries.one('TaxonomyChoice', '指标体系')),
            moneyUnit,
            sections: entries.oneOfEachName('BudgetSection').map((section) => this.amounts.budgetSection(section, moneyUnit)),
            goal: this.tree.text(entries.one('Goal', '总体绩效目标')),
            tasks: entries.all('KeyTask').map((task) => this.keyTask(task, moneyUnit)),
            otherTasks: this.tree.text(entries.one('OtherTasks', '其他任务')),
            indicators: this.indicators.indicatorSet(entries.one('IndicatorSection', '绩效指标')),
        };
    }

    private project(node: ast.Project, surroundings: Surroundings | undefined): Project {
        const entries = new Entries(node.entries, this.tree);
        const moneyUnit = this.amounts.moneyUnit(entries.one('MoneyUnit', '金额单位'), surroundings?.moneyUnit);
        const written = this.tree.string(node, 'department', node.department);
        const named = written?.value.trim() ? written : undefined;
        if (node.belongs && !named) this.tree.missing('department', node, '属于', 'belongs');
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
            funds: funds && this.amounts.section(funds, { value: '资金', origin: this.tree.keyword(funds) }, moneyUnit),
            goal: this.tree.text(entries.one('Goal', '绩效目标')),
            indicators: this.indicators.indicatorSet(entries.one('IndicatorSection', '绩效指标')),
        };
    }

    private library(node: ast.IndicatorLibrary): IndicatorLibrary {
        return { kind: 'library', ...this.declared(node, '指标库'), groups: node.groups.map((group) => this.indicators.indicatorGroup(group)) };
    }

    private taxonomy(node: ast.Taxonomy): Taxonomy {
        const weight = new Entries(node.options, this.tree).one('WeightTotal', '权重');
        if (weight && weight.value === undefined) this.tree.missing('number', weight, '权重');
        return {
            kind: 'taxonomy',
            ...this.declared(node, '指标体系'),
            weightTotal: weight?.value === undefined ? undefined : Number(weight.value.replaceAll(',', '')),
            tiers: new Entries(node.tiers, this.tree).oneOfEachName('TierOne').map((tier): TierOne => ({
                ...this.category(tier),
                categories: new Entries(tier.categories, this.tree).oneOfEachName('TierTwo').map((category) => this.category(category)),
            })),
        };
    }

    private category(node: ast.TierOne | ast.TierTwo): Category {
        const attributes = new Entries<ast.CategoryAttribute>(node.attributes, this.tree);
        const code = attributes.one('CategoryCode', '代码');
        const shortName = attributes.one('ShortName', '简称');
        const definition = attributes.one('Definition', '定义');
        if (code && code.value === undefined) this.tree.missing('number', code, '代码');
        if (shortName && shortName.value === undefined) this.tree.missing('name', shortName, '简称');
        return {
            name: node.name,
            code: code?.value ?? '',
            shortName: shortName?.value === undefined ? node.name : unquote(shortName.value),
            required: attributes.one('Required', '必填') !== undefined,
            definition: definition === undefined ? '' : unquote(definition.text),
            origin: this.tree.origin(node),
            nameOrigin: this.tree.property(node, 'name'),
        };
    }

    // Parts of declarations

    private declared(node: ast.Declaration, keyword: string) {
        const name = this.tree.string(node, 'name', node.name);
        if (!name?.value.trim()) this.tree.missing('name', node, keyword);
        const origin = this.tree.origin(node);
        const head = { ...origin, end: name?.origin.end ?? this.tree.keyword(node).end };
        const shared = { origin, head, body: this.tree.braces(node), name };
        // What is wrong with a text is said once, with its first declaration.
        return node.$containerIndex === 0 && node.$container?.$type === 'File'
            ? { ...shared, issues: this.tree.issues, repetitions: this.tree.repetitions }
            : { ...shared, issues: [], repetitions: [] };
    }

    private year(node: ast.Year | undefined): Written<number> | undefined {
        if (!node) return undefined;
        if (node.value === undefined) return this.tree.missing('year', node, '年度');
        return this.yearNumber(node.value, this.tree.property(node, 'value'));
    }

    private yearNumber(text: string, origin: Origin): Written<number> | undefined {
        const digits = /^([0-9]{4})年?$/.exec(text)?.[1];
        if (digits === undefined) {
            this.tree.issues.push({ kind: 'bad-number', text, wanted: 'year', origin });
            return undefined;
        }
        return { value: Number(digits), origin };
    }

    private period(node: ast.Period | undefined): Written<Period> | undefined {
        if (!node) return undefined;
        if (node.from === undefined || (node.range && node.to === undefined)) return this.tree.missing('year', node, '实施周期');
        const from = this.yearNumber(node.from, this.tree.property(node, 'from'));
        const to = node.to === undefined ? from : this.yearNumber(node.to, this.tree.property(node, 'to'));
        return from && to && { value: { from: from.value, to: to.value }, origin: this.tree.origin(node) };
    }

    private taxonomyName(node: ast.TaxonomyChoice | undefined): Written<string> | undefined {
        return this.named(node, '指标体系');
    }

    private named(node: ast.TaxonomyChoice | ast.FundingUnit | undefined, keyword: string): Written<string> | undefined {
        if (!node) return undefined;
        return this.tree.string(node, 'name', node.name) ?? this.tree.missing('name', node, keyword);
    }

    private keyTask(node: ast.KeyTask, unit: MoneyUnit): KeyTask {
        const entries = new Entries(node.entries, this.tree);
        const funds = entries.one('TaskFunds', '资金');
        if (funds && !funds.amount) this.tree.missing('amount', funds, '资金');
        const name = this.tree.string(node, 'name', node.name);
        if (!name) this.tree.missing('name', node, '重点任务');
        return {
            name,
            funds: this.amounts.amount(funds?.amount, unit),
            content: this.tree.text(entries.one('TaskContent', '内容')),
            target: this.tree.text(entries.one('TaskTarget', '目标')),
            origin: this.tree.origin(node),
            body: this.tree.braces(node),
        };
    }
}
