import { CompletionItemKind } from 'vscode-languageserver';
import { readWords } from '../../domain/reading-words.js';
import { categoryKey } from '../../domain/taxonomy.js';
import type { IndicatorValue } from '../../domain/value.js';
import { readLine } from './line-of-indicator.js';
import { Rank, type Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { knownValue } from './usual-values.js';
import { budgetYears } from './years.js';

/** More words than these are no help in choosing. */
const MOST_WORDS = 20;

/** Words that can be checked at the end of the year, by category; what cannot be checked is not put into anybody's mouth. */
function checkableWords(category: string, situation: Situation): string[] {
    switch (categoryKey(category)) {
        case '质量': return ['合格', '通过验收', '符合国家标准'];
        case '时效': return [`${budgetYears(situation)[0]}年12月31日前`, '按合同约定时间'];
        case '成本': case '经济成本': return ['不超过预算金额', '不高于市场价格'];
        case '社会成本': case '生态环境成本': return ['无'];
        default: return [];
    }
}

/** Where a value may stand in words: what this indicator had before, what others of its category have, what can be checked. */
export function* valuesInWords(situation: Situation): Generator<Proposal> {
    const { cursor, workspace, say } = situation;
    const { name, category, cycle, inAnnualValue } = readLine(cursor.statement);
    const own = inAnnualValue ? cycle.find(({ tokenType }) => tokenType.name === 'STRING')?.image.slice(1, -1) : wordsOf(knownValue(workspace, category, name));
    // A quantity is better written as one.
    if (own) yield { ...inWords(own), rank: saysQuantity(own) ? Rank.Other : Rank.Required };
    const used = wordsInUse(situation, category, name);
    for (const [words, uses] of used) {
        if (words !== own) yield { ...inWords(words), description: say({ zh: `用过 ${uses} 次`, en: `used ${uses}×` }) };
    }
    for (const words of checkableWords(category, situation)) {
        if (words !== own && !used.has(words)) yield inWords(words);
    }
}

/** What the other indicators of a category have for a value, the most frequent first. */
function wordsInUse({ workspace }: Situation, category: string, except: string): Map<string, number> {
    const used = new Map<string, number>();
    for (const { name, value, uses } of workspace.indicatorNames.ofCategory(category)) {
        const words = wordsOf(value);
        if (name !== except && words && uses > 0 && !saysQuantity(words)) used.set(words, (used.get(words) ?? 0) + uses);
    }
    return new Map([...used].sort(([, one], [, other]) => other - one).slice(0, MOST_WORDS));
}

function wordsOf(value: IndicatorValue | undefined): string | undefined {
    return value?.kind === 'words' && value.text.trim() !== '' ? value.text : undefined;
}

function saysQuantity(words: string): boolean {
    return readWords(words) !== undefined;
}

function inWords(words: string): Proposal {
    return { label: words, kind: CompletionItemKind.Text, insert: { quoted: words, behind: [] }, rank: Rank.Rare };
}
