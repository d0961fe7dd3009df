import { codeActions } from './code-actions.js';
import { diagnostics } from './diagnostics.js';
import type { Feature } from './feature.js';

/** Everything that the server offers to editors. */
export const FEATURES: readonly Feature[] = [
    diagnostics,
    codeActions,
];
