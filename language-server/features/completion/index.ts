import { type CompletionList, CompletionTriggerKind, type Position } from 'vscode-languageserver';
import type { Session } from '../../session.js';
import type { Feature } from '../feature.js';
import { proposals, somethingIsDue } from './proposals.js';
import type { Proposal } from './proposal.js';
import { silencings } from './silencings.js';
import { cursorAt, situationAt, textAround, type Asking } from './situation.js';
import { abilitiesOf, ItemMaker, type Abilities } from './to-item.js';

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/**
 * What may be written at the cursor. All that fits is sent, whatever has been typed of it: the editor filters by the
 * text that each item is found by, and can go on doing so while the officer types.
 */
export const completion: Feature = {
    capabilities: {
        completionProvider: {
            // A blank and a quote are answered only where something has to follow them, a slash only in a unit.
            triggerCharacters: [' ', '"', '“', '/'],
            completionItem: { labelDetailsSupport: true },
        },
    },
    register(session) {
        session.connection.onCompletion(session.answering('completion', NOTHING, ({ textDocument, position, context }) => {
            const trigger = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
            return complete(session, textDocument.uri, position, trigger);
        }));
    },
};

function complete({ workspace, language, client }: Session, uri: string, position: Position, trigger: string | undefined): CompletionList {
    const document = workspace.document(uri);
    if (!document) return NOTHING;
    return completionsAt({ workspace, document, language, today: new Date() }, position, abilitiesOf(client), trigger);
}

/** @param trigger the character that asked by itself, without the officer's wish */
export function completionsAt(asking: Asking, position: Position, abilities: Abilities, trigger?: string): CompletionList {
    const around = textAround(asking.document, position);
    const cursor = cursorAt(around);
    if (!cursor) return NOTHING;
    let isIncomplete = false;
    const makeItems = (maker: ItemMaker, found: Iterable<Proposal>) => [...found].map((proposal) => maker.toItem(proposal)).filter((item) => item !== undefined);
    if (cursor.under === 'comment') {
        if (trigger !== undefined && trigger !== ' ') return NOTHING;
        const maker = new ItemMaker(around, { start: cursor.offset, end: cursor.offset }, abilities);
        return { isIncomplete, items: makeItems(maker, silencings(cursor, around, asking)) };
    }
    const situation = situationAt(cursor, around, asking);
    if (trigger === ' ' && (cursor.under !== 'nothing' || !somethingIsDue(situation))) return NOTHING;
    if (trigger === '/' && cursor.under !== 'number') return NOTHING;
    if ((trigger === '"' || trigger === '“') && cursor.under !== 'string') return NOTHING;
    const items = makeItems(new ItemMaker(around, cursor, abilities), proposals(situation, () => (isIncomplete = true)));
    return { isIncomplete, items };
}
