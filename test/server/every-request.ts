import { FORMATS, FORMS } from '../../language-server/index.js';

/** Every request that an editor may send about a place in a file. */
export function requestsFor(uri: string, line: number, character: number): [method: string, params: object][] {
    const textDocument = { uri };
    const position = { line, character };
    const at = { textDocument, position };
    const range = { start: position, end: { line: line + 1, character: 0 } };
    const options = { tabSize: 4, insertSpaces: true };
    const standard: [string, object][] = [
        ['textDocument/completion', at], ['textDocument/hover', at], ['textDocument/definition', at], ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
        ['textDocument/prepareRename', at], ['textDocument/rename', { ...at, newName: '新名称' }], ['textDocument/documentHighlight', at], ['textDocument/documentSymbol', { textDocument }],
        ['workspace/symbol', { query: '甲' }], ['textDocument/foldingRange', { textDocument }], ['textDocument/formatting', { textDocument, options }], ['textDocument/rangeFormatting', { textDocument, range, options }],
        ['textDocument/selectionRange', { textDocument, positions: [position] }], ['textDocument/semanticTokens/full', { textDocument }], ['textDocument/semanticTokens/range', { textDocument, range }],
        ['textDocument/inlayHint', { textDocument, range }], ['textDocument/codeLens', { textDocument }], ['textDocument/documentLink', { textDocument }],
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
        ['ptarget/checklist', { uri }], ['ptarget/preview', { uri, panel: 'p' }], ['ptarget/exportChoices', { uri }], ['ptarget/cellOfSource', { uri, form: 'project', range }],
        ['ptarget/sourceOfCell', { uri, form: 'project', table: 0, row: 1, cell: 0 }],
    ];
    return [...standard, ...FORMS.map((form): [string, object] => ['ptarget/export', { uri, form, format: FORMATS[0]! }])];
}
