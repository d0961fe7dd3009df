#!/usr/bin/env node
import { EXIT } from './exit-codes.js';
import { chooseLanguage } from './language.js';
import { run } from './menu.js';
import { Terminal } from './terminal.js';

// The only place that ends the process, or says what it ends with.

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.unusable));

const args = process.argv.slice(2);
const terminal = new Terminal(chooseLanguage(args, process.env), process.stdout, process.stderr, process.env);
try {
    process.exitCode = await run(args, terminal);
} catch (error) {
    terminal.note({ zh: '程序内部出错，请把下面的内容告诉开发者：', en: 'Something went wrong inside; please report what follows:' });
    terminal.note({ zh: traceOf(error), en: traceOf(error) });
    process.exitCode = EXIT.unusable;
}

function traceOf(error: unknown): string {
    return error instanceof Error ? error.stack ?? error.message : String(error);
}
