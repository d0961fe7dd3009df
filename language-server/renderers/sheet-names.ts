import { printable } from './printable.js';

/** Excel's limit, in UTF-16 units. */
const LONGEST = 31;

/** Names for the sheets of a workbook: without the signs that Excel refuses, not too long, no two alike. */
export function sheetNames(subjects: readonly string[]): string[] {
    const taken = new Set<string>();
    const lastNumbers = new Map<string, number>();
    return subjects.map((subject) => {
        const base = allowed(subject);
        let name = shortened(base, LONGEST);
        for (let number = lastNumbers.get(base) ?? 2; taken.has(name.toLowerCase()); number++) {
            const ending = ` (${number})`;
            name = shortened(base, LONGEST - ending.length) + ending;
            lastNumbers.set(base, number);
        }
        taken.add(name.toLowerCase());
        return name;
    });
}

function allowed(subject: string): string {
    const name = printable(subject).replace(/[:\\/?*[\]]/g, ' ').replace(/\s+/g, ' ').replace(/^[' ]+|[' ]+$/g, '');
    // Excel keeps History for itself.
    return name === '' || /^history$/i.test(name) ? `表 ${name}`.trim() : name;
}

/** Cut without leaving half of a surrogate pair, or an apostrophe, which Excel does not take at the end. */
function shortened(text: string, length: number): string {
    return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '').replace(/[' ]+$/, '');
}
