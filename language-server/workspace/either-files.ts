import type { WorkspaceFiles } from './workspace-files.js';

/** What lies on this machine's disk is read there; what does not, in a repository on the web say, only the client can reach. */
export function eitherFiles(disk: WorkspaceFiles, client: WorkspaceFiles): WorkspaceFiles {
    const filesOf = (uri: string) => (uri.startsWith('file:') ? disk : client);
    return { list: (folder) => filesOf(folder).list(folder), read: (uri) => filesOf(uri).read(uri) };
}
