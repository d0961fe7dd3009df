import { CompletionItemKind } from 'vscode-languageserver';
import { RULES } from '../../rules/index.js';
import { searchTextOf } from '../searching/search-text.js';
import type { CommentCursor } from './cursor.js';
import { spoken } from '../wording/markdown.js';
import { Rank, type Proposal } from './proposal.js';
import type { Asking, TextAround } from './situation.js';
import { snippet, stop } from './snippet.js';

const DIRECTIVES = [
    { name: 'ptarget-ignore', meaning: { zh: '不再提示这一行（或下一行）的某个问题，并写明原因', en: 'silences a rule on this line or the next, with the reason' } },
    { name: 'ptarget-ignore-file', meaning: { zh: '在整个文件中不再提示某个问题', en: 'silences a rule in the whole file' } },
];

/** Inside a comment: `ptarget-ignore`, and behind it the rules, those that found something here first. */
export function* silencings(cursor: CommentCursor, around: TextAround, asking: Asking): Generator<Proposal> {
    const before = around.text.slice(cursor.start, cursor.offset);
    const typed = /[A-Za-z-]*$/.exec(before)![0];
    const rest = /^[A-Za-z-]*/.exec(around.text.slice(cursor.offset, cursor.end))![0];
    const replaces = { start: cursor.offset - typed.length, end: cursor.offset + rest.length };
    const reasonFollows = around.text.slice(replaces.end, cursor.end).trim() !== '';
    const directive = /^\/\/\s*(ptarget-ignore(?:-file)?)\s+[a-z-]*$/.exec(before)?.[1];
    if (directive) yield* rules(directive === 'ptarget-ignore-file', reasonFollows, replaces, around, asking);
    else if (/^\/\/\s*[A-Za-z-]*$/.test(before)) yield* directives(replaces, asking);
}

function* directives(replaces: Proposal['replaces'], { language }: Asking): Generator<Proposal> {
    for (const { name, meaning } of DIRECTIVES) {
        yield { label: name, kind: CompletionItemKind.Keyword, insert: [`${name} `], description: meaning[language], replaces, goesOn: true };
    }
}

function* rules(wholeFile: boolean, reasonFollows: boolean, replaces: Proposal['replaces'], around: TextAround, { workspace, document, language }: Asking): Generator<Proposal> {
    const { line } = around.rangeOf(around.offset, around.offset).start;
    const found = new Set(workspace.problemsOf(document.uri)
        .filter(({ origin }) => {
            const at = origin.source.positionAt(origin.start).line;
            return wholeFile || at === line || at === line + 1;
        })
        .map(({ rule }) => rule));
    for (const { name, title, explanation } of RULES) {
        yield {
            label: name,
            kind: CompletionItemKind.Event,
            insert: reasonFollows ? [name] : snippet`${name}：${stop('原因')}`,
            description: title[language],
            documentation: spoken(explanation[language]),
            foundBy: `${name} ${searchTextOf(title.zh)}`.slice(0, 128),
            rank: found.has(name) ? Rank.Required : Rank.Usual,
            replaces,
        };
    }
}

