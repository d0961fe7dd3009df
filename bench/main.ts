import { join } from 'node:path';
import { benchExports } from './exports.js';
import { growthExponent } from './statistics.js';
import { measureTyping, type KeystrokeResult } from './keystroke.js';
import { benchPreview } from './preview.js';

const [, , root = '.', ...flags] = process.argv;
const quick = flags.includes('--quick');
const node = process.execPath;

const SERVERS = {
    ptarget: [node, join(root, 'dist/server.cjs'), '--stdio'],
    null: [node, join(root, 'dist/bench/null-server.cjs'), '--stdio'],
    ...(quick ? {} : { 'stock Langium': [node, join(root, 'dist/bench/stock-langium-server.cjs'), '--stdio'] }),
};

async function main(): Promise<void> {
    const sizes = quick ? [40, 1000] : [40, 1000, 10000];
    const results = new Map<string, KeystrokeResult>();
    for (const projects of sizes) {
        for (const [name, command] of Object.entries(SERVERS)) {
            const keys = name === 'stock Langium' ? 5 : quick ? 60 : 150;
            results.set(`${name} ${projects}`, await measureTyping(command, projects, keys));
            print(name, projects, results.get(`${name} ${projects}`)!, results.get(`null ${projects}`));
        }
    }
    for (const measure of ['keystroke', 'completion', 'hover', 'outline'] as const) {
        const at = (projects: number) => ({ size: projects, cost: results.get(`ptarget ${projects}`)![measure].median });
        console.log(`growth of ${measure}: ${growthExponent(at(sizes[0]!), at(sizes.at(-1)!)).toFixed(2)}`);
    }
    benchPreview(sizes);
    await benchExports(sizes);
}

function print(name: string, projects: number, result: KeystrokeResult, floor: KeystrokeResult | undefined): void {
    const ratio = (measure: 'keystroke' | 'completion' | 'hover' | 'outline') =>
        `${result[measure].median.toFixed(1)} ms${floor ? ` (${(result[measure].median / floor[measure].median).toFixed(1)}×)` : ''}`;
    console.log(`${name.padEnd(14)} ${String(projects).padStart(6)} projects: open ${result.openMs.toFixed(0)} ms, key ${ratio('keystroke')} p95 ${result.keystroke.quantile(0.95).toFixed(1)}, completion ${ratio('completion')}, hover ${ratio('hover')}, outline ${ratio('outline')}, ${result.memoryMb.toFixed(0)} MB`);
}

void main();
