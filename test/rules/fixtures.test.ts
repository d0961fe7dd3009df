import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES, type Problem } from '../../language-server/index.js';
import { afterFix, lineOf, linesOf, openAll, readFixture } from './fixture.js';

const FOLDER = join(import.meta.dirname, 'fixtures');
const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith('.ptarget')).map((name) => readFixture(join(FOLDER, name), name.replace('.ptarget', '')));

describe.each(FIXTURES)('fixture $name', (fixture) => {
    it('has the expected findings and no others', () => {
        const workspace = openAll(fixture.files);
        for (const { uri, expected } of fixture.files) {
            const problems = workspace.problemsOf(uri);
            expect(linesOf(problems)).toEqual(expected.map(({ rule, range }) => lineOf(rule, range)).sort());
            for (const { rule, messagePart, range } of expected) {
                const found = problems.filter((problem) => linesOf([problem])[0] === lineOf(rule, range)).map((problem) => problem.message.zh);
                expect(found.join('\n')).toContain(messagePart);
            }
        }
    });

    it('says everything in both languages', () => {
        const workspace = openAll(fixture.files);
        for (const problem of fixture.files.flatMap(({ uri }) => workspace.problemsOf(uri))) {
            expect(problem.message.zh, problem.rule).toMatch(/\p{Script=Han}/u);
            expect(problem.message.en, problem.rule).toMatch(/[a-z]{2}/);
            for (const { zh, en } of [problem.message, ...(problem.related ?? []).map(({ message }) => message), ...(problem.fixes?.() ?? []).map(({ title }) => title)]) {
                expect(zh.trim(), problem.rule).not.toBe('');
                expect(en.trim(), zh).not.toBe('');
            }
        }
    });

    it('is rid of each problem by each of its fixes, and of no error more', () => {
        const workspace = openAll(fixture.files);
        const errorsBefore = errorLines(workspace, fixture.files);
        for (const { uri } of fixture.files) {
            for (const problem of workspace.problemsOf(uri)) {
                for (const fix of problem.fixes?.() ?? []) {
                    const fixed = openAll(afterFix(fixture, workspace, fix));
                    const alike = (problems: readonly Problem[]) => problems.filter(({ rule, message }) => rule === problem.rule && message.zh === problem.message.zh).length;
                    expect(alike(fixed.problemsOf(uri)), fix.title.zh).toBeLessThan(alike(workspace.problemsOf(uri)));
                    expect(without(errorLines(fixed, fixture.files), errorsBefore), fix.title.zh).toEqual([]);
                }
            }
        }
    });
});

function errorLines(workspace: ReturnType<typeof openAll>, files: readonly { uri: string }[]): string[] {
    return files.flatMap(({ uri }) => workspace.problemsOf(uri))
        .filter((problem) => problem.severity === 'error')
        .map((problem) => `${problem.rule}: ${problem.message.zh}`);
}

/** What one list has more of than another. */
function without(lines: readonly string[], others: readonly string[]): string[] {
    const left = [...others];
    return lines.filter((line) => {
        const at = left.indexOf(line);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
    });
}

it.each(RULES.map((rule) => rule.name))('rule %s has a fixture in which it is found', (name) => {
    const found = FIXTURES.flatMap((fixture) => fixture.files.flatMap((file) => file.expected.map(({ rule }) => rule)));
    expect(found).toContain(name);
});

it('names every rule once', () => {
    const names = RULES.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
