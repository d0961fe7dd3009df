import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What is shipped. `npx vitest run test/release -u` renews the lists; what changed in them is to be looked at.

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Library {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    readonly text: string;
}

interface LockedPackage {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly hasInstallScript?: boolean;
    readonly integrity?: string;
}

/** What the bundles hold, as the build noted it. */
const LIBRARIES = (JSON.parse(read('dist/libraries.json')) as string[]).map((folder): Library => {
    const { name, version, license } = JSON.parse(read(`${folder}/package.json`)) as Library;
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    return { name, version, license, text: file ? read(`${folder}/${file}`).trim().replace(/\r\n/g, '\n') : '' };
}).sort((one, other) => (`${one.name}@${one.version}` < `${other.name}@${other.version}` ? -1 : 1));

describe('the package', () => {
    it('holds the files of the list and no others', { timeout: 180_000 }, async () => {
        const { stdout, status } = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], { cwd: ROOT, encoding: 'utf8' });
        expect(status).toBe(0);
        await expect(stdout.trim().split('\n').map((line) => line.trim()).sort().join('\n') + '\n').toMatchFileSnapshot('files-of-the-vsix.txt');
    });

    it('holds all that the manifest names', () => {
        const { main, browser, icon } = JSON.parse(read('package.json')) as Record<'main' | 'browser' | 'icon', string>;
        for (const file of [main, browser, icon]) expect(read('test/release/files-of-the-vsix.txt')).toContain(file.replace('./', ''));
    });
});

describe('what others wrote', () => {
    it('is named with its licences', async () => {
        for (const { name, text } of LIBRARIES) expect(text, `${name} has a licence text`).not.toBe('');
        const notices = LIBRARIES.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
        await expect(`ptarget holds parts of the following libraries.\n\n${notices}`).toMatchFileSnapshot(join(ROOT, 'THIRD-PARTY-NOTICES.txt'));
    });

    it('may be shipped with what is under the MIT licence', () => {
        for (const { name, license } of LIBRARIES) expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'], name).toContain(license);
    });

    it('is listed in a bill of materials', async () => {
        const { name, version } = JSON.parse(read('package.json')) as Library;
        const bill = {
            bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
            metadata: { component: { type: 'application', name, version, licenses: [{ license: { id: 'MIT' } }] } },
            components: LIBRARIES.map((library) => ({
                type: 'library', name: library.name, version: library.version, purl: `pkg:npm/${library.name.replace('@', '%40')}@${library.version}`,
                licenses: [{ license: { id: library.license } }],
            })),
        };
        await expect(`${JSON.stringify(bill, null, 2)}\n`).toMatchFileSnapshot(join(ROOT, 'sbom.cdx.json'));
    });
});

describe('dependencies at run time', () => {
    const locked = (JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }).packages;

    /** Everything that is installed with them, by its folder. */
    function reached(): Set<string> {
        const found = new Set<string>();
        const follow = (name: string, from: string): void => {
            let [folder, place] = [from, ''];
            for (;; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
                place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
                if (locked[place] || folder === '') break;
            }
            if (found.has(place)) return;
            found.add(place);
            for (const inner of Object.keys(locked[place]?.dependencies ?? {})) follow(inner, place);
        };
        for (const name of Object.keys(locked['']!.dependencies!)) follow(name, '');
        return found;
    }

    it('are those that are justified, and few', () => {
        const direct = Object.keys(locked['']!.dependencies!);
        const justified = [...read('SECURITY.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
        expect(direct.sort()).toEqual(justified.sort());
        expect(direct.length).toBeLessThanOrEqual(8);
        expect(reached().size).toBeLessThanOrEqual(40);
    });

    it('run nothing when they are installed', () => {
        for (const place of reached()) expect(locked[place]?.hasInstallScript ?? false, place).toBe(false);
    });

    it('come with their checksums', () => {
        for (const place of reached()) expect(locked[place]?.integrity, place).toMatch(/^sha512-/);
        expect(existsSync(join(ROOT, 'package-lock.json'))).toBe(true);
    });
});
