// What can be said on the runner's command line.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, projectRoot } from '../../scripts/project.mjs';

export const usage = `Usage: node test/e2e/run.mjs [options]
Runs the end-to-end suite in a real VS Code: the one from npm, in Chromium.
  --electron          in the desktop program instead, downloaded by @vscode/test-electron
  --vsix FILE         installs FILE into a clean profile and tests that, not the working copy
  --web               loads the extension in the web worker
  --locale LOCALE     display language, zh-cn or en (default en)
  --grep TEXT         only tests whose full title contains TEXT
  --pictures FOLDER   where screenshots go (default .vscode-test/pictures)
  --timeout SECONDS   for the whole run (default 600)
  --headed            shows the browser
  --workspace FOLDER  a copy of it is opened (default examples)
  --extension FOLDER  the extension to load (default the project)`;

export function readOptions(args) {
    const { values } = parseArgs({
        args,
        options: {
            electron: { type: 'boolean', default: false },
            vsix: { type: 'string' },
            web: { type: 'boolean', default: false },
            locale: { type: 'string', default: 'en' },
            grep: { type: 'string' },
            pictures: { type: 'string', default: path.join(cacheFolder, 'pictures') },
            timeout: { type: 'string', default: '600' },
            headed: { type: 'boolean', default: false },
            workspace: { type: 'string', default: path.join(projectRoot, 'examples') },
            extension: { type: 'string', default: projectRoot },
            help: { type: 'boolean', short: 'h', default: false },
        },
    });
    const timeout = Number(values.timeout) * 1000;
    if (!(timeout > 0)) throw new Error(`--timeout wants a number of seconds, not ${values.timeout}`);
    if (values.vsix !== undefined && (values.web || values.electron)) {
        throw new Error('--vsix goes together with neither --web nor --electron');
    }
    if (values.web && values.electron) throw new Error('--web does not go together with --electron');
    return {
        ...values,
        timeout,
        vsix: values.vsix && path.resolve(values.vsix),
        pictures: path.resolve(values.pictures),
        workspace: path.resolve(values.workspace),
        extension: path.resolve(values.extension),
    };
}
