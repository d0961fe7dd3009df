import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../language-server/domain/origin.js';
import { RULES, rangeOf, type Problem, type Severity } from '../../language-server/index.js';
import { openAll } from './fixture.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/calibration.md'), 'utf8');

/** A line of the page: a finding, and what a careful reader says of it. */
interface Judged {
    readonly place: string;
    readonly letter: string;
    readonly rule: string;
    readonly marked: string;
    readonly indicator: string;
    readonly verdict: string;
    readonly reason: string;
}

const LETTERS: Record<Severity, string> = { error: 'E', warning: 'W', information: 'I', hint: 'H' };
const INDICATOR = /^\s*\S+指标 (?:"([^"]*)"|“([^”]*)”)/;

/** The table below the heading of one example. */
function judgedIn(example: string): Judged[] {
    const section = PAGE.split(/^## /m).find((part) => part.startsWith(`\`${example}\``))!;
    const rows = section.split('\n').filter((line) => /^\| (?:–|[0-9]+) \|/.test(line));
    return rows.map((row) => {
        const [place, letter, rule, marked, indicator, verdict, reason] = row.slice(2, -2).split(' | ').map((cell) => cell.trim());
        return { place: place!, letter: letter!, rule: rule!, marked: marked!.slice(1, -1), indicator: indicator!, verdict: verdict!, reason: reason! };
    });
}

function keyOf({ place, letter, rule, marked, indicator }: Omit<Judged, 'verdict' | 'reason'>): string {
    return [place, letter, rule, marked, indicator].join(' | ');
}

function foundIn(example: string): string[] {
    const text = readFileSync(join(ROOT, example), 'utf8');
    const uri = `file:///${example}`;
    const lines = text.split('\n');
    return openAll([{ uri, text }]).problemsOf(uri).map((problem: Problem) => {
        const { line } = rangeOf(problem.origin).start;
        const name = INDICATOR.exec(lines[line]!);
        const projects = lines.slice(0, line + 1).filter((before) => before.startsWith('项目 ')).length;
        return keyOf({
            place: projects === 0 ? '–' : String(projects),
            letter: LETTERS[problem.severity],
            rule: problem.rule,
            marked: textOf(problem.origin).split('\n')[0]!,
            indicator: name?.[1] ?? name?.[2] ?? '',
        });
    });
}

const EXAMPLES = ['examples/nansha-2024.ptarget', 'examples/baiyun-2023.ptarget'];
const ALL = EXAMPLES.flatMap(judgedIn);

describe.each(EXAMPLES)('%s', (example) => {
    const judged = judgedIn(example);

    it('has every finding judged, and no other', () => {
        expect(judged.map(keyOf).sort()).toEqual(foundIn(example).sort());
    });

    it('has a verdict and a reason for each', () => {
        for (const finding of judged) {
            expect(['right', 'false'], keyOf(finding)).toContain(finding.verdict);
            expect(finding.reason.length, keyOf(finding)).toBeGreaterThan(3);
            expect(RULES.map(({ name }) => name)).toContain(finding.rule);
        }
    });
});

describe('the figures', () => {
    const weighty = ALL.filter(({ letter }) => letter !== 'H');
    const wrong = weighty.filter(({ verdict }) => verdict === 'false');

    it('are those of the list', () => {
        const row = (label: string, findings: readonly Judged[]) => {
            const [errors, warnings, informations, hints] = ['E', 'W', 'I', 'H'].map((letter) => findings.filter((finding) => finding.letter === letter).length);
            return `| ${label} | ${errors} | ${warnings} | ${informations} | ${errors! + warnings! + informations!} | ${hints} |`;
        };
        expect(PAGE).toContain(row('findings', ALL));
        expect(PAGE).toContain(row('false', ALL.filter(({ verdict }) => verdict === 'false')));
        const share = ((wrong.length / weighty.length) * 100).toFixed(1);
        expect(PAGE).toContain(`**${wrong.length} of ${weighty.length}** errors, warnings and informations are false: **${share}%**.`);
    });

    it('keep to what the trade accepts: one false alarm in five', () => {
        expect(wrong.length / weighty.length).toBeLessThanOrEqual(0.2);
    });
});
