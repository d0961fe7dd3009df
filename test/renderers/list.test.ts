import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMATS, render, RENDERERS } from '../../language-server/renderers/index.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, planOf } from '../tables/example-plans.js';

test('the list of renderers names every format once, and each has its file', () => {
    expect(RENDERERS.map(({ format }) => format).sort()).toEqual([...FORMATS].sort());
    const files = readdirSync(new URL('../../language-server/renderers/', import.meta.url));
    for (const { format } of RENDERERS) expect(files).toContain(`${format}.ts`);
});

test.each(RENDERERS.map((renderer) => ({ renderer, format: renderer.format })))('$format gives text or bytes as it says, the same twice', async ({ renderer, format }) => {
    const tables = tablesOf('project', planOf(CITY));
    const first = await render(format, tables);
    expect(typeof first === 'string').toBe(!renderer.binary);
    expect(await render(format, tables)).toEqual(first);
    expect(first.length).toBeGreaterThan(100);
}, 60_000);
