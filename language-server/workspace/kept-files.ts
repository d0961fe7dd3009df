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
 * Kept as text: a line that names the program; then of each file a line with its digest, and a digest and the number of bytes
 * of either part of what is kept of it; and behind it these parts: the names in it, and each of its blocks as a line.
 */
export class KeptFiles {
    /** What is kept of each file that was read in this run, by its digest. */
    private readonly used = new Map<string, Kept>();
    private hasNew = false;
    private readonly namesOfJudges = new WeakMap<Settings, WeakMap<Taxonomy, string>>();

    static async from(keeping: Keeping): Promise<KeptFiles> {
        const bytes = await keeping.read().catch(() => undefined);
        return new KeptFiles(keeping, bytes ? keptIn(bytes, keeping.program) : new Map<string, Kept>());
    }

    private constructor(private readonly keeping: Keeping, private readonly known: ReadonlyMap<string, Kept>) {}

    digestOf(bytes: Uint8Array): string {
        return this.keeping.digest(bytes);
    }

    /** The names in a file; undefined of one that is not known. */
    namesIn(digest: string): NamesInFile | undefined {
        const names = this.intact(this.known.get(digest)?.names);
        return names && (JSON.parse(decode(names)) as NamesInFile);
    }

    /** For reading a file once more, or for the first time. */
    fileOf(digest: string): KeptFile {
        const blocks = this.intact(this.known.get(digest)?.blocks);
        return new KeptFile(blocks ? decode(blocks).split('\n').slice(0, -1) : [], (taxonomy, settings) => this.nameOfJudges(taxonomy, settings));
    }

    /** @param file which has been read by now */
    keep(digest: string, file: KeptFile, names: NamesInFile): void {
        const before = this.known.get(digest);
        const isKnown = file.isAsBefore && this.intact(before?.names) !== undefined;
        this.hasNew ||= !isKnown;
        this.used.set(digest, isKnown ? before! : { names: this.partOf(JSON.stringify(names)), blocks: this.partOf(file.blocks.map((block) => `${block}\n`).join('')) });
    }

    private partOf(text: string): Part {
        const content = encode(text);
        return { content, digest: this.keeping.digest(content), isIntact: true };
    }

    /** Writes what is kept of the files that were read, and of no others; unless all of it, and little else, is there already. */
    async write(): Promise<void> {
        const { keeping, used } = this;
        // Files that an editor holds are not read here, and mostly come again.
        if (!this.hasNew && used.size >= this.known.size * ENOUGH) return;
        const parts = [encode(`${keeping.program}\n`)];
        for (const [file, { names, blocks }] of used) {
            parts.push(encode(`${[file, names.digest, names.content.length, blocks.digest, blocks.content.length].join(' ')}\n`), names.content, blocks.content);
        }
        if (parts.reduce((sum, { length }) => sum + length, 0) <= MOST) await keeping.write(parts);
    }

    private intact(part: Part | undefined): Uint8Array | undefined {
        if (part) part.isIntact ??= this.keeping.digest(part.content) === part.digest;
        return part?.isIntact ? part.content : undefined;
    }

    private nameOfJudges(taxonomy: Taxonomy, settings: Settings): string {
        let names = this.namesOfJudges.get(settings);
        if (!names) this.namesOfJudges.set(settings, (names = new WeakMap()));
        let name = names.get(taxonomy);
        if (name === undefined) names.set(taxonomy, (name = this.keeping.digest(JSON.stringify(settings) + textOf(taxonomy.origin))));
        return name;
    }
}

/** What is kept of a file. The names are wanted of all files before anything else is wanted of any. */
interface Kept {
    readonly names: Part;
    readonly blocks: Part;
}

interface Part {
    readonly content: Uint8Array;
    /** What the content's digest was when it was written. */
    readonly digest: string;
    /** Undefined before anybody has looked. */
    isIntact?: boolean;
}

const LINE_END = 10;
const HEAD = /^(\S+) (\S+) ([0-9]+) (\S+) ([0-9]+)$/;

/** By the digests of the files. */
function keptIn(bytes: Uint8Array, program: string): Map<string, Kept> {
    const kept = new Map<string, Kept>();
    let at = 0;
    const part = (digest: string, length: string): Part => ({ digest, content: bytes.subarray(at, (at += Number(length))) });
    const line = () => {
        const end = bytes.indexOf(LINE_END, at);
        return end < 0 ? '' : decode(bytes.subarray(at, (at = end + 1) - 1));
    };
    if (line() !== program) return kept;
    while (at < bytes.length) {
        const [, file, digestOfNames, lengthOfNames, digestOfBlocks, lengthOfBlocks] = HEAD.exec(line()) ?? [];
        if (!file) break;
        kept.set(file, { names: part(digestOfNames!, lengthOfNames!), blocks: part(digestOfBlocks!, lengthOfBlocks!) });
    }
    return kept;
}

function decode(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}
