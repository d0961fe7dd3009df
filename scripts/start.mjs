// `npm start`: builds, shows on the examples what the command line does, then opens them in VS Code with the extension.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEditor } from './open-editor.mjs';
import { onInterrupt, runTree } from './process-tree.mjs';
import { cacheFolder, childEnvironment, nodeProgram, projectRoot } from './project.mjs';

const usage = `npm start [-- options]
  --no-editor   只构建、检查、生成表格，不打开编辑器    stop after the command line's part
  --browser     直接用浏览器中的 VS Code               open VS Code in the browser straight away`;

const examples = ['nansha-2024', 'baiyun-2023'];
const commandLine = path.join(projectRoot, JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).bin.ptarget);

const editor = { stop: undefined, ending: false };
onInterrupt(
    () => {
        editor.ending = true;
        return editor.stop?.();
    },
    // Ctrl+C is how an editor in the browser is meant to end; before that it cuts something short.
    (signalNumber) => (editor.stop === undefined ? 128 + signalNumber : 0),
);
process.exitCode = await main();

async function main() {
    const options = readOptions();
    if (options === undefined) return 2;
    if (options.help) {
        console.log(usage);
        return 0;
    }
    try {
        await build();
        await check();
        await renderTables();
        if (options['no-editor']) return 0;
        const workspace = path.join(projectRoot, 'examples');
        await openEditor({ workspace, file: path.join(workspace, `${examples[0]}.ptarget`), editor, browserOnly: options.browser });
        return 0;
    } catch (error) {
        console.error(`\n${error.message}`);
        return 1;
    }
}

function readOptions() {
    try {
        return parseArgs({
            options: { 'no-editor': { type: 'boolean' }, browser: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
        }).values;
    } catch (error) {
        console.error(`${error.message}\n\n${usage}`);
        return undefined;
    }
}

async function build() {
    heading('构建', 'Building');
    await runNode([path.join(projectRoot, 'scripts', 'build.mjs')]);
}

async function check() {
    heading('检查示例', 'Checking the examples: ptarget check examples');
    // 1 says that there are findings, and the examples have some on purpose.
    const findings = JSON.parse(await runNode([commandLine, 'check', 'examples', '--format', 'json'], { goodCodes: [0, 1], output: 'pipe' }));
    for (const file of new Set(findings.map((finding) => finding.file))) {
        const count = (severity) => findings.filter((finding) => finding.file === file && finding.severity === severity).length;
        console.log(`  ${file}: 错误 errors ${count('error')}, 警告 warnings ${count('warning')}, 信息 informations ${count('information')}, 提示 hints ${count('hint')}`);
    }
    for (const { file, range, message, code } of findings.filter(({ severity }) => severity === 'error')) {
        console.log(`  ${file}:${range.start.line + 1}:${range.start.character + 1} ${message} (${code})`);
    }
    console.log('  全部列出 to see them all: npx ptarget check examples');
}

async function renderTables() {
    heading('生成官方表格', 'Rendering the official tables: ptarget render … --format html');
    const folder = path.join(cacheFolder, 'tables');
    mkdirSync(folder, { recursive: true });
    for (const name of examples) {
        const table = path.join(folder, `${name}.html`);
        await runNode([commandLine, 'render', path.join('examples', `${name}.ptarget`), '--format', 'html', '-o', table]);
        console.log(`  ${table}`);
    }
}

async function runNode(args, { goodCodes = [0], output = 'inherit' } = {}) {
    const { code, output: printed } = await runTree(nodeProgram(), args, { cwd: projectRoot, env: childEnvironment(), output });
    if (goodCodes.includes(code)) return printed;
    throw new Error(`失败 Failed (exit code ${code}): node ${args.map((arg) => path.relative(projectRoot, arg) || arg).join(' ')}`);
}

function heading(chinese, english) {
    console.log(`\n${chinese} ${english}`);
}
