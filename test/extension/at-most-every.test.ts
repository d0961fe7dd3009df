import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AtMostEvery } from '../../extension/preview/at-most-every.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('acts at once, then once an interval, and once more for what came last', () => {
    const acted: number[] = [];
    const start = Date.now();
    const pace = new AtMostEvery(() => 300, () => acted.push(Date.now() - start));
    for (let key = 0; key < 20; key++) {
        pace.ask();
        vi.advanceTimersByTime(60);
    }
    vi.advanceTimersByTime(1000);
    expect(acted).toEqual([0, 300, 600, 900, 1200]);
    pace.ask();
    expect(acted).toHaveLength(6);
});

it('does not act any more once it is cancelled', () => {
    const action = vi.fn();
    const pace = new AtMostEvery(() => 300, action);
    pace.ask();
    pace.ask();
    pace.cancel();
    vi.advanceTimersByTime(1000);
    expect(action).toHaveBeenCalledTimes(1);
});
