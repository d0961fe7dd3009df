import type { Declaration, IndicatorLibrary } from '../domain/plan.js';
import { remembered, rememberedBy } from '../domain/remembered.js';
import { keyOfValue } from '../domain/same-value.js';
import { categoryKey } from '../domain/taxonomy.js';
import { partsOf, type IndicatorValue } from '../domain/value.js';
import { namedIndicatorsOf } from './closed-project.js';

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
class ValueInUse {
    constructor(readonly value: IndicatorValue, readonly lines: number, private known?: string) {}

    /** Worked out only where there are others to compare with. */
    get key(): string {
        return (this.known ??= keyOfValue(this.value));
    }

    withLines(lines: number): ValueInUse {
        return new ValueInUse(this.value, lines, this.known);
    }
}

const NONE: readonly never[] = [];

/** Always the same object for the same text. */
const shared = remembered((text) => text);

/** The same list for all names with one line that says this. */
const onOneLine = rememberedBy(
    (value: IndicatorValue) => `${value.kind} ${partsOf(value).join(' ')}`,
    (value): readonly ValueInUse[] => [new ValueInUse(value, 1)],
);

/** There are hundreds of thousands, most of them with one use and one value: lists are shared where they say the same. */
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
        if (library) this.inLibraries = withLine(this.inLibraries, value);
        else this.inUse = withLine(this.inUse, value);
    }

    remove(value: IndicatorValue | undefined, library: IndicatorLibrary | undefined): void {
        if (library) this.libraries = this.libraries.toSpliced(this.libraries.indexOf(library), 1);
        else this.uses--;
        if (!value) return;
        if (library) this.inLibraries = withoutLine(this.inLibraries, value);
        else this.inUse = withoutLine(this.inUse, value);
    }
}

function withLine(values: readonly ValueInUse[], value: IndicatorValue): readonly ValueInUse[] {
    const alone = onOneLine(value);
    if (values.length === 0) return alone;
    const { key } = alone[0]!;
    const index = values.findIndex((other) => other.key === key);
    if (index < 0) return values.concat(alone);
    const known = values[index]!;
    return values.with(index, known.withLines(known.lines + 1));
}

function withoutLine(values: readonly ValueInUse[], value: IndicatorValue): readonly ValueInUse[] {
    const key = keyOfValue(value);
    return values.flatMap((other) => (other.key !== key ? other : other.lines > 1 ? other.withLines(other.lines - 1) : []));
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
            for (const { category, name, value } of namedIndicatorsOf(declaration)) this.entry(category, name).add(value, libraryOf(declaration));
        }
    }

    remove(declaration: Declaration): void {
        if (this.waiting.delete(declaration)) return;
        for (const { category, name, value } of namedIndicatorsOf(declaration)) {
            const key = categoryKey(category);
            const names = this.byCategory.get(key);
            const entry = names?.get(name);
            if (!names || !entry) continue;
            entry.remove(value, libraryOf(declaration));
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
