import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface Answer {
    readonly id?: number | string | null;
    readonly method?: string;
    readonly result?: unknown;
    readonly error?: { readonly code: number; readonly message: string };
}

/** A client that sends whatever bytes it likes, and hears what comes back. */
export class RawClient {
    private readonly answers = new Map<number | string, Answer>();
    readonly ended: Promise<number | null>;
    private readonly server: ChildProcessByStdio<Writable, Readable, null>;
    private readonly waiting = new Map<number | string, (answer: Answer) => void>();
    private rest: Uint8Array = new Uint8Array();

    constructor(script: string) {
        this.server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
        this.ended = new Promise((resolve) => this.server.once('exit', resolve));
        this.server.stdout.on('data', (data: Buffer) => this.receive(data));
    }

    write(bytes: string | Uint8Array): void {
        this.server.stdin.write(bytes);
    }

    /** Several messages in one go, as they lie in a pipe that nobody had time to read. */
    send(...messages: object[]): void {
        this.write(messages.map((message) => {
            const body = JSON.stringify({ jsonrpc: '2.0', ...message });
            return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        }).join(''));
    }

    async initialize(): Promise<void> {
        this.send({ id: 'initialize', method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
        await this.answer('initialize');
        this.send({ method: 'initialized', params: {} });
    }

    async answer(id: number | string, patience = 60_000): Promise<Answer> {
        const known = this.answers.get(id);
        if (known) return known;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`no answer to ${id}`)), patience);
            this.waiting.set(id, (answer) => {
                clearTimeout(timer);
                resolve(answer);
            });
        });
    }

    kill(): Promise<number | null> {
        this.server.kill('SIGKILL');
        return this.ended;
    }

    private receive(data: Uint8Array): void {
        let bytes = Buffer.concat([this.rest, data]);
        for (;;) {
            const end = bytes.indexOf('\r\n\r\n');
            const length = end < 0 ? undefined : Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, end).toString('latin1'))![1]);
            if (length === undefined || bytes.length < end + 4 + length) break;
            this.hear(JSON.parse(bytes.subarray(end + 4, end + 4 + length).toString('utf8')) as Answer);
            bytes = bytes.subarray(end + 4 + length);
        }
        this.rest = bytes;
    }

    private hear(answer: Answer): void {
        if (answer.method !== undefined || answer.id === undefined || answer.id === null) return;
        this.answers.set(answer.id, answer);
        this.waiting.get(answer.id)?.(answer);
        this.waiting.delete(answer.id);
    }
}
