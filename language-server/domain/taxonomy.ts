import { byWord } from './by-word.js';
import type { Origin } from './origin.js';
import type { Declared } from './plan.js';

/** A tier-two category, e.g. 数量指标. */
export interface Category {
    readonly name: string;
    /** Two digits, the first that of its tier one; taxonomies without official codes have none. */
    readonly code: string;
    /** As the packed cells print it, e.g. 社会效益 for 社会效益指标. */
    readonly shortName: string;
    readonly required: boolean;
    readonly definition: string;
    readonly origin: Origin;
    readonly nameOrigin: Origin;
}

/** A tier-one category, e.g. 产出指标, with its own tier two. */
export interface TierOne extends Category {
    readonly categories: readonly Category[];
}

/** 指标体系: the two tiers of categories that indicators are filed under. */
export interface Taxonomy extends Declared {
    readonly kind: 'taxonomy';
    readonly tiers: readonly TierOne[];
    /** What the weights of one set of indicators add up to; undefined where the taxonomy does not say. */
    readonly weightTotal: number | undefined;
}

/** Names of categories are compared without the suffix 指标: 社会效益 is 社会效益指标. */
export function categoryKey(name: string): string {
    return name.length > 2 && name.endsWith('指标') ? name.slice(0, -2) : name;
}

/** What other forms and places call a category, by names without 指标. */
const ALSO_CALLED: Record<string, string> = byWord({
    环境效益: '生态效益',
    进度: '时效',
    满意度: '服务对象满意度',
    社会公众满意度: '服务对象满意度',
    社会公众或服务对象满意度: '服务对象满意度',
    受益对象满意度: '服务对象满意度',
    可持续: '可持续影响',
    可持续发展: '可持续影响',
    可持续影响效益: '可持续影响',
    生态环境效益: '生态效益',
    效果: '效益',
    服务满意度: '服务对象满意度',
});

/** The category of a list that a name used elsewhere stands for. */
export function categoryCalled<T extends Category>(name: string, categories: readonly T[]): T | undefined {
    const key = categoryKey(name);
    return categories.find((category) => [ALSO_CALLED[key], key].includes(categoryKey(category.name)) || category.shortName === name);
}

export function findTierOne(taxonomy: Taxonomy, name: string): TierOne | undefined {
    return indexOf(taxonomy).tiers.get(categoryKey(name));
}

/** A tier-two category by its name, wherever it stands; the tier one given is searched first. */
export function findCategory(taxonomy: Taxonomy, name: string, preferred?: TierOne): { tier: TierOne; category: Category } | undefined {
    const found = indexOf(taxonomy).categories.get(categoryKey(name));
    return found?.find(({ tier }) => tier === preferred) ?? found?.[0];
}

interface TaxonomyIndex {
    readonly tiers: ReadonlyMap<string, TierOne>;
    /** By key; in the order of the tiers. */
    readonly categories: ReadonlyMap<string, readonly { readonly tier: TierOne; readonly category: Category }[]>;
}

/** A taxonomy never changes, an edit replaces it; every rule asks for its categories by name. */
const indexes = new WeakMap<Taxonomy, TaxonomyIndex>();

function indexOf(taxonomy: Taxonomy): TaxonomyIndex {
    let index = indexes.get(taxonomy);
    if (!index) {
        const tiers = new Map<string, TierOne>();
        const categories = new Map<string, { tier: TierOne; category: Category }[]>();
        for (const tier of taxonomy.tiers) {
            if (!tiers.has(categoryKey(tier.name))) tiers.set(categoryKey(tier.name), tier);
            for (const category of tier.categories) {
                const key = categoryKey(category.name);
                const alike = categories.get(key);
                if (alike) alike.push({ tier, category });
                else categories.set(key, [{ tier, category }]);
            }
        }
        indexes.set(taxonomy, (index = { tiers, categories }));
    }
    return index;
}

/** The kinds of tier one that the rules speak of. */
export type TierKind = '产出' | '效益' | '满意度' | '成本';

/** Which kind a tier one is, by its name without 指标. */
export function isTierKind(name: string, kind: TierKind): boolean {
    return categoryKey(name) === kind;
}
