import { AstUtils, GrammarAST, GrammarUtils, type LangiumCoreServices } from 'langium';
import { findFirstFeatures, findNextFeatures, type NextFeature } from 'langium/lsp';
import { syntaxServices } from '../../syntax/parse-declaration.js';

/** One thing that the grammar lets follow. */
export interface Expected {
    /** The rule of the grammar that it belongs to. */
    readonly rule: string;
    /** The rule's property that it would fill; undefined for keywords that fill none. */
    readonly property: string | undefined;
    /** The keyword, or undefined for a name, a number or a text. */
    readonly keyword: string | undefined;
    /** Whether a new entry of the block begins with it; otherwise it continues what stands before it. */
    readonly beginsStatement: boolean;
}

/** The parts of statements; all other rules are statements of their own. */
const PARTS = new Set(['Amount', 'Value', 'Comparator', 'AnnualValue', 'Weight', 'Text', 'CategoryCode', 'ShortName', 'Required', 'Definition']);

/** More tokens than this that the parser could not place mean that nothing sensible can be said. */
const MOST_UNPLACED = 12;

const described = new WeakMap<GrammarAST.AbstractElement, Expected | null>();

/**
 * What may follow a text, which is read up to its end only: what stands behind the cursor does not matter. The lines
 * before the cursor's own have to be readable, as they are once the parser has made blank what was not.
 */
export function expectedBehind(text: string): Expected[] {
    const services = syntaxServices();
    const { tokens, elementStack, tokenIndex } = services.parser.CompletionParser.parse(text);
    const unplaced = tokens.slice(tokenIndex);
    if (unplaced.length > MOST_UNPLACED) return [];
    const stack = tokenIndex === 0 ? beforeEntryRule(services) : elementStack.map((feature) => ({ feature: feature as GrammarAST.AbstractElement }));
    const elements = new Set(findNextFeatures([stack], unplaced).map(({ feature }) => feature));
    const expected = [...elements].map(describe).filter((candidate) => candidate !== null);
    return expected.filter((candidate, index) => expected.findIndex((other) => other.rule === candidate.rule && other.property === candidate.property && other.keyword === candidate.keyword) === index);
}

function describe(element: GrammarAST.AbstractElement): Expected | null {
    let expected = described.get(element);
    if (expected === undefined) described.set(element, (expected = describeAnew(element)));
    return expected;
}

function describeAnew(element: GrammarAST.AbstractElement): Expected | null {
    const rule = AstUtils.getContainerOfType(element, GrammarAST.isParserRule);
    if (!rule) return null;
    const first = findFirstFeatures(rule.definition).map((stack) => stack[stack.length - 1]!.feature);
    return {
        rule: rule.name,
        property: AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature,
        keyword: GrammarAST.isKeyword(element) ? element.value : undefined,
        beginsStatement: !PARTS.has(rule.name) && first.includes(element),
    };
}

/** Stands before the first token of a text, so that the entry rule itself is what follows. */
function beforeEntryRule({ Grammar }: LangiumCoreServices): NextFeature[] {
    const rule = GrammarUtils.getEntryRule(Grammar)!;
    const start = { $type: 'Group', elements: [] as GrammarAST.AbstractElement[] } as unknown as GrammarAST.Group;
    const call = { $type: 'RuleCall', rule: { ref: rule, $refText: rule.name }, arguments: [] } as unknown as GrammarAST.RuleCall;
    const group = { $type: 'Group', elements: [start, call] } as unknown as GrammarAST.Group;
    Object.assign(start, { $container: group });
    Object.assign(call, { $container: group });
    return [{ feature: start }];
}
