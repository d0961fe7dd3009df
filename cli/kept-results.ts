import { open, stat } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { wasRight, type NamesInFile } from '../language-server/index.js';
import type { BatchedFile, Bearing, Outcome } from './batch.js';
import { digestOf } from './digest.js';
import type { GlimpsedFile } from './dividing.js';
import { EXTENSION } from './finding-files.js';
import { readKeptData, type KeptData, type KeptFile, type KeptGroup } from './kept-data.js';
import { Refusal, WrongUsage } from './refusal.js';
import { explain, isMissing } from './system-errors.js';
import { writeWhole } from './writing-files.js';

/** How a file of kept results begins. One that begins otherwise is somebody else's, and stays as it is. */
const MARK = Buffer.from('ptarget check --cache\n');

/** In bytes, unpacked: more is neither kept nor read. */
const MOST = 256 * 1024 * 1024;

/**
 * Results of earlier checks, in a file. What comes of files that are checked together depends on nothing but their bytes,
 * what they are called, what bears on them beside, and the program. By a digest of all this a result is known.
 */
export class KeptResults {
    private readonly known: Map<string, KeptGroup>;
    private readonly names: ReadonlyMap<string, NamesInFile>;
    /** What was asked for or added since the last beginning: only this is kept further. */
    private readonly used = new Map<string, KeptGroup>();
    private bearing = '';

    /** What a file holds, if this very program wrote it. */
    static async from(path: string, program: string, most = MOST): Promise<KeptResults> {
        if (path === '' || path.endsWith(EXTENSION)) {
            throw new WrongUsage({ zh: `--cache 后面要写存放检查结果的文件，不能是“${path}”`, en: `--cache takes a file to keep results in, not “${path}”` });
        }
        const packed = await behindMark(path);
        const data = packed && unpack(packed, most);
        return new KeptResults(path, program, most, data?.program === program ? data.groups : []);
    }

    private constructor(private readonly path: string, private readonly program: string, private readonly most: number, private readonly before: readonly KeptGroup[]) {
        this.known = new Map(before.map((group) => [group.key, group]));
        this.names = new Map(before.flatMap(({ files }) => files.map((file) => [file.digest, file.names])));
    }

    /** What a file with these bytes declares and refers to. */
    namesIn(digest: string): NamesInFile | undefined {
        return this.names.get(digest);
    }

    /** From here on it is about checks on which this bears. */
    begin(bearing: Bearing): void {
        // Whole paths decide over the order of findings, and they begin with the current folder.
        this.bearing = digestOf(JSON.stringify([bearing, process.cwd()]));
        this.used.clear();
    }

    /**
     * What came of a group; undefined where nobody knows.
     * @param together the files of the group and those lent to it
     */
    of(group: readonly GlimpsedFile[], together: readonly BatchedFile[]): Outcome[] | undefined {
        const key = this.keyOf(together);
        const kept = key === undefined ? undefined : this.known.get(key);
        if (!kept || kept.files.length !== group.length || !kept.files.every(speaksOf(together))) return undefined;
        this.used.set(kept.key, kept);
        return group.map(({ name, path, names }, index) => {
            const { remarks, findings, silenced, foreign } = kept.files[index]!;
            return { path, checked: { file: name, path, findings, silenced, foreign }, remarks, names };
        });
    }

    /** Adds what has come of a group now, unless a file could not be read or was written to meanwhile. */
    keep(group: readonly GlimpsedFile[], together: readonly BatchedFile[], outcomes: readonly Outcome[]): void {
        const key = this.keyOf(together);
        const files = group.flatMap((file, index) => keptOf(file, outcomes[index]!) ?? []);
        if (key === undefined || files.length < group.length) return;
        const kept = { key, files };
        this.known.set(key, kept);
        this.used.set(key, kept);
    }

    /** Writes what was used, unless just this is there already. */
    async write(): Promise<void> {
        const { path, program, most, before, used } = this;
        if (used.size === before.length && before.every((group) => used.get(group.key) === group)) return;
        const packed = pack({ program, groups: [...used.values()] }, most);
        if (!packed) throw new Refusal({ zh: `结果太多，没有写入 ${path}`, en: `there are too many results to be kept in ${path}` });
        await writeWhole(path, Buffer.concat([MARK, packed]));
    }

    /** Undefined where there is a file whose bytes nobody knows. */
    private keyOf(files: readonly BatchedFile[]): string | undefined {
        if (files.some(({ digest }) => digest === undefined)) return undefined;
        return digestOf(this.bearing, JSON.stringify(files.map(({ name, path, lent, digest }) => [name, path, lent, digest])));
    }
}

function keptOf({ digest, names }: GlimpsedFile, outcome: Outcome): KeptFile | undefined {
    if (digest === undefined || 'refused' in outcome || outcome.outdated || !wasRight(names, outcome.names)) return undefined;
    const { checked: { findings, silenced, foreign }, remarks } = outcome;
    return { digest, names, remarks, findings, silenced, foreign };
}

/** Whether what is said about a file leads nowhere but to files that it was checked with. */
function speaksOf(files: readonly BatchedFile[]): (kept: KeptFile) => boolean {
    const called = new Map(files.map(({ name, path }) => [path, name]));
    return ({ findings }) => findings.every(({ related }) => related.every(({ path, file }) => called.get(path) === file));
}

/** @returns what follows the mark; undefined where there is no file */
async function behindMark(path: string): Promise<Buffer | undefined> {
    try {
        if (!(await stat(path)).isFile()) throw notOurs(path);
        const file = await open(path);
        try {
            const { bytesRead, buffer } = await file.read(Buffer.alloc(MARK.length));
            if (!buffer.subarray(0, bytesRead).equals(MARK)) throw notOurs(path);
            return await file.readFile();
        } finally {
            await file.close();
        }
    } catch (error) {
        if (isMissing(error)) return undefined;
        if (error instanceof Refusal) throw error;
        const { zh, en } = explain(error);
        throw new Refusal({ zh: `无法读取 ${path}：${zh}`, en: `cannot read ${path}: ${en}` });
    }
}

function notOurs(path: string): Refusal {
    return new Refusal({ zh: `${path} 不是 --cache 写的文件，没有改动；请换一个文件名`, en: `${path} is no file of --cache and stays as it is; choose another name` });
}

function pack(data: KeptData, most: number): Buffer | undefined {
    try {
        const json = Buffer.from(JSON.stringify(data));
        return json.length > most ? undefined : gzipSync(json);
    } catch (error) {
        // No text is as long as this would be.
        if (error instanceof RangeError) return undefined;
        throw error;
    }
}

/** Nothing where it is damaged, or of another version. */
function unpack(packed: Buffer, most: number): KeptData | undefined {
    try {
        return readKeptData(gunzipSync(packed, { maxOutputLength: most }).toString());
    } catch {
        return undefined;
    }
}
