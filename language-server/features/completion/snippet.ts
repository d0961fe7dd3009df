/** Text with places that the writer goes through with the Tab key. */
export type Snippet = readonly (string | Stop)[];

/** A place to fill in: what stands there at first, or some texts to choose from, the first of them at first. */
export interface Stop {
    readonly choices: readonly string[];
    /** Where the cursor stays in the end. */
    readonly last?: boolean;
}

/** A place to fill in, with what stands there at first. */
export function stop(placeholder = ''): Stop {
    return { choices: [placeholder] };
}

export function choice(choices: readonly string[]): Stop {
    return { choices: choices.length > 0 ? choices : [''] };
}

export const END: Stop = { choices: [''], last: true };

/** `部门 "${stop('部门名称')}" {` as a snippet. */
export function snippet(texts: TemplateStringsArray, ...values: readonly (string | Stop | Snippet)[]): Snippet {
    const parts: (string | Stop)[] = [];
    texts.forEach((text, index) => {
        if (text !== '') parts.push(text);
        const value = values[index];
        if (isSnippet(value)) parts.push(...value);
        else if (value !== undefined) parts.push(value);
    });
    return parts;
}

function isSnippet(value: string | Stop | Snippet | undefined): value is Snippet {
    return Array.isArray(value);
}

/** A text, or a place to fill in that holds one, in the quotes that it may stand in; nothing where it has both kinds itself. */
export function inQuotes(text: string, content: string | Stop = text): Snippet | undefined {
    if (!text.includes('"')) return ['"', content, '"'];
    return text.includes('”') ? undefined : ['“', content, '”'];
}

/** Snippets one below the other. */
export function lines(parts: readonly Snippet[]): Snippet {
    return parts.flatMap((part, index) => (index === 0 ? part : ['\n', ...part]));
}

/** A head with its block in braces, one level deeper. */
export function block(head: Snippet, body: Snippet): Snippet {
    return [...head, ' {', ...indented(['\n', ...body]), '\n}'];
}

/** One level deeper; empty lines stay empty. */
function indented(parts: Snippet): Snippet {
    return merged(parts).map((part) => (typeof part === 'string' ? part.replace(/\n(?!\n)/g, '\n\t') : part));
}

function merged(parts: Snippet): Snippet {
    const joined: (string | Stop)[] = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
        else joined.push(part);
    }
    return joined;
}

/** In the syntax of LSP snippets. */
export function toSnippetText(parts: Snippet): string {
    let text = '';
    let number = 0;
    for (const part of parts) {
        if (typeof part === 'string') text += escaped(part, TEXT);
        else text += part.last ? '$0' : stopText(part, ++number);
    }
    return text;
}

function stopText({ choices }: Stop, number: number): string {
    if (choices.length > 1) return `\${${number}|${choices.map((text) => escaped(text, CHOICE)).join(',')}|}`;
    const [text = ''] = choices;
    return text === '' ? `$${number}` : `\${${number}:${escaped(text, PLACEHOLDER)}}`;
}

const TEXT = /[\\$]/g;
const PLACEHOLDER = /[\\$}]/g;
const CHOICE = /[\\,|]/g;

function escaped(text: string, special: RegExp): string {
    return text.search(special) < 0 ? text : text.replace(special, '\\$&');
}

/** For editors that know no snippets. */
export function toPlainText(parts: Snippet): string {
    return parts.map((part) => (typeof part === 'string' ? part : part.choices[0] ?? '')).join('').replaceAll('\t', '    ');
}

export function hasStops(parts: Snippet): boolean {
    return parts.some((part) => typeof part !== 'string');
}
