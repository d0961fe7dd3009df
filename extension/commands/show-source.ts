import { showSource as show } from '../preview/source-editor.js';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

export const showSource: Command = {
    id: 'ptarget.showSource',
    async run(extension, given) {
        // The preview's title bar names the preview itself, which is no file.
        const uri = extension.previews.active?.uri ?? wantedFile(given, extension);
        if (uri) await show(uri);
    },
};
