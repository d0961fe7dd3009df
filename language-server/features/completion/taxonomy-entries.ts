import { CompletionItemKind } from 'vscode-languageserver';
import { findTierOne, type Category, type Taxonomy } from '../../domain/taxonomy.js';
import { documentationOf } from './categories.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { block, END, type Snippet } from './snippet.js';

/** In a taxonomy of one's own: the categories of the others, with their codes. */
export function* tiersOneToDeclare(situation: Situation): Generator<Proposal> {
    for (const { category, taxonomy } of known(situation, ({ tiers }) => tiers)) {
        yield proposalOf(category, taxonomy, situation, block([declarationOf(category)], [END]));
    }
}

export function* tiersTwoToDeclare(situation: Situation): Generator<Proposal> {
    const tier = situation.cursor.head[0]?.image ?? '';
    for (const { category, taxonomy } of known(situation, (taxonomy) => findTierOne(taxonomy, tier)?.categories ?? [])) {
        yield proposalOf(category, taxonomy, situation, [declarationOf(category)]);
    }
}

function* known({ workspace: { names }, cursor, declaration }: Situation, categoriesOf: (taxonomy: Taxonomy) => readonly Category[]): Generator<{ category: Category; taxonomy: Taxonomy }> {
    const seen = new Set(cursor.siblings);
    for (const name of names.taxonomyNames) {
        const taxonomy = names.taxonomy(name);
        if (!taxonomy || taxonomy === declaration) continue;
        for (const category of categoriesOf(taxonomy)) {
            if (!seen.has(category.name)) yield { category, taxonomy };
            seen.add(category.name);
        }
    }
}

function proposalOf(category: Category, taxonomy: Taxonomy, situation: Situation, insert: Snippet): Proposal {
    return {
        label: category.name,
        kind: CompletionItemKind.EnumMember,
        insert: situation.cursor.endsLine ? insert : [category.name],
        detail: category.code && ` ${category.code}`,
        description: taxonomy.name?.value,
        documentation: documentationOf(category, taxonomy, situation),
        rank: Rank.Missing,
    };
}

/** A category with its code, as a taxonomy declares it. */
export function declarationOf({ name, code, required }: Category): string {
    return `${name}${code && ` 代码 ${code}`}${required ? ' 必填' : ''}`;
}
