/** Excel's limit, in UTF-16 units. */
const LONGEST = 31;

/** Names for the sheets of a workbook: without the signs that Excel refuses, not too long, no two alike. */
export function sheetNames(subjects: readonly string[]): string[] {
    const taken = new Set<string>();
    return subjects.map((subject) => {
        const base = allowed(subject);
        let name = base.slice(0, LONGEST);
        for (let number = 2; taken.has(name.toLowerCase()); number++) {
            const ending = ` (${number})`;
            name = wholeCharacters(base.slice(0, LONGEST - ending.length)) + ending;
        }
        name = wholeCharacters(name);
        taken.add(name.toLowerCase());
        return name;
    });
}

function allowed(subject: string): string {
    const name = subject.replace(/[:\\/?*[\]\u0000-\u001F]/g, ' ').replace(/\s+/g, ' ').replace(/^[' ]+|[' ]+$/g, '');
    // Excel keeps History for itself.
    return name === '' || /^history$/i.test(name) ? `表 ${name}`.trim() : name;
}

/** Without half of a surrogate pair at the end. */
function wholeCharacters(text: string): string {
    return text.replace(/[\uD800-\uDBFF]$/, '');
}
