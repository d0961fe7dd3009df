import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

/** The floor that transport and client set: keeps no text and publishes an empty list at once. */
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: {}, hoverProvider: true, documentSymbolProvider: true, codeActionProvider: true },
}));
connection.onDidOpenTextDocument(({ textDocument: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }));
connection.onDidChangeTextDocument(({ textDocument: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }));
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.onDocumentSymbol(() => []);
connection.onCodeAction(() => []);
connection.listen();
