import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { CLI } from './ptarget.js';

it.each([[[]], [['--stdio', '--clientProcessId=1']]])('serves over standard input and output: %j', async (args) => {
    const server = spawn(process.execPath, [CLI, 'lsp', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    let answers = '';
    server.stdout.on('data', (data: Buffer) => (answers += data.toString()));
    const send = (message: object) => {
        const content = JSON.stringify({ jsonrpc: '2.0', ...message });
        server.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    };
    const answered = async (id: number) => {
        while (!answers.includes(`"id":${id},`)) await once(server.stdout, 'data');
    };
    send({ id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {}, rootUri: null } });
    await answered(1);
    expect(answers).toContain('"textDocumentSync"');
    send({ id: 2, method: 'shutdown' });
    await answered(2);
    const ended = once(server, 'exit');
    send({ method: 'exit' });
    expect((await ended)[0]).toBe(0);
});
