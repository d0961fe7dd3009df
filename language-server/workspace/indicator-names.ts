import { indicatorGroupsOf, indicatorsOf, type Declaration, type IndicatorLibrary } from '../domain/plan.js';
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

interface Entry extends IndicatorName {
    uses: number;
    libraries: IndicatorLibrary[];
    value: IndicatorValue | undefined;
}

/** Which names indicators have, by category; kept in step with every block that comes or goes, so that nobody has to search. */
export class IndicatorNames {
    private readonly byCategory = new Map<string, Map<string, Entry>>();

    add(declaration: Declaration): void {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const entry = this.entry(indicator.category.value, indicator.name.value);
            const value = indicator.cycle?.value;
            if (declaration.kind === 'library') {
                entry.libraries.push(declaration);
                entry.value = value ?? entry.value;
            } else {
                entry.uses++;
                entry.value ??= value;
            }
        }
    }

    remove(declaration: Declaration): void {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const key = categoryKey(indicator.category.value);
            const names = this.byCategory.get(key);
            const entry = names?.get(indicator.name.value);
            if (!names || !entry) continue;
            if (declaration.kind === 'library') entry.libraries.splice(entry.libraries.indexOf(declaration), 1);
            else entry.uses--;
            if (entry.uses === 0 && entry.libraries.length === 0) names.delete(entry.name);
            if (names.size === 0) this.byCategory.delete(key);
        }
    }

    /** The names of a category, in the order in which they were met. */
    ofCategory(category: string): Iterable<IndicatorName> {
        return this.byCategory.get(categoryKey(category))?.values() ?? [];
    }

    find(category: string, name: string): IndicatorName | undefined {
        return this.byCategory.get(categoryKey(category))?.get(name);
    }

    private entry(category: string, name: string): Entry {
        const key = categoryKey(category);
        let names = this.byCategory.get(key);
        if (!names) this.byCategory.set(key, (names = new Map()));
        let entry = names.get(name);
        if (!entry) names.set(name, (entry = { name, category, uses: 0, libraries: [], value: undefined }));
        return entry;
    }
}
