import { TextDocument } from 'langium';
import type { Wording } from './domain/wording.js';
import { fileKey } from './workspace/file-key.js';
import { STOPPED_THE_SERVER, tooLarge } from './workspace/left-out.js';
import type { TextChange } from './workspace/target-document.js';
import type { Workspace } from './workspace/workspace.js';

/** In characters: what is read in less time than anybody notices is not read by and by. */
const READ_AT_ONCE = 100_000;

/** In bytes for a unit of UTF-16: texts of which not even this many bytes would be too many need not be counted. */
const LARGEST_CHARACTER = 3;

/**
 * The texts that the editor holds; they count, not those of the files. A text that is not read is kept beside the
 * workspace, so that it can be read as soon as nothing speaks against it.
 */
export class OpenTexts {
    private readonly keys = new Set<string>();
    private readonly unread = new Map<string, TextDocument>();
    private quarantined: ReadonlySet<string> = new Set();

    constructor(private readonly workspace: Workspace) {}

    quarantine(uris: readonly string[]): void {
        this.quarantined = new Set(uris.map(fileKey));
    }

    /** Why a file is not read, whatever it holds. */
    refusalOf(uri: string): Wording | undefined {
        return this.quarantined.has(fileKey(uri)) ? STOPPED_THE_SERVER : undefined;
    }

    has(uri: string): boolean {
        return this.keys.has(fileKey(uri));
    }

    open(uri: string, text: string, version: number): void {
        this.keys.add(fileKey(uri));
        const refused = this.refusalOf(uri) ?? tooLargeText(text);
        if (refused) this.leaveOut(uri, text, version, refused);
        else this.read(uri, text, version);
    }

    change(uri: string, changes: readonly TextChange[], version: number): void {
        if (!this.has(uri)) return;
        const unread = this.unread.get(fileKey(uri));
        if (unread) {
            TextDocument.update(unread, [...changes], version);
            const refused = this.refusalOf(uri) ?? tooLargeText(unread.getText());
            if (refused) {
                this.workspace.leaveOut(uri, refused, version);
                return;
            }
            this.unread.delete(fileKey(uri));
            this.read(uri, unread.getText(), version);
            return;
        }
        this.workspace.update(uri, changes, version);
        const document = this.workspace.document(uri);
        const refused = document && tooLarge(LARGEST_CHARACTER * document.length) && tooLarge(document.bytes);
        if (refused) this.leaveOut(uri, document.text, version, refused);
    }

    /** @returns whether it was open */
    close(uri: string): boolean {
        this.unread.delete(fileKey(uri));
        return this.keys.delete(fileKey(uri));
    }

    private read(uri: string, text: string, version: number): void {
        if (text.length > READ_AT_ONCE) this.workspace.begin(uri, text, version);
        else this.workspace.open(uri, text, version);
    }

    private leaveOut(uri: string, text: string, version: number, why: Wording): void {
        this.unread.set(fileKey(uri), TextDocument.create(uri, 'ptarget', version, text));
        this.workspace.leaveOut(uri, why, version);
    }
}

function tooLargeText(text: string): Wording | undefined {
    return tooLarge(LARGEST_CHARACTER * text.length) && tooLarge(new TextEncoder().encode(text).length);
}
