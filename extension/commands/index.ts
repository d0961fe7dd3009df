import { addProject } from './add-project.js';
import type { Command } from './command.js';
import { exportFolder } from './export-folder.js';
import { exportTable } from './export-table.js';
import { goTo } from './go-to.js';
import { lockPreview } from './lock-preview.js';
import { newDepartment, newProject, newTaxonomy } from './new-file.js';
import { printTable } from './print-table.js';
import { restartServer } from './restart-server.js';
import { showPreview } from './show-preview.js';
import { showPreviewToSide } from './show-preview-to-side.js';
import { showSource } from './show-source.js';

/** Every command of the extension, as contributed in package.json. */
export const COMMANDS: readonly Command[] = [showPreview, showPreviewToSide, showSource, lockPreview, exportTable, exportFolder, printTable, goTo, restartServer, newDepartment, newProject, newTaxonomy, addProject];
