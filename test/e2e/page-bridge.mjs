// The suite's hands and eyes. Tests run inside the extension host and cannot see the page: not the suggestions, not the
// inside of a webview. They ask here, over HTTP, and Playwright does it. suite/bridge.ts is the other end.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { pageActions } from './page-actions.mjs';

/**
 * @param {{ page: import('playwright-core').Page, pictures: string, failures: string }} stage
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPageBridge(stage) {
    const actions = pageActions(stage);
    const secretPath = `/${randomUUID()}`; // only who was told the address may drive the page
    const server = createServer(async (request, response) => {
        // The web worker asks from another origin.
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        if (request.url !== secretPath || request.method !== 'POST') {
            response.writeHead(404).end();
            return;
        }
        response.end(JSON.stringify(await perform(actions, request)));
    });
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}${secretPath}`,
        stop: () =>
            new Promise((resolve) => {
                server.close(resolve);
                server.closeAllConnections();
            }),
    };
}

/** Failures are answers as well: the suite turns them into the failure of the test that asked. */
async function perform(actions, request) {
    try {
        const { action, ...parameters } = JSON.parse(await bodyOf(request));
        if (!Object.hasOwn(actions, action)) throw new Error(`The page bridge knows no action ${action}.`);
        return { value: (await actions[action](parameters)) ?? null };
    } catch (error) {
        return { error: error.message };
    }
}

async function bodyOf(request) {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    return body;
}
