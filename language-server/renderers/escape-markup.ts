import { printable } from './printable.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it is written in HTML and XML, between tags and in attributes. */
export function escapeMarkup(text: string): string {
    return printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
