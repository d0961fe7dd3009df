import type { Command } from './command.js';

export const lockPreview: Command = {
    id: 'ptarget.lockPreview',
    run: ({ previews }) => previews.active?.toggleLock(),
};
