// Writes the setting `ptarget.diagnostics.severity` with a line for each rule into package.json and its two languages.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bundle = path.join(root, 'dist', 'rules.cjs');
await build({ absWorkingDir: root, entryPoints: ['language-server/rules/index.ts'], bundle: true, format: 'cjs', platform: 'node', outfile: bundle, logLevel: 'warning' });
const { RULES } = createRequire(import.meta.url)(bundle);

const PREFIX = 'ptarget.diagnostics.severity.';
const levels = ['error', 'warning', 'information', 'hint', 'off'];

edit('package.json', (manifest) => {
    const setting = manifest.contributes.configuration.flatMap(({ properties }) => properties['ptarget.diagnostics.severity'] ?? [])[0];
    setting.properties = Object.fromEntries(RULES.map(({ name, severity }) => [
        name,
        { type: 'string', enum: levels, default: severity, markdownDescription: `%${PREFIX}${name}%` },
    ]));
});
for (const [file, language] of [['package.nls.json', 'en'], ['package.nls.zh-cn.json', 'zh']]) {
    edit(file, (texts) => {
        for (const key of Object.keys(texts)) if (key.startsWith(PREFIX)) delete texts[key];
        for (const { name, title } of RULES) texts[PREFIX + name] = title[language];
    });
}

function edit(file, change) {
    const where = path.join(root, file);
    const content = JSON.parse(readFileSync(where, 'utf8'));
    change(content);
    writeFileSync(where, `${JSON.stringify(content, null, 2)}\n`);
}
