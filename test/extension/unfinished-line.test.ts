import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnfinishedLine, type Finding } from '../../extension/client/unfinished-line.js';

const URI = 'file:///a.ptarget';

let cursor: number | undefined;
let shown: string[][];
let unfinished: UnfinishedLine<Finding>;

beforeEach(() => {
    vi.useFakeTimers();
    cursor = 3;
    shown = [];
    unfinished = new UnfinishedLine((uri) => (uri === URI ? cursor : undefined));
});
afterEach(() => void vi.useRealTimers());

/** Findings as `rule:line`, the rule as a diagnostic with a link has it. */
function pass(...findings: string[]): void {
    const list = findings.map((finding): Finding => {
        const [value = '', line = 0] = finding.split(':');
        return { range: { start: { line: Number(line) }, end: { line: Number(line) } }, code: { value } };
    });
    unfinished.pass(URI, list, (passed) => shown.push(passed.map(({ range, code }) => `${(code as { value: string }).value}:${range.start.line}`)));
}

it('holds back what is new on the line being typed until the keys rest', () => {
    unfinished.typed(URI);
    pass('syntax:3', 'missing-goal:1');
    vi.advanceTimersByTime(1000);
    unfinished.typed(URI);
    pass('syntax:3', 'missing-goal:1');
    vi.advanceTimersByTime(1499);
    expect(shown).toEqual([['missing-goal:1'], ['missing-goal:1']]);
    vi.advanceTimersByTime(1);
    expect(shown.at(-1)).toEqual(['syntax:3', 'missing-goal:1']);
});

it('or until the cursor leaves it', () => {
    unfinished.typed(URI);
    pass('syntax:3');
    unfinished.cursorMoved(URI);
    expect(shown).toEqual([[]]);
    cursor = 4;
    unfinished.cursorMoved(URI);
    expect(shown).toEqual([[], ['syntax:3']]);
    vi.advanceTimersByTime(5000);
    expect(shown).toHaveLength(2);
});

it('leaves what was there before', () => {
    pass('vague-value:3', 'syntax:5');
    unfinished.typed(URI);
    pass('vague-value:3', 'missing-unit:3', 'syntax:5');
    expect(shown.at(-1)).toEqual(['vague-value:3', 'syntax:5']);
    unfinished.typed(URI);
    pass('syntax:5');
    vi.advanceTimersByTime(5000);
    expect(shown.at(-1)).toEqual(['syntax:5']);
});

it('holds nothing back where nobody types, or no longer, or elsewhere', () => {
    pass('syntax:3');
    expect(shown.at(-1)).toEqual(['syntax:3']);
    pass();
    unfinished.typed(URI);
    vi.advanceTimersByTime(1500);
    pass('syntax:3');
    expect(shown.at(-1)).toEqual(['syntax:3']);
    pass();
    unfinished.typed(URI);
    cursor = undefined;
    pass('syntax:3');
    expect(shown.at(-1)).toEqual(['syntax:3']);
});

it('shows nothing more of a file that is closed', () => {
    unfinished.typed(URI);
    pass('syntax:3');
    unfinished.forget(URI);
    vi.advanceTimersByTime(5000);
    expect(shown).toEqual([[]]);
});
