import { CompletionItemKind } from 'vscode-languageserver';
import { findCategory, type Category, type TierOne } from '../../domain/taxonomy.js';
import { isBuiltin } from '../../workspace/workspace.js';
import { tierHere } from './categories.js';
import { behindName } from './indicator-names.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { choice, snippet, stop, type Snippet } from './snippet.js';
import { usualUnits, usualValues } from './usual-values.js';
import { valueSnippet } from './values.js';

/** Where a line begins inside a tier one: a line to fill in, and whole lines from the libraries of indicators. */
export function* indicatorLines(situation: Situation): Generator<Proposal> {
    const { cursor, workspace, taxonomy, declaration, say } = situation;
    const tier = tierHere(situation);
    if (!tier || !cursor.endsLine) return;
    yield {
        label: '一行指标',
        kind: CompletionItemKind.Snippet,
        insert: lineToFillIn(tier),
        description: say({ zh: '分类、名称、数值', en: 'a whole line: category, name, value' }),
        foundBy: '一行指标 指标 行 yhzb zb hang yihang zhibiao',
        rank: Rank.Other,
    };
    if (declaration?.kind === 'library') return;
    for (const category of tier.categories) {
        for (const known of workspace.indicatorNames.ofCategory(category.name)) {
            const [library] = known.libraries;
            if (!library || findCategory(taxonomy, known.category, tier)?.category !== category) continue;
            yield {
                label: known.name,
                kind: CompletionItemKind.Value,
                insert: snippet`${category.name} "${known.name}"${behindName(known)}`,
                description: `${category.name} · ${library.name?.value ?? ''}`,
                rank: isBuiltin(library.origin.source.uri) ? Rank.Rare : Rank.Other,
                yields: true,
            };
        }
    }
}

/** Stands in a line until its indicator has a name. */
export const INDICATOR_NAME = '指标名称';

function lineToFillIn(tier: TierOne): Snippet {
    const [first] = tier.categories;
    const units = usualUnits('', first?.name ?? '').slice(0, 8);
    return snippet`${choice(tier.categories.map((category) => category.name))} "${stop(INDICATOR_NAME)}"  ${choice(['≥', '≤', '='])}${stop('1')}${choice(units)}`;
}

/** A line of one category, with a value such as it usually has. */
export function lineOfCategory(category: Category): Snippet {
    const [usual] = usualValues(category.name.includes('满意度') ? category.name : '', category.name, undefined);
    return snippet`${category.name} "${stop(INDICATOR_NAME)}"  ${usual ? valueSnippet(usual) : stop()}`;
}
