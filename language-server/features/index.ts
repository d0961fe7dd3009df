import { builtinDocuments } from './builtin-documents.js';
import { checklist } from './checklist.js';
import { codeActions } from './code-actions.js';
import { completion } from './completion/index.js';
import { codeLenses } from './code-lenses.js';
import { definition } from './definition.js';
import { diagnostics } from './diagnostics.js';
import { documentHighlight } from './document-highlight.js';
import { documentLinks } from './document-links.js';
import { documentSymbols } from './document-symbols.js';
import type { Feature } from './feature.js';
import { folding } from './folding.js';
import { formatting } from './formatting.js';
import { hover } from './hover.js';
import { inlayHints } from './inlay-hints.js';
import { newDeclarations } from './new-declarations.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { selectionRanges } from './selection-ranges.js';
import { semanticTokens } from './semantic-tokens.js';
import { warmingUp } from './warming-up.js';
import { workspaceSymbols } from './workspace-symbols.js';

/** Everything that the server offers to editors. */
export const FEATURES: readonly Feature[] = [
    diagnostics,
    codeActions,
    checklist,
    completion,
    hover,
    definition,
    references,
    rename,
    documentHighlight,
    documentSymbols,
    workspaceSymbols,
    folding,
    formatting,
    selectionRanges,
    semanticTokens,
    inlayHints,
    codeLenses,
    documentLinks,
    builtinDocuments,
    newDeclarations,
    warmingUp,
];
