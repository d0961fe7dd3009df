import { describe, expect, it } from 'vitest';
import { Heartbeat } from '../../extension/client/heartbeat.js';

/** What so many beats in a row bring. */
function beats(heart: Heartbeat, count: number) {
    return Array.from({ length: count }, () => heart.beat());
}

const NOTHING = [undefined, undefined, undefined, undefined, undefined];

describe('a server', () => {
    it('is left in peace while nobody uses the editor', () => {
        expect(beats(new Heartbeat(), 100).filter(Boolean)).toEqual([]);
    });

    it('that answers is asked once a beat while somebody types, and no more afterwards', () => {
        const heart = new Heartbeat();
        for (let key = 0; key < 20; key++) {
            heart.sent();
            expect(heart.beat()).toBe('ask');
            heart.heard();
        }
        expect(beats(heart, 100).filter(Boolean)).toEqual([]);
    });

    it('that says nothing for six beats behind the question is ended', () => {
        const heart = new Heartbeat();
        heart.sent();
        expect(beats(heart, 7)).toEqual(['ask', ...NOTHING, 'end']);
    });

    it('that is busy and answers late is not', () => {
        const heart = new Heartbeat();
        for (let round = 0; round < 3; round++) {
            heart.sent();
            expect(beats(heart, 6)).toEqual(['ask', ...NOTHING]);
            heart.heard();
        }
    });

    it('is given all its time after one was ended', () => {
        const heart = new Heartbeat();
        heart.sent();
        beats(heart, 7);
        heart.sent();
        expect(beats(heart, 7)).toEqual(['ask', ...NOTHING, 'end']);
    });
});
