import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import { rangeOf, type Range } from '../domain/origin.js';
import { partsAround } from '../domain/parts.js';
import { RULES } from '../rules/index.js';
import type { Session } from '../session.js';
import { wordAt } from '../syntax/quoted-and-comments.js';
import type { Block } from '../workspace/block.js';
import { nameAt } from '../workspace/name-places.js';
import type { Feature } from './feature.js';
import { tellName } from './hovering/names.js';
import { tellPart } from './hovering/parts.js';
import type { Told } from './hovering/told.js';
import { meaningOf } from './wording/keywords.js';
import { explainRule } from './wording/rules.js';

/** What stands at a place: categories, sums, projects in their department, values in words, keywords, problems. */
export const hover: Feature = {
    capabilities: { hoverProvider: true },
    register(session) {
        session.connection.onHover(session.answering('hover', null as Hover | null, (params) => hoverAt(session, params)));
    },
};

export function hoverAt(session: Session, { textDocument: { uri }, position }: TextDocumentPositionParams): Hover | null {
    const found = session.workspace.document(uri)?.blockAt(position);
    if (!found) return null;
    const { block, offset } = found;
    const name = nameAt(session.workspace, uri, position);
    const told = (name && tellName(name, session)) ?? tellPart(block, offset, session) ?? tellKeyword(block, offset, session);
    const explained = explainProblems(uri, position, session);
    if (!told && !explained) return null;
    return {
        contents: { kind: MarkupKind.Markdown, value: [told?.text, explained].filter((part) => part !== undefined).join('\n\n---\n\n') },
        range: told && rangeOf(told.origin),
    };
}

function tellKeyword(block: Block, offset: number, session: Session): Told | undefined {
    const found = wordAt(block.pieces.map((piece) => piece.normalized).join(''), offset);
    if (!found) return undefined;
    const around = block.declarations.flatMap((declaration) => partsAround(declaration, found.start, found.end)).at(-1);
    const place = around?.kind === 'declaration' ? around.of.kind : around?.kind;
    const meaning = meaningOf(found.word, place);
    return meaning && { origin: { source: block, start: found.start, end: found.end }, text: `**${found.word}** ${session.say(meaning)}` };
}

const RULE_NAMED = new Map(RULES.map((rule) => [rule.name, rule]));

/** The editor shows a problem's message itself; here follows why it matters and what to do. */
function explainProblems(uri: string, position: Range['start'], session: Session): string | undefined {
    const rules = new Set(session.workspace.problemsOf(uri).filter(({ origin }) => holds(rangeOf(origin), position)).map((problem) => problem.rule));
    const explanations = [...rules].map((rule) => RULE_NAMED.get(rule)).filter((rule) => rule !== undefined)
        .map((rule) => explainRule(rule, session.say.bind(session)));
    return explanations.length === 0 ? undefined : explanations.join('\n\n');
}

function holds({ start, end }: Range, { line, character }: Range['start']): boolean {
    return (start.line < line || (start.line === line && start.character <= character)) && (line < end.line || (line === end.line && character <= end.character));
}
