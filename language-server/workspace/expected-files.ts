import { fileKey } from './file-key.js';
import type { NamesInFile } from './names-in-file.js';

interface Expected {
    readonly uri: string;
    /** Undefined for a file of which nobody knows what it declares. */
    readonly names: NamesInFile | undefined;
}

/** Files that are known but not read yet, with what a glimpse at each says of the names in it. */
export class ExpectedFiles {
    private readonly files = new Map<string, Expected>();
    /** The keys of the files that declare, or belong to, each department. */
    private readonly byFamily = new Map<string, Set<string>>();
    /** The keys of the files that declare departments: projects in others that are read later are judged but once. */
    private readonly deciding = new Set<string>();
    /** The keys of the files that may bear on any other: what they declare is not known, or it is a taxonomy. */
    private readonly onAll = new Set<string>();

    get isEmpty(): boolean {
        return this.files.size === 0;
    }

    has(uri: string): boolean {
        return this.files.has(fileKey(uri));
    }

    add(uri: string, names: NamesInFile | undefined): void {
        const key = fileKey(uri);
        this.files.set(key, { uri, names });
        if (!names || names.taxonomies.length > 0) this.onAll.add(key);
        if (names && names.departments.length > 0) this.deciding.add(key);
        for (const family of names?.families ?? []) {
            const others = this.byFamily.get(family);
            if (others) others.add(key);
            else this.byFamily.set(family, new Set([key]));
        }
    }

    /** @returns the departments that a glimpse said it declares */
    delete(uri: string): readonly string[] {
        const key = fileKey(uri);
        const names = this.files.get(key)?.names;
        this.files.delete(key);
        this.onAll.delete(key);
        this.deciding.delete(key);
        for (const family of names?.families ?? []) {
            const others = this.byFamily.get(family);
            others?.delete(key);
            if (others?.size === 0) this.byFamily.delete(family);
        }
        return names?.departments ?? [];
    }

    hasFamily(name: string): boolean {
        return this.byFamily.has(name);
    }

    /** A file that bears on the members of these families; undefined when all of them are read. */
    bearingOn(families: Iterable<string>): string | undefined {
        for (const key of this.onAll) return this.files.get(key)!.uri;
        for (const family of families) {
            const members = this.byFamily.get(family);
            if (members) return this.firstOf(members);
        }
        return undefined;
    }

    /** Which is to be read where it makes no difference to anybody. */
    get first(): string | undefined {
        return this.firstOf(this.files);
    }

    private firstOf(keys: ReadonlySet<string> | ReadonlyMap<string, Expected>): string | undefined {
        for (const key of this.deciding) {
            if (keys.has(key)) return this.files.get(key)!.uri;
        }
        for (const key of keys.keys()) return this.files.get(key)!.uri;
        return undefined;
    }

    *uris(): Generator<string> {
        for (const { uri } of this.files.values()) yield uri;
    }
}
