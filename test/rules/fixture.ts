import { readFileSync } from 'node:fs';
import { applyTextEdits, rangeOf, toTextEdits, Workspace, type Problem, type Range } from '../../language-server/index.js';

/**
 * A .ptarget text with its expected findings written into it:
 *
 *     // expect budget-unbalanced: 相差 64.88 万元
 *     // expect missing-goal
 *     部门 "甲" {
 *         »部门预算支出« { … }
 *
 * Each `// expect` line at the top names the rule of one marked place, in the order in which the places begin; a part
 * of the message may follow the colon. Ranges are marked with »…« and may nest. A finding that is not expected fails the
 * test. `// file NAME` begins another file of the same workspace.
 */
export interface Fixture {
    readonly name: string;
    readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
    readonly uri: string;
    readonly text: string;
    readonly expected: readonly Expectation[];
}

export interface Expectation {
    readonly rule: string;
    readonly messagePart: string;
    readonly range: Range;
}

const EXPECT = /^\/\/ expect ([a-z-]+)(?:: (.*))?$/;

export function readFixture(path: string, name: string): Fixture {
    const parts = readFileSync(path, 'utf8').split(/^\/\/ file (\S+)\r?\n/m);
    const files = [{ title: 'main.ptarget', content: parts[0]! }];
    for (let index = 1; index < parts.length; index += 2) files.push({ title: parts[index]!, content: parts[index + 1]! });
    return { name, files: files.map(({ title, content }) => readFile(`file:///${name}/${title}`, content)) };
}

function readFile(uri: string, content: string): FixtureFile {
    const expectations = content.split('\n').map((line) => EXPECT.exec(line.trim())).filter((match) => match !== null);
    let text = '';
    const open: { start: number; order: number }[] = [];
    const marked: { start: number; end: number; order: number }[] = [];
    for (const character of content) {
        if (character === '»') open.push({ start: text.length, order: marked.length + open.length });
        else if (character === '«') marked.push({ ...open.pop()!, end: text.length });
        else text += character;
    }
    if (open.length > 0 || marked.length !== expectations.length) {
        throw new Error(`${uri}: ${expectations.length} findings expected, ${marked.length} places marked`);
    }
    marked.sort((one, other) => one.start - other.start || one.order - other.order);
    const expected = marked.map(({ start, end }, index) => ({
        rule: expectations[index]![1]!,
        messagePart: expectations[index]![2] ?? '',
        range: { start: positionAt(text, start), end: positionAt(text, end) },
    }));
    return { uri, text, expected };
}

function positionAt(text: string, offset: number): Range['start'] {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
}

export function openAll(files: readonly { uri: string; text: string }[]): Workspace {
    const workspace = new Workspace();
    for (const { uri, text } of files) workspace.open(uri, text);
    return workspace;
}

/** A finding in one line, for comparing: `rule line:character-line:character`. */
export function lineOf(rule: string, { start, end }: Range): string {
    return `${rule} ${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

export function linesOf(problems: readonly Problem[]): string[] {
    return problems.map((problem) => lineOf(problem.rule, rangeOf(problem.origin))).sort();
}

/** The files after one fix of one problem. */
export function afterFix(fixture: Fixture, workspace: Workspace, fix: ReturnType<NonNullable<Problem['fixes']>>[number]): { uri: string; text: string }[] {
    const edits = toTextEdits(fix.edits);
    return fixture.files.map(({ uri, text }) => ({
        uri,
        text: applyTextEdits(text, edits.get(uri) ?? [], (position) => workspace.document(uri)!.offsetAt(position)),
    }));
}
