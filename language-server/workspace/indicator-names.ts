import { indicatorGroupsOf, indicatorsOf, type Declaration, type IndicatorLibrary } from '../domain/plan.js';
import { remembered } from '../domain/remembered.js';
import { keyOfValue } from '../domain/same-value.js';
import { categoryKey } from '../domain/taxonomy.js';
import type { IndicatorValue } from '../domain/value.js';

/** A name that indicators of a category have in the workspace or in a library of indicators. */
export interface IndicatorName {
    readonly name: string;
    /** The category's name as it was written where the name was met first. */
    readonly category: string;
    /** How many indicators of departments and projects have it. */
    readonly uses: number;
    readonly libraries: readonly IndicatorLibrary[];
    /** What a library says, else what the first line with this name says: the last one is perhaps being written. */
    readonly value: IndicatorValue | undefined;
}

/** A value that lines with a name have, and how many have it. */
interface ValueInUse {
    readonly key: string;
    readonly value: IndicatorValue;
    lines: number;
}

const NONE: readonly never[] = [];

/** Always the same object for the same text. */
const shared = remembered((text) => text);

/** There are hundreds of thousands, most of them with one use and one value: lists are no longer than they must be. */
class Entry implements IndicatorName {
    uses = 0;
    libraries: readonly IndicatorLibrary[] = NONE;
    private inLibraries: readonly ValueInUse[] = NONE;
    private inUse: readonly ValueInUse[] = NONE;

    constructor(readonly name: string, readonly category: string) {}

    get value(): IndicatorValue | undefined {
        return (this.inLibraries.at(-1) ?? this.inUse[0])?.value;
    }

    get isGone(): boolean {
        return this.uses === 0 && this.libraries.length === 0;
    }

    add(value: IndicatorValue | undefined, library: IndicatorLibrary | undefined): void {
        if (library) this.libraries = this.libraries.concat(library);
        else this.uses++;
        if (!value) return;
        const values = this.valuesOf(library);
        const key = shared(keyOfValue(value));
        const known = values.find((other) => other.key === key);
        if (known) known.lines++;
        else this.keep(values.concat({ key, value, lines: 1 }), library);
    }

    remove(value: IndicatorValue | undefined, library: IndicatorLibrary | undefined): void {
        if (library) this.libraries = this.libraries.toSpliced(this.libraries.indexOf(library), 1);
        else this.uses--;
        if (!value) return;
        const values = this.valuesOf(library);
        const key = keyOfValue(value);
        const known = values.find((other) => other.key === key);
        if (known && --known.lines === 0) this.keep(values.filter((other) => other !== known), library);
    }

    private valuesOf(library: IndicatorLibrary | undefined): readonly ValueInUse[] {
        return library ? this.inLibraries : this.inUse;
    }

    private keep(values: readonly ValueInUse[], library: IndicatorLibrary | undefined): void {
        if (library) this.inLibraries = values;
        else this.inUse = values;
    }
}

/** Which names indicators have, by category; kept in step with every block that comes or goes, so that nobody has to search. */
export class IndicatorNames {
    private readonly byCategory = new Map<string, Map<string, Entry>>();
    /** Not looked at yet: while somebody types, most are gone again before anybody asks. */
    private readonly waiting = new Set<Declaration>();

    add(declaration: Declaration): void {
        this.waiting.add(declaration);
    }

    /** Looks at what was added, while it is at hand. */
    learn(): void {
        for (const declaration of this.waiting) {
            this.waiting.delete(declaration);
            for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
                this.entry(indicator.category.value, indicator.name.value).add(indicator.cycle?.value, libraryOf(declaration));
            }
        }
    }

    remove(declaration: Declaration): void {
        if (this.waiting.delete(declaration)) return;
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const key = categoryKey(indicator.category.value);
            const names = this.byCategory.get(key);
            const entry = names?.get(indicator.name.value);
            if (!names || !entry) continue;
            entry.remove(indicator.cycle?.value, libraryOf(declaration));
            if (entry.isGone) names.delete(entry.name);
            if (names.size === 0) this.byCategory.delete(key);
        }
    }

    /** The names of a category, in the order in which they were met. */
    ofCategory(category: string): Iterable<IndicatorName> {
        this.learn();
        return this.byCategory.get(categoryKey(category))?.values() ?? [];
    }

    find(category: string, name: string): IndicatorName | undefined {
        this.learn();
        return this.byCategory.get(categoryKey(category))?.get(name);
    }

    private entry(category: string, name: string): Entry {
        const key = categoryKey(category);
        let names = this.byCategory.get(key);
        if (!names) this.byCategory.set(key, (names = new Map()));
        let entry = names.get(name);
        if (!entry) names.set(name, (entry = new Entry(name, shared(category))));
        return entry;
    }
}

function libraryOf(declaration: Declaration): IndicatorLibrary | undefined {
    return declaration.kind === 'library' ? declaration : undefined;
}
