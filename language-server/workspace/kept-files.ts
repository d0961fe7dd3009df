import { textOf } from '../domain/origin.js';
import type { Taxonomy } from '../domain/taxonomy.js';
import { KeptFile } from './kept-file.js';
import type { NamesInFile } from './names-in-file.js';
import type { Settings } from './settings.js';

/** A place that outlives the server. */
export interface Keeping {
    /** Names what runs: what another program has kept may mean something else. */
    readonly program: string;
    /** Equal only for equal contents, for all that anybody knows; without blanks. */
    digest(content: Uint8Array | string): string;
    /** Rejects where nothing is kept. */
    read(): Promise<Uint8Array>;
    write(parts: readonly Uint8Array[]): Promise<void>;
}

/** In bytes; more is not kept. */
const MOST = 256 * 1024 * 1024;

/** What is kept is written anew when less than this part of it was used. */
const ENOUGH = 0.75;

/**
 * What closed files say, as it was found when they were read, kept from one run of the server to the next. A file is known
 * by a digest of its bytes. What is damaged, or from another program, is as good as not there.
 *
 * Kept as text: a line that names the program; then of each file a line with its digest, a digest of what is kept of it
 * and how many bytes that is, and behind it what is kept: the names in it as a line, and each of its blocks as a line.
 */
export class KeptFiles {
    /** What is kept of each file that was read in this run, by its digest. */
    private readonly used = new Map<string, Part>();
    private hasNew = false;
    private readonly namesOfJudges = new WeakMap<Settings, WeakMap<Taxonomy, string>>();

    static async from(keeping: Keeping): Promise<KeptFiles> {
        const bytes = await keeping.read().catch(() => undefined);
        return new KeptFiles(keeping, bytes ? partsOf(bytes, keeping.program) : new Map<string, Part>());
    }

    private constructor(private readonly keeping: Keeping, private readonly known: ReadonlyMap<string, Part>) {}

    digestOf(bytes: Uint8Array): string {
        return this.keeping.digest(bytes);
    }

    /** The names in a file; undefined of one that is not known. */
    namesIn(digest: string): NamesInFile | undefined {
        const content = this.intact(digest)?.content;
        return content && (JSON.parse(lineAt(content, 0).line) as NamesInFile);
    }

    /** For reading a file once more, or for the first time. */
    fileOf(digest: string): KeptFile {
        const content = this.intact(digest)?.content;
        const [, ...blocks] = content ? decode(content).split('\n') : [];
        return new KeptFile(blocks, (taxonomy, settings) => this.nameOfJudges(taxonomy, settings));
    }

    /** @param file which has been read by now */
    keep(digest: string, file: KeptFile, names: NamesInFile): void {
        const known = file.isAsBefore ? this.intact(digest) : undefined;
        this.hasNew ||= !known;
        this.used.set(digest, known ?? this.partOf(encode([JSON.stringify(names), ...file.blocks].join('\n'))));
    }

    private partOf(content: Uint8Array): Part {
        return { content, digest: this.keeping.digest(content), isIntact: true };
    }

    /** Writes what is kept of the files that were read, and of no others; unless all of it, and little else, is there already. */
    async write(): Promise<void> {
        const { keeping, used } = this;
        // Files that an editor holds are not read here, and mostly come again.
        if (!this.hasNew && used.size >= this.known.size * ENOUGH) return;
        const parts = [encode(`${keeping.program}\n`)];
        for (const [file, { digest, content }] of used) parts.push(encode(`${file} ${digest} ${content.length}\n`), content);
        if (parts.reduce((sum, { length }) => sum + length, 0) <= MOST) await keeping.write(parts);
    }

    private intact(file: string): Part | undefined {
        const part = this.known.get(file);
        if (part) part.isIntact ??= this.keeping.digest(part.content) === part.digest;
        return part?.isIntact ? part : undefined;
    }

    private nameOfJudges(taxonomy: Taxonomy, settings: Settings): string {
        let names = this.namesOfJudges.get(settings);
        if (!names) this.namesOfJudges.set(settings, (names = new WeakMap()));
        let name = names.get(taxonomy);
        if (name === undefined) names.set(taxonomy, (name = this.keeping.digest(JSON.stringify(settings) + textOf(taxonomy.origin))));
        return name;
    }
}

/** What is kept of a file. */
interface Part {
    readonly content: Uint8Array;
    /** What the content's digest was when it was written. */
    readonly digest: string;
    /** Undefined before anybody has looked. */
    isIntact?: boolean;
}

const LINE_END = 10;

/** By the digests of the files. */
function partsOf(bytes: Uint8Array, program: string): Map<string, Part> {
    const parts = new Map<string, Part>();
    let { line, next } = lineAt(bytes, 0);
    if (line !== program) return parts;
    while (next < bytes.length) {
        ({ line, next } = lineAt(bytes, next));
        const [file, digest, length] = line.split(' ');
        if (!file || !digest || !/^[0-9]+$/.test(length ?? '')) break;
        parts.set(file, { digest, content: bytes.subarray(next, (next += Number(length))) });
    }
    return parts;
}

function lineAt(bytes: Uint8Array, start: number): { readonly line: string; readonly next: number } {
    const end = bytes.indexOf(LINE_END, start);
    return end < 0 ? { line: decode(bytes.subarray(start)), next: bytes.length } : { line: decode(bytes.subarray(start, end)), next: end + 1 };
}

function decode(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}
