import type { Command } from './command';
import { exportTable } from './export-table';
import { lockPreview } from './lock-preview';
import { restartServer } from './restart-server';
import { showPreview } from './show-preview';
import { showPreviewToSide } from './show-preview-to-side';
import { showSource } from './show-source';

/** Every command of the extension, as contributed in package.json. */
export const COMMANDS: readonly Command[] = [showPreview, showPreviewToSide, showSource, lockPreview, exportTable, restartServer];
