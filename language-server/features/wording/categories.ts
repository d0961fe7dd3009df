import type { Category, Taxonomy, TierOne } from '../../domain/taxonomy.js';
import type { Wording } from '../../domain/wording.js';
import { paragraphs, plain } from './markdown.js';

/** A category as hover and completion explain it: its definition, its code and place, the document that defines it. */
export function describeCategory(category: Category, tier: TierOne, taxonomy: Taxonomy, say: (wording: Wording) => string): string {
    const place = category === tier ? say({ zh: '一级指标', en: 'tier one' }) : say({ zh: `二级指标，属于 ${plain(tier.name)}`, en: `tier two of ${plain(tier.name)}` });
    const code = category.code && say({ zh: `代码 ${plain(category.code)}`, en: `code ${plain(category.code)}` });
    const required = category.required ? say({ zh: '必填', en: 'required' }) : '';
    const source = plain(taxonomy.name?.value ?? '');
    return paragraphs(
        `**${plain(category.name)}** · ${[place, code, required].filter((part) => part !== '').join(' · ')}`,
        plain(category.definition),
        source && say({ zh: `——指标体系 ${source}`, en: `— taxonomy ${source}` }),
    );
}

/** The tier one that a category is or belongs to. */
export function tierOf(category: Category, taxonomy: Taxonomy): TierOne | undefined {
    return taxonomy.tiers.find((tier) => tier === category || tier.categories.includes(category));
}
