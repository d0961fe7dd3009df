import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromPage, readKeptState, readToPage } from '../../extension/preview/messages.js';

const CELL = { table: 0, row: 3, cell: 2 };

describe('a message from the page', () => {
    it.each([
        { type: 'ready' },
        { type: 'choose', form: 'projects' },
        { type: 'goTo', cell: { ...CELL, part: 1 }, problem: 0 },
        { type: 'fix', cell: CELL, problem: 1 },
        { type: 'scrolled', cell: CELL },
        { type: 'export' },
    ])('is heard: $type', (message) => {
        expect(readFromPage(message)).toEqual(message);
    });

    it.each([
        undefined, null, 1, 'ready', [], {},
        { type: 'toString' },
        { type: 'choose', form: '__proto__' },
        { type: 'choose', form: 'other' },
        { type: 'goTo', cell: { table: -1, row: 0, cell: 0 } },
        { type: 'goTo', cell: { table: 0, row: 0.5, cell: 0 } },
        { type: 'goTo', cell: { table: '0', row: 0, cell: 0 } },
        { type: 'goTo', cell: CELL, problem: Number.MAX_VALUE },
        { type: 'fix', cell: CELL },
        { type: 'scrolled' },
    ])('that is not as it should be is not: %j', (message) => {
        expect(readFromPage(message)).toBeUndefined();
    });

    it('carries nothing beside what belongs to it', () => {
        const cell = JSON.parse('{"table":0,"row":0,"cell":0,"uri":"file:///etc/passwd","__proto__":{"part":1}}') as unknown;
        const read = readFromPage({ type: 'goTo', cell, uri: 'file:///etc/passwd', command: 'x' });
        expect(JSON.parse(JSON.stringify(read))).toEqual({ type: 'goTo', cell: { table: 0, row: 0, cell: 0 } });
    });

    it('can be anything without harm', () => {
        fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (message) => {
            readFromPage(message);
            readToPage(message);
            readKeptState(message);
        }));
    });
});

describe('a message to the page', () => {
    const show = {
        type: 'show', uri: 'file:///a.ptarget', revision: 2, base: 1, exchange: { first: 0, deleted: 0, tables: [] },
        patches: [{ table: 0, first: 1, deleted: 1, rows: ['<tr></tr>'] }], form: 'department', tabs: [{ form: 'department', name: '部门', title: '表' }],
        locked: false, problems: { errors: 0, warnings: 1, others: 0 }, summary: '1 个警告', banner: '', nothing: '',
    };

    it('is heard', () => {
        expect(readToPage(show)).toEqual(show);
        expect(readToPage({ type: 'mark', cell: null })).toEqual({ type: 'mark', cell: null });
        expect(readToPage({ type: 'scrollTo', cell: CELL })).toEqual({ type: 'scrollTo', cell: CELL });
    });

    it.each([
        { ...show, revision: '2' }, { ...show, patches: [{}] }, { ...show, exchange: null }, { ...show, tabs: [{ form: 'x', name: '', title: '' }] },
        { ...show, patches: [{ table: 0, first: 0, deleted: 0, rows: [1] }] }, { type: 'mark' }, { type: 'scrollTo', cell: null }, { type: 'eval' },
    ])('that is not as it should be is not', (message) => {
        expect(readToPage(message)).toBeUndefined();
    });
});

it('what is kept is read back as far as it is sound', () => {
    expect(readKeptState({ uri: 'file:///a.ptarget', form: 'core', locked: true, zoom: 2 })).toEqual({ uri: 'file:///a.ptarget', form: 'core', locked: true });
    expect(readKeptState({ uri: 'file:///a.ptarget', form: 'other', locked: 'yes' })).toEqual({ uri: 'file:///a.ptarget', form: undefined, locked: false });
    expect(readKeptState({ form: 'core' })).toBeUndefined();
});
