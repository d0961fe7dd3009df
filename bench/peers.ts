import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import versions from './peers.json';

/** The programs that an office would use otherwise; no dependencies of ours, so they are installed when they are measured. */
export type PeerName = keyof typeof versions;

/** Where a peer is installed, or why it is not. */
export type Peer = { readonly name: PeerName; readonly version: string } & ({ readonly folder: string } | { readonly missing: string });

export type Peers = Readonly<Record<PeerName, Peer>>;

export async function installPeers(cache: string): Promise<Peers> {
    const peers: Partial<Record<PeerName, Peer>> = {};
    for (const name of Object.keys(versions) as PeerName[]) peers[name] = await installPeer(name, join(cache, 'peers'));
    return peers as Peers;
}

/** Each in a folder of its own: one that cannot be had does not keep the others from being measured. */
async function installPeer(name: PeerName, cache: string): Promise<Peer> {
    const version = versions[name];
    const home = join(cache, `${name.replaceAll('/', '-')}-${version}`);
    const folder = join(home, 'node_modules', name);
    // npm writes its lock file last.
    if (existsSync(join(home, 'package-lock.json'))) return { name, version, folder };
    try {
        await mkdir(home, { recursive: true });
        await writeFile(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
        await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: home, shell: process.platform === 'win32' });
        return { name, version, folder };
    } catch (error) {
        await rm(home, { recursive: true, force: true });
        return { name, version, missing: reasonOf(error) };
    }
}

/** The first line behind the command says what npm could not do; the others name files of this machine. */
function reasonOf(error: unknown): string {
    const [command, why] = String(error instanceof Error ? error.message : error).trim().split('\n');
    return why ?? command ?? 'for no reason given';
}
