import { showSource as show } from '../preview/source-editor';
import type { Command } from './command';
import { wantedFile } from './wanted-file';

export const showSource: Command = {
    id: 'ptarget.showSource',
    async run(extension, given) {
        // The preview's title bar names the preview itself, which is no file.
        const uri = extension.previews.active?.uri ?? wantedFile(given, extension);
        if (uri) await show(uri);
    },
};
