import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, type LangiumCoreServices, type LangiumSharedCoreServices, type Module } from 'langium';
import { PerformanceTargetGeneratedModule, PerformanceTargetGeneratedSharedModule } from '../generated/module.js';
import { StructuredParserErrors } from './parser-errors.js';
import { StrayKeepingLexer, StrayKeepingTokens } from './stray-tokens.js';

/** The services of Langium that are replaced, and why each is. */
const REPLACED = {
    parser: {
        // Hands over what belongs nowhere instead of stopping at it.
        Lexer: (services: LangiumCoreServices) => new StrayKeepingLexer(services),
        TokenBuilder: () => new StrayKeepingTokens(),
        // Literals stay as written; Langium would take “” and \ for its own kind of strings.
        ValueConverter: () => ({ convert: (input: string) => input }),
        // Errors as data; the rule `syntax` words them.
        ParserErrorMessageProvider: () => new StructuredParserErrors(),
        // Recovery is ours (parse-declaration.ts): a line costs a line, and no flood of errors can exhaust the stack.
        ParserConfig: () => ({ recoveryEnabled: false, nodeLocationTracking: 'none' as const }),
    },
} satisfies Module<LangiumCoreServices, object>;

export type SyntaxServices = LangiumCoreServices & { parser: { Lexer: StrayKeepingLexer } };

/** Langium's parser, lexer and completion parser for the grammar; nothing of its document life cycle is used. */
export function createSyntaxServices(): SyntaxServices {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), PerformanceTargetGeneratedSharedModule) as LangiumSharedCoreServices;
    const services = inject(createDefaultCoreModule({ shared }), PerformanceTargetGeneratedModule, REPLACED) as SyntaxServices;
    shared.ServiceRegistry.register(services);
    return services;
}
