/** Whether a document ships with the engine. */
export function isBuiltin(uri: string): boolean {
    return uri.startsWith('ptarget-builtin:');
}

export function isBuiltinLibrary(uri: string): boolean {
    return uri.startsWith('ptarget-builtin:/library/');
}
