/** In pieces: a function takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
    const PIECE = 0x8000;
    let binary = '';
    for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
    return btoa(binary);
}

export function fromBase64(base64: string): Uint8Array {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
