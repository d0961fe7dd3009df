import { EmptyFileSystem, inject, type LangiumSharedCoreServices } from 'langium';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer, type LangiumSharedServices } from 'langium/lsp';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { PerformanceTargetGeneratedModule, PerformanceTargetGeneratedSharedModule } from '../language-server/generated/module.js';

/** The same grammar served by Langium as it comes, without a single check of ours: what we would be without our engine. */
const connection = createConnection(ProposedFeatures.all);
const shared = inject(createDefaultSharedModule({ connection, ...EmptyFileSystem }), PerformanceTargetGeneratedSharedModule) as LangiumSharedServices & LangiumSharedCoreServices;
const services = inject(createDefaultModule({ shared }), PerformanceTargetGeneratedModule);
shared.ServiceRegistry.register(services);
startLanguageServer(shared);
