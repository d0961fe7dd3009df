let bytesOf: Map<string, readonly number[]> | undefined;

/** The two-byte characters of GB18030, which JavaScript can read but not write. */
export function encodeGb18030(text: string): Uint8Array {
    bytesOf ??= twoByteCharacters();
    return Uint8Array.from([...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        const bytes = code < 0x80 ? [code] : bytesOf!.get(character);
        if (!bytes) throw new Error(`${character} has no two-byte form in GB18030`);
        return bytes;
    }));
}

function twoByteCharacters(): Map<string, readonly number[]> {
    const decoder = new TextDecoder('gb18030');
    const characters = new Map<string, readonly number[]>();
    for (let lead = 0x81; lead <= 0xfe; lead++) {
        for (let trail = 0x40; trail <= 0xfe; trail++) {
            const character = decoder.decode(Uint8Array.of(lead, trail));
            if (character.length === 1 && character !== '\uFFFD' && !characters.has(character)) characters.set(character, [lead, trail]);
        }
    }
    return characters;
}
