import { AstUtils, type GrammarAST, inject, type LangiumSharedCoreServices } from 'langium';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer, type LangiumSharedServices } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { PerformanceTargetAstReflection } from '../language-server/generated/ast.js';
import { PerformanceTargetGrammar } from '../language-server/generated/grammar.js';
import { PerformanceTargetGeneratedModule } from '../language-server/generated/module.js';

/**
 * The same language served by Langium as it comes, what we would be without our engine: without a single check of ours,
 * but with Langium's own references from projects to their departments, which in our grammar are names.
 */
const connection = createConnection(ProposedFeatures.all);
const shared = inject(createDefaultSharedModule({ connection, ...NodeFileSystem }), { AstReflection: reflectionWithReference }) as LangiumSharedServices & LangiumSharedCoreServices;
const services = inject(createDefaultModule({ shared }), PerformanceTargetGeneratedModule, { Grammar: grammarWithReference });
shared.ServiceRegistry.register(services);
startLanguageServer(shared);

function grammarWithReference(): GrammarAST.Grammar {
    const grammar = PerformanceTargetGrammar();
    const rule = (name: string) => grammar.rules.find((candidate) => candidate.name === name) as GrammarAST.ParserRule;
    const belongs = AstUtils.streamAst(rule('Project')).find((node): node is GrammarAST.Assignment => (node as Partial<GrammarAST.Assignment>).feature === 'department')!;
    const reference = { $type: 'CrossReference', deprecatedSyntax: false, isMulti: false, terminal: belongs.terminal, type: { ref: rule('Department'), $refText: 'Department' } };
    belongs.terminal = Object.assign(reference, { $container: belongs }) as unknown as GrammarAST.CrossReference;
    return grammar;
}

function reflectionWithReference(): PerformanceTargetAstReflection {
    const reflection = new PerformanceTargetAstReflection();
    Object.assign(reflection.types.Project.properties.department, { referenceType: 'Department' });
    return reflection;
}
