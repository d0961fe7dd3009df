// What a run leaves for whoever looks into a failure.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../scripts/project.mjs';

export const failuresFolder = path.join(cacheFolder, 'failures');
export const logFile = path.join(cacheFolder, 'e2e.log');

export async function clearRemains() {
    await rm(failuresFolder, { recursive: true, force: true });
    await rm(logFile, { force: true });
    await mkdir(cacheFolder, { recursive: true });
}

/** A line for whoever wants to know more; empty when the run left nothing. */
export function whereToLook() {
    const left = [failuresFolder, logFile].filter((place) => existsSync(place));
    return left.length === 0 ? '' : `Left by the run: ${left.join(', ')}`;
}
