import type { Command } from './command.js';

export const restartServer: Command = {
    id: 'ptarget.restartServer',
    async run({ client, crashes }) {
        crashes.forgive();
        if (client.needsStop()) await client.stop();
        await client.start();
    },
};
