import { DocumentState, inject, type LangiumSharedCoreServices } from 'langium';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer, type LangiumSharedServices } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { PerformanceTargetGeneratedModule, PerformanceTargetGeneratedSharedModule } from '../../language-server/generated/module.js';

/** The same grammar served by Langium as it comes, for showing which defects are its and no longer ours. */
const connection = createConnection(ProposedFeatures.all);
const shared = inject(createDefaultSharedModule({ connection, ...NodeFileSystem }), PerformanceTargetGeneratedSharedModule) as LangiumSharedServices & LangiumSharedCoreServices;
shared.ServiceRegistry.register(inject(createDefaultModule({ shared }), PerformanceTargetGeneratedModule));
if (process.env.FAILS === 'listener') {
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        throw new Error('injected');
    });
}
startLanguageServer(shared);
