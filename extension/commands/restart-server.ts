import type { Command } from './command.js';

export const restartServer: Command = {
    id: 'ptarget.restartServer',
    async run({ client }) {
        if (client.needsStop()) await client.stop();
        await client.start();
    },
};
