import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createConnection, type CompletionList, type Diagnostic, type DocumentSymbol, type Hover, type Position, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What is used of vscode-json-languageservice, which is no dependency of ours. */
interface JsonService {
    configure(settings: object): void;
    parseJSONDocument(document: TextDocument): JsonDocument;
    doValidation(document: TextDocument, json: JsonDocument): Promise<Diagnostic[]>;
    doComplete(document: TextDocument, position: Position, json: JsonDocument): Promise<CompletionList | null>;
    doHover(document: TextDocument, position: Position, json: JsonDocument): Promise<Hover | null>;
    findDocumentSymbols2(document: TextDocument, json: JsonDocument): DocumentSymbol[];
}
type JsonDocument = object;

/** VS Code's own JSON service in the smallest server, without the delay that VS Code adds before it validates. */
const [, , folder = '', schemaFile = ''] = process.argv;
const { getLanguageService } = createRequire(join(folder, 'package.json'))('vscode-json-languageservice') as { getLanguageService(options: object): JsonService };
const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: 'bench://plan-schema.json', fileMatch: ['*'], schema: JSON.parse(readFileSync(schemaFile, 'utf8')) as object }] });

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const parsed = new WeakMap<TextDocument, { version: number; json: JsonDocument }>();

/** Parsed once a version, as VS Code's server does. */
function read(uri: string): { document: TextDocument; json: JsonDocument } {
    const document = documents.get(uri)!;
    let known = parsed.get(document);
    if (known?.version !== document.version) parsed.set(document, (known = { version: document.version, json: service.parseJSONDocument(document) }));
    return { document, json: known.json };
}

connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider: {}, hoverProvider: true, documentSymbolProvider: true },
}));
documents.onDidChangeContent(async ({ document: { uri, version } }) => {
    const { document, json } = read(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics: await service.doValidation(document, json) });
});
connection.onCompletion(({ textDocument, position }) => {
    const { document, json } = read(textDocument.uri);
    return service.doComplete(document, position, json);
});
connection.onHover(({ textDocument, position }) => {
    const { document, json } = read(textDocument.uri);
    return service.doHover(document, position, json);
});
connection.onDocumentSymbol(({ textDocument }) => {
    const { document, json } = read(textDocument.uri);
    return service.findDocumentSymbols2(document, json);
});
documents.listen(connection);
connection.listen();
