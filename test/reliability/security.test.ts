import { build, type PluginBuild } from 'esbuild';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hoverAt } from '../../language-server/features/hover.js';
import { FORMS, formsFor, planOfFile, render, tablesOf, type Table } from '../../language-server/index.js';
import { Panels } from '../../language-server/preview/panels.js';
import { printFile } from '../../language-server/preview/printed-file.js';
import { Session } from '../../language-server/session.js';
import { SEVERITIES } from '../../language-server/domain/problem.js';
import { RULES } from '../../language-server/rules/index.js';
import { parseProjectConfig, withProjectConfig } from '../../language-server/workspace/project-config.js';
import { DEFAULT_SETTINGS, PROFILES } from '../../language-server/workspace/settings.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
// @ts-expect-error a script without types
import { launchChromium } from '../../scripts/chromium.mjs';
import { fileWith, PAYLOADS, VECTORS } from './payloads.js';
import { patience, RUNS } from './runs.js';

const URI = 'file:///a.ptarget';
const ALL = PAYLOADS.map(fileWith).join('\n');

function tables(text: string): Table[] {
    const workspace = new Workspace();
    workspace.open(URI, text);
    const plan = planOfFile(workspace, URI)!;
    return formsFor(plan).available.flatMap((form) => tablesOf(form, plan));
}

it('there are at least two hundred payloads, and each is read as a text in every place', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
    const workspace = new Workspace();
    workspace.open(URI, ALL);
    expect(workspace.problemsOf(URI).filter(({ rule }) => rule === 'syntax').map(({ message }) => message.zh)).toEqual([]);
    for (const payload of PAYLOADS) {
        const cells = tables(fileWith(payload)).flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cell.text)));
        expect(cells.join('\n'), payload).toContain(payload.trim());
    }
});

describe('in Chromium', () => {
    let browser: Browser;
    let preview: { html: string; script: string; style: string };

    beforeAll(async () => {
        browser = await launchChromium() as Browser;
        preview = await previewPage();
    });
    afterAll(() => browser.close());

    /** What happened to a page: whether anything ran, and what it asked other places for. */
    async function opened(html: string, then?: (page: Page) => Promise<void>): Promise<{ ran: boolean; asked: string[] }> {
        const page = await browser.newPage();
        const asked: string[] = [];
        await page.route('**/*', (route) => {
            const { pathname, hostname, protocol } = new URL(route.request().url());
            if (protocol === 'data:' || protocol === 'blob:') return route.continue();
            if (hostname !== 'page.test') asked.push(route.request().url());
            if (hostname === 'page.test' && pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
            if (pathname.endsWith('preview.js')) return route.fulfill({ contentType: 'text/javascript', body: preview.script });
            if (pathname.endsWith('preview.css')) return route.fulfill({ contentType: 'text/css', body: preview.style });
            return route.abort();
        });
        await page.addInitScript('window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })');
        await page.goto('https://page.test/');
        await then?.(page);
        await page.mouse.move(300, 300);
        // Whatever an element does when it is there, it has done once a later frame has been drawn and its resources have failed.
        await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)))');
        const ran = await page.evaluate('window.pwned !== undefined') as boolean;
        await page.close();
        return { ran, asked };
    }

    const SAFE = { ran: false, asked: [] };
    const withoutPolicy = (html: string) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const withoutEscaping = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

    it('an html file keeps everything out, by its policy alone and by its escaping alone', async () => {
        const html = await render('html', tables(ALL)) as string;
        expect(await opened(html)).toEqual(SAFE);
        expect(await opened(withoutPolicy(html))).toEqual(SAFE);
        const [head, body] = [html.slice(0, html.indexOf('<body')), html.slice(html.indexOf('<body'))];
        const titleOnly = head.replace(/<title>.*<\/title>/s, '');
        expect(await opened(titleOnly + withoutEscaping(body))).toMatchObject({ ran: false, asked: [] });
        // Without both it does run, so that this test can fail.
        expect((await opened(withoutPolicy(titleOnly) + withoutEscaping(body))).ran).toBe(true);
    });

    it('the preview does so too', async () => {
        const workspace = new Workspace();
        // Each vector once a form; the html file above has them in all their wraps.
        workspace.open(URI, VECTORS.map(fileWith).join('\n'));
        const session = new Session(undefined as never, workspace);
        expect(formsFor(planOfFile(workspace, URI)!).available).toEqual(FORMS);
        for (const form of FORMS) {
            const printed = printFile(workspace, URI, form)!;
            const update = new Panels(session).update(printed, { uri: URI, panel: 'p', form });
            const shown = { ...update, type: 'show', uri: URI, tabs: update.forms, locked: false, summary: PAYLOADS[1], banner: PAYLOADS[1], nothing: '' };
            const raw = JSON.parse(JSON.stringify(shown), (_, value: unknown) => (typeof value === 'string' ? withoutEscaping(value) : value)) as object;
            const show = (message: object) => async (page: Page) => {
                await page.evaluate((data) => (globalThis as unknown as { postMessage: (data: object, origin: string) => void }).postMessage(data, '*'), message);
                // What is not escaped may leave no table.
                if (message === shown) await page.waitForSelector('#sheets table', { state: 'attached' });
            };
            expect(await opened(withoutPolicy(preview.html), show(shown)), form).toEqual(SAFE);
            expect(await opened(preview.html, show(raw)), form).toEqual(SAFE);
            expect((await opened(withoutPolicy(preview.html), show(raw))).ran, form).toBe(true);
        }
    });

    it('the preview’s policy is as strict as it can be', () => {
        const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(preview.html)!;
        expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src https:\/\/page\.test; font-src https:\/\/page\.test$/);
    });
});

/** The page as the extension makes it, with what VS Code would give it. */
async function previewPage(): Promise<{ html: string; script: string; style: string }> {
    const vscode = `export const Uri = { joinPath: (base, ...path) => [base, ...path].join('/') };
        export const l10n = { t: (text) => text }; export const env = { language: 'zh-cn' };`;
    const stub = { name: 'vscode', setup: (b: PluginBuild) => {
        b.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'stub' }));
        b.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: vscode }));
    } };
    const text = async (entry: string, format: 'cjs' | 'iife') => (await build({ entryPoints: [entry], bundle: true, write: false, format, platform: 'browser', plugins: [stub], outfile: 'out.js' })).outputFiles[0]!.text;
    const module = { exports: {} as { pageFor: (webview: object, extension: string) => string } };
    new Function('module', 'exports', await text('extension/preview/page.ts', 'cjs'))(module, module.exports);
    const html = module.exports.pageFor({ cspSource: 'https://page.test', asWebviewUri: (uri: string) => uri }, 'https://page.test');
    return { html, script: await text('extension/webview/preview.ts', 'iife'), style: readFileSync('extension/webview/preview.css', 'utf8') };
}

describe('in office files', () => {
    const xmlOf = async (format: 'xlsx' | 'docx') => Object.entries(unzipSync(await render(format, tables(ALL)) as Uint8Array)).filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);

    it('xlsx has no formula, no link and no other part', async () => {
        for (const [name, xml] of await xmlOf('xlsx')) {
            expect(xml, name).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"|<oleObject|<externalReference|<!DOCTYPE|<!ENTITY/);
        }
    });

    it('docx has no field, no link and no other part', async () => {
        for (const [name, xml] of await xmlOf('docx')) {
            // The number of the page is a field of ours.
            expect(xml.replaceAll(/<w:instrText[^>]*>(?:PAGE|NUMPAGES)<\/w:instrText>/g, ''), name).not.toMatch(/<w:fldSimple|<w:instrText|<w:hyperlink|TargetMode="External"|<w:object|<!DOCTYPE|<!ENTITY/);
        }
    });

    it('no cell of csv begins like a formula', async () => {
        const csv = await render('csv', tables(ALL));
        const text = typeof csv === 'string' ? csv : new TextDecoder().decode(csv);
        for (const cell of text.split(/[\r\n]+|","|,"|",/)) expect(cell, cell).not.toMatch(/^"?[=+@]|^"?-[^0-9]/);
    });
});

it('hover shows what is written, without links and markup of its own', () => {
    const workspace = new Workspace();
    workspace.open(URI, ALL);
    const session = new Session(undefined as never, workspace);
    const document = workspace.document(URI)!;
    let shown = 0;
    for (const match of document.text.matchAll(/部门 ["“]|项目 ["“]|数量指标 ["“]|属于 ["“]/g)) {
        const contents = hoverAt(session, { textDocument: { uri: URI }, position: document.positionAt(match.index + match[0].length + 1) })?.contents as { value: string } | undefined;
        if (!contents) continue;
        shown++;
        expect(contents.value).not.toMatch(/(?<!\\)\]\(|<(?:script|img|svg|iframe|a) /i);
    }
    expect(shown).toBeGreaterThan(100);
});

describe('settings of a folder that nobody has trusted', () => {
    const RULE_NAMES = RULES.map(({ name }) => name);
    const own = new Set(['profile', 'severity', 'taxonomy', 'minimumIndicators', 'compareProjectsWithBudget']);
    const key = fc.constantFrom(...own, ...RULE_NAMES, '$schema', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'path', 'command', '0', '');
    const setting = fc.letrec((tie) => ({
        value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(...PROFILES, ...SEVERITIES, 'off', '__proto__', '/bin/sh', ...VECTORS), fc.double(), fc.nat(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), tie('object')),
        // As text: a key __proto__ is one of its own only there.
        object: fc.array(fc.tuple(key, tie('value')), { maxLength: 8 }).map((entries) => new Map(entries)),
    })).object;
    const written = (value: unknown): string => (value instanceof Map ? `{${[...value].map(([name, inner]) => `${JSON.stringify(name)}:${written(inner)}`).join()}}`
        : Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value));

    it('change nothing but what rules are asked', () => {
        const hostile = '{"__proto__":{"profile":"送审","polluted":1},"constructor":{"prototype":{"polluted":1}},"severity":{"__proto__":{"syntax":"off"},"constructor":"off","toString":"off"},"taxonomy":"__proto__","profile":"__proto__"}';
        const { config, complaints } = parseProjectConfig(hostile, ['syntax']);
        expect(config).toEqual({ severity: {}, taxonomy: '__proto__' });
        expect(complaints.length).toBeGreaterThan(3);
        expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });

    it('of any shape are read as far as they say something of that kind', () => {
        const prototypes = [Object.prototype, Array.prototype, Function.prototype, Map.prototype].map((prototype) => [prototype, Reflect.ownKeys(prototype)] as const);
        const workspace = new Workspace();
        workspace.open(URI, fileWith('一'));
        fc.assert(fc.property(setting, (value) => {
            const { config } = parseProjectConfig(written(value), RULE_NAMES);
            expect(Object.getPrototypeOf(config)).toBe(Object.prototype);
            for (const name of Object.keys(config)) expect(own).toContain(name);
            for (const [rule, severity] of Object.entries(config.severity ?? {})) expect([RULE_NAMES.includes(rule), [...SEVERITIES, 'off'].includes(severity)]).toEqual([true, true]);
            const settings = withProjectConfig(DEFAULT_SETTINGS, config);
            expect(PROFILES).toContain(settings.profile);
            workspace.configure(settings);
            workspace.problemsOf(URI);
            for (const [prototype, keys] of prototypes) expect(Reflect.ownKeys(prototype)).toEqual(keys);
        }), { numRuns: 1_000 * RUNS });
    }, patience(60_000));

    it('name no program, no path and no address: they are switches, numbers, choices, and the name of a taxonomy', () => {
        const { contributes: { configuration } } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { configuration: { properties: Record<string, { type: string; enum?: string[]; additionalProperties?: { enum?: string[] } }> }[] } };
        const free = configuration.flatMap(({ properties }) => Object.entries(properties))
            .filter(([, { type, enum: choices, additionalProperties }]) => !['boolean', 'integer'].includes(type) && !choices && !additionalProperties?.enum).map(([name]) => name);
        expect(free).toEqual(['ptarget.taxonomy']);
    });
});
