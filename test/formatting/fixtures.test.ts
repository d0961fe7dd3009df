import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatted, planWithoutPlaces } from './formatted.js';

const FOLDER = join(import.meta.dirname, 'fixtures');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.before.ptarget')).map((name) => name.replace('.before.ptarget', ''));

describe.each(NAMES)('%s', (name) => {
    const [before, after] = ['before', 'after'].map((state) => readFileSync(join(FOLDER, `${name}.${state}.ptarget`), 'utf8')) as [string, string];

    it('is laid out as written down', () => {
        expect(formatted(before)).toBe(after);
    });

    it('stays so', () => {
        expect(formatted(after)).toBe(after);
    });

    it('says the same', () => {
        expect(planWithoutPlaces(after)).toEqual(planWithoutPlaces(before));
    });

    it('has the line ends of its file', () => {
        const windows = (text: string) => text.replaceAll('\n', '\r\n');
        expect(formatted(windows(before))).toBe(windows(after));
    });
});
