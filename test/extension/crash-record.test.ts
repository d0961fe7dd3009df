import { describe, expect, it } from 'vitest';
import { CrashRecord } from '../../extension/client/crash-record.js';

const MINUTE = 60_000;

describe('a server that ends', () => {
    it('is started again four times in three minutes, and not a fifth time', () => {
        const crashes = new CrashRecord();
        expect([1, 2, 3, 4, 5].map((second) => crashes.ended(second * 1000).again)).toEqual([true, true, true, true, false]);
    });

    it('now and then is started again each time', () => {
        const crashes = new CrashRecord();
        for (let round = 0; round < 50; round++) expect(crashes.ended(round * MINUTE).again).toBe(true);
    });

    it('twice over a file is not given that file any more, which is said once', () => {
        const crashes = new CrashRecord();
        crashes.looksAt('a', 0);
        expect(crashes.ended(10)).toEqual({ again: true, quarantined: undefined });
        crashes.looksAt('b', 1000);
        crashes.looksAt('a', 1000);
        expect(crashes.ended(1010)).toEqual({ again: true, quarantined: 'a' });
        crashes.looksAt('a', 2000);
        expect(crashes.ended(2010).quarantined).toBeUndefined();
        expect(crashes.quarantined).toEqual(['a']);
    });

    it('over different files, or long after it looked at one, has nothing against any', () => {
        const crashes = new CrashRecord();
        for (const uri of ['a', 'b', 'c']) {
            crashes.looksAt(uri, 0);
            crashes.ended(10);
        }
        crashes.looksAt('a', 1000);
        crashes.ended(MINUTE);
        crashes.ended(MINUTE + 1);
        crashes.looksAt('b', 10 * MINUTE);
        crashes.ended(10 * MINUTE + 1);
        expect(crashes.quarantined).toEqual([]);
    });

    it('after hanging has ended over the file that it looked at when it began to hang', () => {
        const crashes = new CrashRecord();
        for (const time of [0, MINUTE]) {
            crashes.looksAt('a', time);
            crashes.looksAt('b', time + 1);
            crashes.hangs(time + 31_000);
            crashes.ended(time + 31_001);
        }
        expect(crashes.quarantined).toEqual(['b']);
    });

    it('is forgiven when somebody restarts it', () => {
        const crashes = new CrashRecord();
        for (const time of [0, 2]) {
            crashes.looksAt('a', time);
            crashes.ended(time + 1);
        }
        expect(crashes.quarantined).toEqual(['a']);
        crashes.forgive();
        expect(crashes.quarantined).toEqual([]);
    });
});
