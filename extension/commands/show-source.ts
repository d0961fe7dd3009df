import { showSource as show } from '../preview/source-editor.js';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

export const showSource: Command = {
    id: 'ptarget.showSource',
    async run(extension, given) {
        const uri = wantedFile(given, extension);
        if (uri) await show(uri);
    },
};
