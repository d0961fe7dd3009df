import { type FileEvent, FileChangeType } from 'vscode-languageserver';
import type { OpenTexts } from './open-texts.js';
import { withProgress } from './reading-progress.js';
import type { Session } from './session.js';
import { decodeText, type DecodedText, type RefusedBytes } from './workspace/decoding.js';
import { fileKey, foldersOf, isUnder } from './workspace/file-key.js';
import { KeptFiles, type Keeping } from './workspace/kept-files.js';
import { glimpseNames, namesIn } from './workspace/names-in-file.js';
import { nextTurn } from './workspace/slices.js';
import type { WorkspaceFiles } from './workspace/workspace-files.js';
import type { Workspace } from './workspace/workspace.js';

/** In characters: a glimpse at more would keep others waiting. */
const GLIMPSED_AT_ONCE = 300_000;

/** More files than these take a while to be read. */
const MANY = 10;

/** How many files are fetched while others are looked at. */
const FETCHED_AHEAD = 8;

type Bytes = Uint8Array | RefusedBytes | undefined;

/** A file whose bytes somebody waits for. */
interface Fetched {
    readonly uri: string;
    readonly turn: number;
    readonly bytes: Promise<Bytes>;
}

/** A file that was glimpsed at. */
interface Glimpsed {
    readonly turn: number;
    readonly bytes: Uint8Array;
    /** Of the bytes; where something is kept. */
    readonly digest: string | undefined;
}

/**
 * The folders that somebody works in, and the files there that no editor holds. A glimpse at each file comes first: then
 * it is known which of them bear on the open documents, and those are read before all others.
 */
export class Folders {
    uris: readonly string[] = [];
    /** How often a file was to be read or forgotten: what was begun before the last time came too late. */
    private readonly turns = new Map<string, number>();
    /** What the files hold that are glimpsed at and not read yet; as bytes, which nobody collects the garbage of. */
    private readonly glimpsed = new Map<string, Glimpsed>();
    /** How many folders are being glimpsed at. */
    private searches = 0;
    private reading: Promise<void> | undefined;
    private readonly workspace: Workspace;
    /** Where what is found out about files is kept until the next start; for the first reading. */
    keeping: Keeping | undefined;
    private kept: KeptFiles | undefined;

    constructor(private readonly session: Session, private readonly files: WorkspaceFiles, private readonly texts: OpenTexts) {
        this.workspace = session.workspace;
    }

    /** @param prepare what else must be known before anything is judged */
    async read(prepare: () => Promise<void>): Promise<void> {
        await this.searching(async () => {
            // Read while others are asked.
            const kept = this.keeping && KeptFiles.from(this.keeping);
            await prepare();
            this.kept = await kept;
            await this.expectFiles(this.uris);
        });
        await this.readExpected();
        await this.kept?.write().catch((error: unknown) => this.session.log('keeping', error));
        this.kept = undefined;
    }

    async exchange(added: readonly string[], removed: readonly string[]): Promise<void> {
        const gone = removed.map(fileKey);
        this.uris = [...this.uris.filter((folder) => !gone.includes(fileKey(folder))), ...added];
        for (const folder of removed) this.forgetFolder(folder);
        await this.searching(() => this.expectFiles(added));
        await this.readExpected();
    }

    /** What happens to files beside the editor. */
    follow(events: readonly FileEvent[]): void {
        const [deleted, others] = [events.filter(({ type }) => type === FileChangeType.Deleted), events.filter(({ type }) => type !== FileChangeType.Deleted)];
        this.forgetDeleted(deleted.map(({ uri }) => uri));
        for (const { uri } of others) {
            if (uri.endsWith('.ptarget') && !this.texts.has(uri)) void this.reload(uri);
        }
    }

    /** After closing a document its file's text counts again. */
    async reload(uri: string): Promise<void> {
        const { turn, bytes } = this.fetch(uri);
        const fetched = await bytes;
        if (this.isTurn(uri, turn)) await this.take(uri, fetched);
        this.session.changed();
    }

    /** While nobody knows what files declare, nobody is told that it is missing. */
    private async searching(search: () => Promise<void>): Promise<void> {
        this.workspace.awaitFiles(++this.searches > 0);
        try {
            await search();
        } finally {
            this.workspace.awaitFiles(--this.searches > 0);
            this.session.changed();
        }
    }

    private async expectFiles(folders: readonly string[]): Promise<void> {
        const files: string[] = [];
        for (const folder of folders) {
            try {
                for await (const uri of this.files.list(folder)) {
                    files.push(uri);
                    this.workspace.awaitsMany ||= files.length > MANY;
                }
            } catch (error) {
                this.session.log(`folder ${folder}`, error);
            }
        }
        for await (const fetched of withProgress({ zh: '读取绩效目标文件', en: 'Reading .ptarget files' }, this.fetchedInTurn(files), files.length, this.session)) {
            await this.glimpse(fetched);
            // Whoever asks for something does not wait for what is fetched already.
            await nextTurn();
        }
    }

    private *fetchedInTurn(uris: readonly string[]): Generator<Fetched> {
        const ahead: Fetched[] = [];
        for (const uri of uris) {
            if (this.texts.has(uri)) continue;
            ahead.push(this.fetch(uri));
            if (ahead.length > FETCHED_AHEAD) yield ahead.shift()!;
        }
        yield* ahead;
    }

    private async glimpse({ uri, turn, bytes }: Fetched): Promise<void> {
        const fetched = await bytes;
        if (!this.isTurn(uri, turn)) return;
        if (!isReadable(fetched)) return this.take(uri, fetched);
        const digest = this.kept?.digestOf(fetched);
        let names = digest === undefined ? undefined : this.kept?.namesIn(digest);
        if (!names) {
            const content = this.contentOf(uri, fetched);
            if (!isReadable(content)) return this.take(uri, fetched);
            if (content.text.length <= GLIMPSED_AT_ONCE) this.session.guarded(`a glimpse at ${uri}`, () => (names = glimpseNames(content.text)));
        }
        this.glimpsed.set(fileKey(uri), { turn, bytes: fetched, digest });
        this.workspace.expect(uri, names);
    }

    private async readExpected(): Promise<void> {
        // Once more for what was added just when a reading had ended.
        while (this.workspace.nextExpected) await (this.reading ??= this.readInTurn().finally(() => (this.reading = undefined)));
    }

    private async readInTurn(): Promise<void> {
        const count = [...this.workspace.expectedFiles].length;
        for await (const uri of withProgress({ zh: '检查绩效目标文件', en: 'Checking .ptarget files' }, this.expectedInTurn(), count, this.session)) {
            const { turn, bytes, digest } = this.glimpsed.get(fileKey(uri)) ?? {};
            this.glimpsed.delete(fileKey(uri));
            if (turn !== undefined && this.isTurn(uri, turn)) await this.take(uri, bytes, digest).catch((error: unknown) => this.session.log(uri, error));
            this.workspace.expectNoMore(uri);
        }
        this.glimpsed.clear();
        this.session.changed();
    }

    /** As soon as all is read that bears on the open documents, they are looked at as a whole. */
    private *expectedInTurn(): Generator<string> {
        let concernedOpen = true;
        for (let next = this.workspace.nextExpected; next; next = this.workspace.nextExpected) {
            const { uri, concernsOpen } = next;
            if (concernedOpen && !concernsOpen) {
                this.workspace.lookAgainAtOpen();
                this.session.changed();
            }
            concernedOpen = concernsOpen;
            yield uri;
        }
    }

    /** A file that cannot be read is left out; all others are served. */
    private async take(uri: string, bytes: Bytes, digest?: string): Promise<void> {
        const content = this.contentOf(uri, bytes);
        if (!content) this.workspace.close(uri);
        else if ('refused' in content) this.workspace.leaveOut(uri, content.refused);
        else await this.readText(uri, content.text, digest);
    }

    private async readText(uri: string, text: string, digest: string | undefined): Promise<void> {
        const file = digest === undefined ? undefined : this.kept?.fileOf(digest);
        const document = this.workspace.begin(uri, text, undefined, file);
        await this.session.slices.whenRead(uri);
        // Another text may have taken its place meanwhile.
        if (digest !== undefined && file && this.workspace.document(uri) === document) this.kept?.keep(digest, file, namesIn(document));
    }

    private contentOf(uri: string, bytes: Bytes): DecodedText | RefusedBytes | undefined {
        if (!isReadable(bytes)) return bytes;
        this.session.announce(uri);
        return decodeText(bytes);
    }

    /** Takes its turn now: what happens to the file from here on comes later. */
    private fetch(uri: string): Fetched {
        const refused = this.texts.refusalOf(uri);
        return { uri, turn: this.newTurn(uri), bytes: refused ? Promise.resolve({ refused }) : this.files.read(uri).catch(() => undefined) };
    }

    /** A deleted folder is reported by itself, without the files in it. */
    private forgetDeleted(uris: readonly string[]): void {
        if (uris.length === 0) return;
        const deleted = new Set(uris.map(fileKey));
        for (const uri of uris) this.newTurn(uri);
        for (const uri of this.knownFiles()) {
            if (foldersOf(uri).some((folder) => deleted.has(folder)) || deleted.has(fileKey(uri))) this.forget(uri);
        }
        this.session.changed();
    }

    private forgetFolder(folder: string): void {
        for (const uri of this.knownFiles()) {
            if (isUnder(folder, uri) && !this.uris.some((other) => isUnder(other, uri))) this.forget(uri);
        }
        this.session.changed();
    }

    private knownFiles(): string[] {
        return [...this.workspace.uris, ...this.workspace.expectedFiles, ...[...this.workspace.filesLeftOut].map(({ uri }) => uri)];
    }

    private forget(uri: string): void {
        if (this.texts.has(uri)) return;
        this.newTurn(uri);
        this.workspace.close(uri);
    }

    /** Whether nothing newer is known of a file. */
    private isTurn(uri: string, turn: number): boolean {
        return !this.texts.has(uri) && this.turns.get(fileKey(uri)) === turn;
    }

    private newTurn(uri: string): number {
        const turn = (this.turns.get(fileKey(uri)) ?? 0) + 1;
        this.turns.set(fileKey(uri), turn);
        return turn;
    }
}

/** Whether it is there and not refused. */
function isReadable<T extends object>(content: T | RefusedBytes | undefined): content is T {
    return content !== undefined && !('refused' in content);
}
