// What the suite itself says in VS Code's console, among all that VS Code and its extensions say there.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../../scripts/project.mjs';

const mark = 'e2e| '; // put by suite/say.ts
const result = /^(\d+) passed, (\d+) failed$/;

/**
 * Returns a function that prints the suite's lines in a piece of the console and returns them all, in the suite's own
 * sources' terms. The result is left for the runner to print last.
 * @param {string} bundle the compiled suite, its source map beside it
 */
export function suitePrinter(bundle) {
    const toSource = sourceFinder(bundle);
    return (text) => {
        const lines = text.split('\n').flatMap((line) => {
            const at = line.indexOf(mark);
            return at < 0 ? [] : [toSource(line.slice(at + mark.length))];
        });
        const spoken = lines.filter((line) => line !== undefined);
        for (const line of spoken) if (!result.test(line)) console.log(line);
        return spoken;
    };
}

/** @returns {{ line: string, passed: number, failed: number } | undefined} */
export function resultIn(lines) {
    const line = lines.findLast((each) => result.test(each));
    if (line === undefined) return undefined;
    const [, passed, failed] = result.exec(line);
    return { line, passed: Number(passed), failed: Number(failed) };
}

/** Frames of a stack: those in the suite point to its sources, those of Mocha and Node are left out (undefined). */
function sourceFinder(bundle) {
    const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    return (line) => {
        if (!/^\s+at /.test(line)) return line;
        const place = /([^\s(]*index\.cjs):(\d+):(\d+)/.exec(line);
        if (place === null) return undefined;
        const entry = map.findEntry(Number(place[2]) - 1, Number(place[3]) - 1);
        if (entry.originalSource === undefined || entry.originalSource.includes('node_modules')) return undefined;
        const source = path.relative(projectRoot, path.resolve(path.dirname(bundle), entry.originalSource));
        return line.replace(place[0], `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
    };
}
