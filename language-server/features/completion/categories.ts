import { CompletionItemKind } from 'vscode-languageserver';
import { hasCategory, hasTier } from '../../domain/categories-present.js';
import type { IndicatorSet } from '../../domain/plan.js';
import { findTierOne, type Category, type Taxonomy, type TierOne } from '../../domain/taxonomy.js';
import { plain } from '../wording/markdown.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { block, END, snippet, stop } from './snippet.js';

/** In 绩效指标 { }: the categories of tier one, those that must be there and are not first. */
export function* tiersOne(situation: Situation): Generator<Proposal> {
    const { taxonomy, cursor } = situation;
    const indicators = indicatorsHere(situation);
    for (const tier of taxonomy.tiers) {
        yield {
            label: tier.name,
            kind: CompletionItemKind.Enum,
            insert: cursor.endsLine ? block([tier.name], [END]) : [tier.name],
            ...describe(tier, taxonomy, situation, hasTier(indicators, tier, taxonomy)),
            goesOn: cursor.endsLine,
        };
    }
}

/** Inside a tier one: its own categories of tier two, then those of the others. */
export function* tiersTwo(situation: Situation): Generator<Proposal> {
    const { taxonomy } = situation;
    const own = tierHere(situation);
    const indicators = indicatorsHere(situation);
    for (const tier of own ? [own, ...taxonomy.tiers.filter((other) => other !== own)] : taxonomy.tiers) {
        for (const category of tier.categories) {
            const described = describe(category, taxonomy, situation, hasCategory(indicators, category, tier, taxonomy));
            yield {
                ...categoryItem(category, situation),
                ...described,
                ...(own && tier !== own ? { rank: Rank.Rare, description: situation.say({ zh: `属于${tier.name}`, en: `belongs under ${tier.name}` }) } : {}),
            };
        }
    }
}

function categoryItem({ name }: Category, { cursor }: Situation) {
    return {
        label: name,
        kind: CompletionItemKind.EnumMember,
        insert: cursor.endsLine ? snippet`${name} "${stop()}"` : [name],
        goesOn: cursor.endsLine,
    };
}

/** The tier one whose block the cursor is in. */
export function tierHere({ cursor, taxonomy }: Situation): TierOne | undefined {
    const name = cursor.head[0]?.image;
    return name === undefined ? undefined : findTierOne(taxonomy, name);
}

function indicatorsHere({ declaration }: Situation): IndicatorSet | undefined {
    return declaration?.kind === 'project' || declaration?.kind === 'department' ? declaration.indicators : undefined;
}

function describe(category: Category, taxonomy: Taxonomy, situation: Situation, present: boolean): Pick<Proposal, 'detail' | 'description' | 'documentation' | 'rank'> {
    const { say, declaration } = situation;
    const counts = declaration?.kind === 'project' || declaration?.kind === 'department';
    const missing = counts && !present;
    return {
        detail: category.code && ` ${category.code}`,
        description: missing ? (category.required ? say({ zh: '必填，还没有', en: 'required, missing' }) : say({ zh: '还没有', en: 'missing' })) : undefined,
        documentation: documentationOf(category, taxonomy, situation),
        rank: missing ? (category.required ? Rank.Required : Rank.Missing) : counts ? Rank.Present : Rank.Usual,
    };
}

/** Code, definition and where it comes from. */
export function documentationOf(category: Category, taxonomy: Taxonomy, { say }: Pick<Situation, 'say'>): string {
    const code = category.code && `（${say({ zh: '代码', en: 'code' })} ${plain(category.code)}）`;
    const required = category.required ? ` · ${say({ zh: '必填', en: 'required' })}` : '';
    const source = taxonomy.name && `${say({ zh: '出处', en: 'Source' })}：${plain(taxonomy.name.value)}`;
    return [`**${plain(category.name)}**${code}${required}`, plain(category.definition), source].filter((part) => part).join('\n\n');
}
