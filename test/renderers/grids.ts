import type { Table } from '../../language-server/domain/table.js';

/** A cell as a reader of some format found it. */
export interface FoundCell {
    readonly text: string;
    readonly rowspan: number;
    readonly colspan: number;
}

export function cellsOf(table: Table): FoundCell[][] {
    return table.rows.map((row) => row.map(({ text, rowspan, colspan }) => ({ text, rowspan, colspan })));
}

const UNESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'", '&amp;': '&' };

export function unescapeMarkup(text: string): string {
    return text.replace(/&(?:lt|gt|quot|#39|apos|amp);/g, (entity) => UNESCAPED[entity]!);
}

/** The cells of an HTML table. */
export function readCells(html: string): FoundCell[][] {
    return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => [...row!.matchAll(/<(td|th)([^>]*)>(.*?)<\/\1>/gs)].map(([, , attributes, content]) => ({
        text: unescapeMarkup(content!.replaceAll('</div><div>', '\n').replace(/<\/?div>/g, '')),
        rowspan: Number(/rowspan="(\d+)"/.exec(attributes!)?.[1] ?? 1),
        colspan: Number(/colspan="(\d+)"/.exec(attributes!)?.[1] ?? 1),
    })));
}
