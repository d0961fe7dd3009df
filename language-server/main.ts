import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveStdio } from './serve-stdio.js';

// Bundled as CommonJS into dist/, beside docs/.
serveStdio(pathToFileURL(join(__dirname, '../docs/rules.md')).href);
