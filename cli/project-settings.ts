import { readFile } from 'node:fs/promises';
import { CONFIG_FILE, DEFAULT_SETTINGS, parseProjectConfig, RULES, withProjectConfig, type Settings } from '../language-server/index.js';
import type { Terminal } from './terminal.js';

/** The settings of the project file in the current folder, or the defaults where there is none. */
export async function projectSettings(terminal: Terminal): Promise<Settings> {
    let text: string;
    try {
        text = await readFile(CONFIG_FILE, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return DEFAULT_SETTINGS;
        const why = error instanceof Error ? error.message : String(error);
        terminal.noteOn(CONFIG_FILE, { zh: `无法读取：${why}`, en: `cannot be read: ${why}` });
        return DEFAULT_SETTINGS;
    }
    const { config, complaints } = parseProjectConfig(text, RULES.map((rule) => rule.name));
    for (const complaint of complaints) terminal.noteOn(CONFIG_FILE, { zh: `不认识的设置，已忽略：${complaint}`, en: `ignored, not understood: ${complaint}` });
    return withProjectConfig(DEFAULT_SETTINGS, config);
}
