import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../language-server/index.js';

const ROOT = resolve(import.meta.dirname, '..');

/** Which folder may import from which others; a folder may always import from itself. Libraries are listed by name. */
const LAYERS: Record<string, { folders: string[]; libraries: string[] }> = {
    'language-server/domain': { folders: [], libraries: ['big.js'] },
    'language-server/syntax': { folders: ['language-server/generated'], libraries: ['langium', 'chevrotain'] },
    'language-server/translate': { folders: ['language-server/domain', 'language-server/generated', 'language-server/syntax'], libraries: ['langium'] },
    'language-server/formatting': { folders: ['language-server/domain', 'language-server/generated', 'language-server/syntax'], libraries: ['langium'] },
    'language-server/rules': { folders: ['language-server/domain'], libraries: [] },
    'language-server/tables': { folders: ['language-server/domain'], libraries: [] },
    'language-server/renderers': { folders: ['language-server/domain'], libraries: ['hucre', 'docx', 'fflate'] },
    'language-server/workspace': {
        folders: ['language-server/domain', 'language-server/generated', 'language-server/syntax', 'language-server/translate', 'language-server/formatting', 'language-server/rules', 'language-server/protocol'],
        libraries: ['vscode-languageserver', 'node:crypto', 'node:fs/promises', 'node:path', 'node:url'],
    },
    'language-server/features': {
        folders: ['language-server/domain', 'language-server/generated', 'language-server/syntax', 'language-server/workspace', 'language-server/session', 'language-server/protocol', 'language-server/rules'],
        libraries: ['vscode-languageserver', 'langium', 'langium/lsp', 'chevrotain'],
    },
    'language-server/preview': {
        folders: ['language-server/domain', 'language-server/tables', 'language-server/renderers', 'language-server/workspace', 'language-server/session', 'language-server/protocol', 'language-server/features'],
        libraries: ['vscode-languageserver'],
    },
    cli: { folders: ['language-server/index'], libraries: ['node:'] },
    'extension/webview': { folders: ['extension/preview/messages', 'language-server/protocol'], libraries: ['morphdom'] },
    extension: { folders: ['language-server/protocol'], libraries: ['vscode', 'vscode-languageclient', 'node:'] },
};

const IMPORT = /^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function sourcesUnder(folder: string): string[] {
    return readdirSync(join(ROOT, folder)).flatMap((name) => {
        const path = `${folder}/${name}`;
        if (statSync(join(ROOT, path)).isDirectory()) return name === 'generated' ? [] : sourcesUnder(path);
        return name.endsWith('.ts') ? [path] : [];
    });
}

function layerOf(path: string): string | undefined {
    return Object.keys(LAYERS).filter((layer) => path.startsWith(`${layer}/`)).sort((one, other) => other.length - one.length)[0];
}

function importsOf(path: string): string[] {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]!);
}

describe('imports point one way', () => {
    it.each(['language-server', 'cli', 'extension'].flatMap(sourcesUnder).filter(layerOf))('%s', (path) => {
        const layer = layerOf(path)!;
        const { folders, libraries } = LAYERS[layer]!;
        const forbidden = importsOf(path).filter((target) => {
            if (!target.startsWith('.')) return !libraries.some((library) => target === library || target.startsWith(library.endsWith(':') ? library : `${library}/`));
            const place = relative(ROOT, resolve(ROOT, dirname(path), target)).replaceAll('\\', '/').replace(/\.js$/, '');
            return layerOf(`${place}/`) !== layer && layerOf(place) !== layer && !folders.some((folder) => place === folder || place.startsWith(`${folder}/`));
        });
        expect(forbidden).toEqual([]);
    });
});

describe('lists name what the folders hold', () => {
    it('of rules', () => {
        const files = readdirSync(join(ROOT, 'language-server/rules')).filter((name) => name.endsWith('.ts') && name !== 'index.ts').map((name) => name.slice(0, -3));
        expect(files.sort()).toEqual(RULES.map((rule) => rule.name).sort());
    });
});

it('keeps the places of exit and of time at the edges', () => {
    for (const path of ['domain', 'rules', 'tables', 'renderers', 'translate', 'syntax', 'formatting'].flatMap((folder) => sourcesUnder(`language-server/${folder}`))) {
        const text = readFileSync(join(ROOT, path), 'utf8');
        expect(text, path).not.toMatch(/\bprocess\.|Math\.random|Date\.now|new Date\(\)|console\./);
    }
    for (const path of sourcesUnder('cli').filter((file) => file !== 'cli/main.ts')) {
        expect(readFileSync(join(ROOT, path), 'utf8'), path).not.toMatch(/process\.exit/);
    }
});
