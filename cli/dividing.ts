import type { NamesInFile } from '../language-server/index.js';
import type { FoundFile } from './finding-files.js';

/** A file with what a glimpse of it has shown. */
export interface GlimpsedFile extends FoundFile {
    readonly names: NamesInFile;
    /** In bytes: about what it costs to check. */
    readonly size: number;
    /** Of its bytes; undefined where nobody asks for it, or it cannot be read. */
    readonly digest?: string;
}

/**
 * Divides files as finely as nothing in one group bears on another but which names are declared. Files that have a
 * department in common, however many others stand between the two, are in one group.
 */
export function divide(files: readonly GlimpsedFile[]): GlimpsedFile[][] {
    const kinship = new Kinship();
    for (const { names: { families: [first, ...others] } } of files) {
        for (const other of others) kinship.unite(first!, other);
    }
    const groups = new Map<unknown, GlimpsedFile[]>();
    for (const file of files) {
        const [department] = file.names.families;
        const key = department === undefined ? file : kinship.eldest(department);
        const group = groups.get(key);
        if (group) group.push(file);
        else groups.set(key, [file]);
    }
    return [...groups.values()];
}

/**
 * Joins groups to larger parts. The largest part comes first, so that the last ones to be done are small.
 * @param enough the size from which a part takes up no more files
 */
export function join(groups: readonly GlimpsedFile[][], enough: number): GlimpsedFile[][] {
    const parts: GlimpsedFile[][] = [];
    let filling: GlimpsedFile[] = [];
    for (const group of groups) {
        if (filling.length === 0) parts.push(filling);
        for (const file of group) filling.push(file);
        if (sizeOf(filling) >= enough) filling = [];
    }
    return parts.sort((one, other) => sizeOf(other) - sizeOf(one));
}

/** Which names belong together, each set of them known by one: its eldest. */
class Kinship {
    private readonly elders = new Map<string, string>();

    eldest(name: string): string {
        for (let elder = this.elders.get(name); elder !== undefined; elder = this.elders.get(name)) {
            // Asked again, the way is half as long.
            this.elders.set(name, this.elders.get(elder) ?? elder);
            name = elder;
        }
        return name;
    }

    unite(one: string, other: string): void {
        const [first, second] = [this.eldest(one), this.eldest(other)];
        if (first !== second) this.elders.set(second, first);
    }
}

export function sizeOf(files: readonly GlimpsedFile[]): number {
    return files.reduce((sum, file) => sum + file.size, 0);
}
