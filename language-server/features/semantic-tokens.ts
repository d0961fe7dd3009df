import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensDelta, SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { BUDGET_SECTIONS, PROJECT_FUNDS, type SectionOfForm } from '../domain/budget.js';
import type { Origin, Range } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf, type Declaration } from '../domain/plan.js';
import { findCategory, findTierOne, type Category, type Taxonomy } from '../domain/taxonomy.js';
import type { Session } from '../session.js';
import type { Block } from '../workspace/block.js';
import { isBuiltin } from '../workspace/builtin.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Feature } from './feature.js';
import { blocksOf } from './wording/sums.js';

/**
 * Colours that only the meaning decides: which categories, budget lines and names are known. All else the TextMate grammar
 * colours rightly by itself; it takes every word in a category's place for one.
 */
const TYPES = [SemanticTokenTypes.type, SemanticTokenTypes.property, SemanticTokenTypes.variable, SemanticTokenTypes.string] as const;
const MODIFIERS = [SemanticTokenModifiers.declaration, SemanticTokenModifiers.defaultLibrary] as const;

export const semanticTokens: Feature = {
    capabilities: {
        semanticTokensProvider: { legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] }, full: { delta: true }, range: true },
    },
    register(session) {
        const { semanticTokens: requests } = session.connection.languages;
        const colours = new Colours();
        const none: SemanticTokens = { data: [] };
        refreshWhenNamesChange(session);
        requests.on(session.answering('semantic tokens', none, ({ textDocument: { uri } }) => colours.of(session, uri)));
        requests.onRange(session.answering('semantic tokens', none, ({ textDocument: { uri }, range }) => colours.inRange(session, uri, range)));
        requests.onDelta(session.answering('semantic tokens', none as SemanticTokens | SemanticTokensDelta, ({ textDocument: { uri }, previousResultId }) => colours.since(previousResultId, session, uri)));
    },
};

/** What other files declare decides over the colours of this one; the editor asks again only for a file that was edited. */
function refreshWhenNamesChange(session: Session): void {
    const declared = () => [...session.workspace.names.departmentNames, ...session.workspace.names.taxonomyNames].join('\n');
    let known: string | undefined;
    session.onChange(() => {
        const before = known;
        known = declared();
        if (before === undefined || before === known || !session.client.workspace?.semanticTokens?.refreshSupport) return;
        void session.connection.languages.semanticTokens.refresh();
    });
}

interface Token {
    readonly origin: Origin;
    readonly type: (typeof TYPES)[number];
    readonly modifiers: readonly (typeof MODIFIERS)[number][];
}

/** As it is sent; the line counted from the beginning of the block. */
interface Placed {
    readonly line: number;
    readonly character: number;
    readonly length: number;
    readonly type: number;
    readonly bits: number;
}

interface Known {
    readonly taxonomy: Taxonomy | undefined;
    readonly tokens: readonly Token[];
    /** Of blocks in one piece, which move as a whole. */
    readonly placed: readonly Placed[] | undefined;
}

/** Files whose last answer is kept, for telling the difference to it. */
const MOST_KEPT = 20;

export class Colours {
    private readonly answered = new Map<string, SemanticTokensBuilder>();
    private readonly known = new WeakMap<Declaration, Known>();

    of(session: Session, uri: string): SemanticTokens {
        return this.fill(new SemanticTokensBuilder(), session, uri).build();
    }

    since(previous: string, session: Session, uri: string): SemanticTokens | SemanticTokensDelta {
        const builder = this.answered.get(uri) ?? new SemanticTokensBuilder();
        builder.previousResult(previous);
        return this.fill(builder, session, uri).buildEdits();
    }

    inRange({ workspace }: Session, uri: string, range: Range): SemanticTokens {
        const builder = new SemanticTokensBuilder();
        for (const block of workspace.document(uri)?.blocks ?? []) {
            if (reaches(block, range)) this.push(block, workspace, builder);
        }
        return builder.build();
    }

    private fill(builder: SemanticTokensBuilder, { workspace }: Session, uri: string): SemanticTokensBuilder {
        for (const block of workspace.document(uri)?.blocks ?? []) this.push(block, workspace, builder);
        this.answered.delete(uri);
        this.answered.set(uri, builder);
        if (this.answered.size > MOST_KEPT) this.answered.delete(this.answered.keys().next().value!);
        return builder;
    }

    private push(block: Block, workspace: Workspace, builder: SemanticTokensBuilder): void {
        const top = block.positionAt(0).line;
        for (const declaration of block.declarations) {
            for (const token of unknownNamesIn(declaration, workspace)) pushTo(builder, place(token, 0), 0);
            const { tokens, placed } = this.wordsOf(declaration, block, workspace);
            if (placed) for (const token of placed) pushTo(builder, token, top);
            else for (const token of tokens) pushTo(builder, place(token, 0), 0);
        }
    }

    private wordsOf(declaration: Declaration, block: Block, workspace: Workspace): Known {
        const taxonomy = indicatorGroupsOf(declaration).length > 0 ? workspace.taxonomyOf(declaration) : undefined;
        let known = this.known.get(declaration);
        if (!known || known.taxonomy !== taxonomy) {
            const tokens = inOrder([...categoriesIn(declaration, taxonomy), ...amountsIn(declaration)]);
            const beginsLine = block.pieces.length === 1 && block.positionAt(0).character === 0;
            known = { taxonomy, tokens, placed: beginsLine ? tokens.map((token) => place(token, block.positionAt(0).line)) : undefined };
            this.known.set(declaration, known);
        }
        return known;
    }
}

function place({ origin, type, modifiers }: Token, top: number): Placed {
    const { line, character } = origin.source.positionAt(origin.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << MODIFIERS.indexOf(modifier)), 0);
    return { line: line - top, character, length: origin.end - origin.start, type: TYPES.indexOf(type), bits };
}

function pushTo(builder: SemanticTokensBuilder, { line, character, length, type, bits }: Placed, top: number): void {
    builder.push(top + line, character, length, type, bits);
}

function reaches({ pieces }: Block, { start, end }: Range): boolean {
    const last = pieces.at(-1)!;
    return pieces[0]!.line <= end.line && last.line + last.lineStarts.length > start.line;
}

/** A reference that nothing answers looks like the plain text that it is. */
function* unknownNamesIn(declaration: Declaration, { names }: Workspace): Generator<Token> {
    if (declaration.kind === 'project' && declaration.belongsTo && !names.family(declaration.belongsTo.value)?.departments.length) {
        yield { origin: declaration.belongsTo.origin, type: SemanticTokenTypes.string, modifiers: [] };
    }
    if (declaration.kind === 'department' && declaration.taxonomyName && !names.taxonomy(declaration.taxonomyName.value)) {
        yield { origin: declaration.taxonomyName.origin, type: SemanticTokenTypes.string, modifiers: [] };
    }
}

function* categoriesIn(declaration: Declaration, taxonomy: Taxonomy | undefined): Generator<Token> {
    if (declaration.kind === 'taxonomy') {
        for (const tier of declaration.tiers) {
            for (const { nameOrigin } of [tier, ...tier.categories]) yield { origin: nameOrigin, type: SemanticTokenTypes.type, modifiers: [SemanticTokenModifiers.declaration] };
        }
    }
    if (!taxonomy) return;
    for (const group of indicatorGroupsOf(declaration)) {
        const tier = findTierOne(taxonomy, group.category.value);
        yield category(group.category.origin, tier);
        for (const { indicator } of indicatorsOf([group])) yield category(indicator.category.origin, findCategory(taxonomy, indicator.category.value, tier)?.category);
    }
}

function category(origin: Origin, known: Category | undefined): Token {
    if (!known) return { origin, type: SemanticTokenTypes.variable, modifiers: [] };
    return { origin, type: SemanticTokenTypes.type, modifiers: isBuiltin(known.origin.source.uri) ? [SemanticTokenModifiers.defaultLibrary] : [] };
}

function* amountsIn(declaration: Declaration): Generator<Token> {
    for (const section of blocksOf(declaration)) {
        const ofForm = declaration.kind === 'project' ? PROJECT_FUNDS : BUDGET_SECTIONS.find(({ name }) => name === section.name.value);
        if (!ofForm) yield { origin: section.name.origin, type: SemanticTokenTypes.variable, modifiers: [] };
        for (const { name } of section.lines) yield { origin: name.origin, type: hasLine(ofForm, name.value) ? SemanticTokenTypes.property : SemanticTokenTypes.variable, modifiers: [] };
    }
}

function hasLine(section: SectionOfForm | undefined, name: string): boolean {
    return section !== undefined && (section.lines.includes(name) || section.furtherLines.includes(name));
}

function inOrder(tokens: Token[]): Token[] {
    return tokens.sort((one, other) => one.origin.start - other.origin.start);
}
