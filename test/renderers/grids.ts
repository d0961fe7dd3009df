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
