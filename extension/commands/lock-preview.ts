import type { Command } from './command';

export const lockPreview: Command = {
    id: 'ptarget.lockPreview',
    run: ({ previews }) => previews.active?.toggleLock(),
};
