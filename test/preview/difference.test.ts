import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Workspace, type Form } from '../../language-server/index.js';
import { Panels } from '../../language-server/preview/panels.js';
import { printFile } from '../../language-server/preview/printed-file.js';
import type { PreviewParams, PreviewUpdate, WholeTable } from '../../language-server/protocol.js';
import type { Session } from '../../language-server/session.js';
import { RUNS } from '../reliability/runs.js';

const URI = 'file:///a.ptarget';

/** What changes cells, rows, tables and whole declarations. */
const SNIPPETS = [
    '"', '"""', '{', '}', '\n', '1', '9,000.00', '≥95%', '》', '新', '<b>&', '', '满意度指标 不适用 "无"\n',
    '\n项目 "新" {\n    资金 { 财政拨款 1.00 }\n}\n', '数量指标 "又一个" ≥1个\n', '年度 2025\n', '部门 "又一个" { 总体绩效目标 "好" }\n',
];

const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80), fc.nat(2000)), text: fc.constantFrom(...SNIPPETS) });

/** A panel's side: what it shows after it has followed the updates. */
function follow(shown: readonly WholeTable[], { base, exchange, patches }: PreviewUpdate): WholeTable[] {
    const tables = base === undefined ? [] : shown.map(({ frame, rows }) => ({ frame, rows: [...rows] }));
    tables.splice(exchange.first, exchange.deleted, ...exchange.tables.map(({ frame, rows }) => ({ frame, rows: [...rows] })));
    for (const { table, frame, first, deleted, rows } of patches) {
        const before = tables[table]!;
        before.rows.splice(first, deleted, ...rows);
        tables[table] = { frame: frame ?? before.frame, rows: before.rows };
    }
    return tables;
}

function panelsOf(workspace: Workspace): (params: PreviewParams) => PreviewUpdate {
    const panels = new Panels({ workspace, language: 'zh' } as Session);
    return (params) => panels.update(printFile(workspace, params.uri, params.form)!, params);
}

function freshRender(text: string, form: Form | undefined): readonly WholeTable[] {
    const workspace = new Workspace();
    workspace.open(URI, text);
    return panelsOf(workspace)({ uri: URI, panel: 'fresh', form }).exchange.tables;
}

describe.each(['nansha-2024', 'baiyun-2023'])('any edits of %s', (name) => {
    const original = readFileSync(`examples/${name}.ptarget`, 'utf8');

    it.each<Form>(['department', 'projects', 'project', 'core'])('reach a panel that shows the form %s as they reach a new one', (form) => {
        fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
            const workspace = new Workspace();
            const document = workspace.open(URI, original);
            const update = panelsOf(workspace);
            let last = update({ uri: URI, panel: 'p', form });
            let shown = follow([], last);
            for (const [version, { at, length, text }] of edits.entries()) {
                const before = document.text;
                const start = at % (before.length + 1);
                const end = Math.min(before.length, start + length);
                const after = before.slice(0, start) + text + before.slice(end);
                workspace.update(URI, [{ text: after }], version + 1);
                last = update({ uri: URI, panel: 'p', form, base: last.revision });
                shown = follow(shown, last);
                expect(JSON.stringify(shown) === JSON.stringify(freshRender(after, form)), 'the panel shows what a new one would').toBe(true);
            }
        }), { numRuns: 6 * RUNS });
    }, 120_000);
});

describe('an update', () => {
    const text = readFileSync('examples/nansha-2024.ptarget', 'utf8');
    const workspace = new Workspace();
    workspace.open(URI, text);
    const update = panelsOf(workspace);
    const whole = update({ uri: URI, panel: 'p' });

    it('holds everything at first', () => {
        expect(whole.base).toBeUndefined();
        expect(whole.exchange.tables).toHaveLength(1);
        expect(whole.forms.map(({ form }) => form)).toEqual(['department', 'core']);
    });

    it('holds only the changed row afterwards', () => {
        workspace.update(URI, [{ text: text.replace('≥900次', '≥901次') }], 1);
        const further = update({ uri: URI, panel: 'p', base: whole.revision });
        expect(further.exchange).toMatchObject({ deleted: 0, tables: [] });
        expect(further.patches).toHaveLength(1);
        expect(further.patches[0]).toMatchObject({ deleted: 1, frame: undefined });
        expect(further.patches[0]!.rows).toHaveLength(1);
        expect(further.patches[0]!.rows[0]).toContain('≥901次');
    });

    it('holds everything again for a panel that has something else', () => {
        expect(update({ uri: URI, panel: 'p', base: 0 }).base).toBeUndefined();
        expect(update({ uri: URI, panel: 'p', form: 'core', base: 0 }).base).toBeUndefined();
    });
});
