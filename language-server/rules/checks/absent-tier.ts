import { missingTier } from '../../domain/categories-present.js';
import { callByName } from '../../domain/declaration-name.js';
import type { Finding } from '../../domain/problem.js';
import type { DeclarationRule } from '../../domain/rule.js';
import type { TierKind } from '../../domain/taxonomy.js';
import { addIndicator } from '../fixes/add-indicator.js';

/** The check of the rules that ask for an indicator of one tier: they differ in severity and reasons only. */
export function absentTier(kind: TierKind): DeclarationRule['check'] {
    return function* (declaration, { taxonomy }): Generator<Finding> {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const tier = missingTier(declaration, taxonomy, kind);
        if (!tier) return;
        const who = callByName(declaration);
        yield {
            origin: declaration.head,
            message: { zh: `${who.zh}没有${tier.name}`, en: `${who.en} has no ${tier.name}` },
            fixes: () => addIndicator(declaration, tier, taxonomy),
        };
    };
}
