import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** In local time, as zip counts: the same bytes in every time zone. */
const FIXED_TIME = new Date(2000, 0, 1);
const FIXED_STAMP = '2000-01-01T00:00:00Z';

/** The part of an Office file that says when it was made. */
const CORE_PROPERTIES = 'docProps/core.xml';

/**
 * Packs an Office file anew with a fixed date everywhere, so that the same content gives the same bytes.
 * @param changes to further parts of the file, by their names
 */
export function fixedBytes(file: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
    const parts = unzipSync(file);
    const fixDates = (xml: string) => xml.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${FIXED_STAMP}`);
    for (const [name, change] of Object.entries({ ...changes, [CORE_PROPERTIES]: fixDates })) {
        const part = parts[name];
        if (part) parts[name] = strToU8(change(strFromU8(part)));
    }
    return zipSync(parts, { mtime: FIXED_TIME, level: 6 });
}
