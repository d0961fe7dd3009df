import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, type IndicatorLibrary } from '../../language-server/domain/plan.js';
import { categoryKey, findCategory, findTierOne } from '../../language-server/domain/taxonomy.js';
import { isKnownUnit } from '../../language-server/domain/units.js';
import { RULES, Workspace } from '../../language-server/index.js';

const TEXT = readFileSync(join(import.meta.dirname, '../../grammar/library/usual-indicators.ptarget'), 'utf8');
const URI = 'file:///common.ptarget';

const workspace = new Workspace();
const [block] = workspace.open(URI, TEXT).blocks;
const library = block!.declaration as IndicatorLibrary;
const indicators = [...indicatorsOf(library.groups)];
const taxonomy = workspace.taxonomyOf(library);

describe('the built-in library of indicators', () => {
    it('is read without problems', () => {
        expect(library.kind).toBe('library');
        expect(library.issues).toEqual([]);
        expect(workspace.problemsOf(URI)).toEqual([]);
    });

    it('has at least 150 indicators, each once', () => {
        expect(indicators.length).toBeGreaterThanOrEqual(150);
        const names = indicators.map(({ indicator }) => indicator.name.value);
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });

    it('has categories of the official taxonomy, all of them, each in its place', () => {
        for (const { group, indicator } of indicators) {
            const tier = findTierOne(taxonomy, group.category.value);
            expect(tier && findCategory(taxonomy, indicator.category.value)?.tier, indicator.name.value).toBe(tier);
        }
        const used = new Set(indicators.map(({ indicator }) => categoryKey(indicator.category.value)));
        const all = taxonomy.tiers.flatMap((tier) => tier.categories.map((category) => categoryKey(category.name)));
        expect(all.filter((category) => !used.has(category))).toEqual([]);
    });

    it('says of each its direction, a number and a unit', () => {
        for (const { indicator } of indicators) {
            const value = indicator.cycle?.value;
            expect(value?.kind, indicator.name.value).toBe('quantity');
            if (value?.kind !== 'quantity') continue;
            expect(value.comparator, indicator.name.value).toMatch(/^[≥≤=]$/);
            expect(isKnownUnit(value.quantity.unit.split('/')[0]!), `${indicator.name.value} ${value.quantity.unit}`).toBe(true);
        }
    });

    it('is met in completion only', () => {
        const fresh = new Workspace();
        expect([...fresh.indicatorNames.ofCategory('数量指标')].length).toBeGreaterThan(50);
        expect([...fresh.uris].filter((uri) => uri.includes('library'))).toEqual([]);
        expect([...fresh.names.libraries]).toEqual([]);
    });

    it('would be found faultless in a project', () => {
        const lines = TEXT.slice(TEXT.indexOf('{') + 1, TEXT.lastIndexOf('}'));
        const project = `部门 "局" {\n    年度 2025\n}\n项目 "甲" 属于 "局" {\n    资金 {\n        财政拨款 100,000\n    }\n    绩效目标 "保障各项工作正常开展。"\n    绩效指标 {${lines}}\n}\n`;
        const inUse = new Workspace();
        inUse.open('file:///project.ptarget', project);
        expect(inUse.problemsOf('file:///project.ptarget').map(({ rule, message }) => `${rule}: ${message.zh}`)).toEqual([]);
        expect(RULES.length).toBeGreaterThan(10);
    });
});
