import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveStdio } from './serve-stdio.js';
import { digestOf } from './workspace/disk-keeping.js';

/** All that runs is this script and what runs it. */
const fingerprint = () => `${digestOf(readFileSync(__filename))} ${process.version}`;

// Bundled as CommonJS into dist/, beside docs/.
serveStdio(pathToFileURL(join(__dirname, '../docs/rules.md')).href, fingerprint);
