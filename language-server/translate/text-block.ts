/**
 * The text that a block in triple quotes stands for: the line breaks next to the quotes and the indentation that all
 * its lines share are layout, not text. The line that begins behind the opening quotes has no indentation of its own.
 */
export function textOfBlock(inner: string): string {
    const lines = inner.split(/\r\n|[\n\r]/);
    const startsOnOwnLine = lines.length > 1 && lines[0]!.trim() === '';
    if (startsOnOwnLine) lines.shift();
    if (lines.length > 1 && lines.at(-1)!.trim() === '') lines.pop();
    const indented = startsOnOwnLine ? lines : lines.slice(1);
    const shared = commonIndentation(indented.filter((line) => line.trim() !== ''));
    return lines.map((line, index) => (index === 0 && !startsOnOwnLine ? line : line.slice(Math.min(shared, indentation(line))))).join('\n');
}

function commonIndentation(lines: readonly string[]): number {
    return lines.length === 0 ? 0 : Math.min(...lines.map(indentation));
}

function indentation(line: string): number {
    return /^[ \t\u3000]*/.exec(line)![0].length;
}
