import { type ClientCapabilities, type CompletionItem, InsertTextFormat, InsertTextMode, MarkupKind, type Range } from 'vscode-languageserver';
import { SUGGEST_AGAIN, type ExperimentalCapabilities } from '../../protocol.js';
import { searchTextOf } from '../searching/search-text.js';
import { unmarked } from '../wording/markdown.js';
import { Rank, type Proposal, type Quoted } from './proposal.js';
import type { Situation, TextAround } from './situation.js';
import { hasStops, inQuotes, toPlainText, toSnippetText, type Snippet } from './snippet.js';

/** What the client says that it can do with an item. */
export interface Abilities {
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly suggestsAgain: boolean;
}

export function abilitiesOf(client: ClientCapabilities): Abilities {
    const item = client.textDocument?.completion?.completionItem;
    const commands = (client.experimental as ExperimentalCapabilities | undefined)?.commands?.commands;
    return {
        snippets: item?.snippetSupport ?? false,
        markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
        suggestsAgain: Array.isArray(commands) && commands.includes(SUGGEST_AGAIN),
    };
}

/** Turns proposals into items whose order, edit and search text are all explicit: clients guess each of them wrongly for Chinese. */
export class ItemMaker {
    private count = 0;
    private lastRange: { start: number; end: number; range: Range } | undefined;

    constructor(
        private readonly around: TextAround,
        /** The word or string under the cursor. */
        private readonly cursor: Pick<Situation['cursor'], 'start' | 'end'> & Partial<Pick<Situation['cursor'], 'quote'>>,
        private readonly abilities: Abilities,
    ) {}

    /** @returns undefined for a name that cannot stand between the quotes that are there */
    toItem(proposal: Proposal): CompletionItem | undefined {
        const written = this.written(proposal);
        if (!written) return undefined;
        const { insert, start, end } = written;
        const asSnippet = this.abilities.snippets && hasStops(insert);
        const newText = asSnippet ? toSnippetText(insert) : toPlainText(insert);
        const { label, kind, detail, description, documentation, rank = Rank.Usual } = proposal;
        return {
            label,
            kind,
            labelDetails: detail || description ? { detail: detail || undefined, description } : undefined,
            documentation: documentation === undefined ? undefined : this.abilities.markdown ? { kind: MarkupKind.Markdown, value: documentation } : unmarked(documentation),
            sortText: `${rank}${String(this.count++).padStart(4, '0')}`,
            filterText: filterTextOf(proposal),
            insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
            insertTextMode: newText.includes('\n') ? InsertTextMode.adjustIndentation : undefined,
            textEdit: { range: this.rangeOf(start, end), newText },
            command: proposal.goesOn && this.abilities.suggestsAgain ? { title: '', command: SUGGEST_AGAIN } : undefined,
        };
    }

    /** Nearly all items of a list take the place of the same word. */
    private rangeOf(start: number, end: number): Range {
        if (this.lastRange?.start !== start || this.lastRange.end !== end) this.lastRange = { start, end, range: this.around.rangeOf(start, end) };
        return this.lastRange.range;
    }

    private written({ insert, replaces }: Proposal): { insert: Snippet; start: number; end: number } | undefined {
        const { start, end } = replaces ?? this.cursor;
        if (!isQuoted(insert)) return this.cursor.quote && !replaces ? undefined : { insert, start, end };
        const { quote } = this.cursor;
        if (!quote) {
            const quoted = inQuotes(insert.quoted);
            return quoted && { insert: [...quoted, ...insert.behind], start, end };
        }
        if (insert.quoted.includes(quote.closer)) return undefined;
        return { insert: [insert.quoted, quote.closer, ...insert.behind], start, end: quote.closed ? end + 1 : end };
    }
}

/** VS Code puts the best match first, whatever the sort text says, and a match is the better the earlier it ends. */
const WEIGHT = '·'.repeat(32);

function filterTextOf({ label, foundBy, yields }: Proposal): string {
    const text = foundBy ?? searchTextOf(label);
    return yields ? `${WEIGHT} ${text}`.slice(0, 128) : text;
}

function isQuoted(insert: Snippet | Quoted): insert is Quoted {
    return 'quoted' in insert;
}
