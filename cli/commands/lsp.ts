import { serveStdio } from '../../language-server/index.js';
import { ownFingerprint } from '../version.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

/** Serves an editor over standard input and output until it says goodbye. */
export async function lsp(): Promise<ExitCode> {
    await serveStdio(new URL('../../docs/rules.md', import.meta.url).href, ownFingerprint);
    return EXIT.fine;
}
