import { serveStdio } from './serve-stdio.js';

serveStdio();
