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
    return texts.flatMap((text, index) => {
        const value = values[index];
        return [text, ...(value === undefined ? [] : Array.isArray(value) ? (value as Snippet) : [value as string | Stop])];
    });
}

/** Snippets one below the other. */
export function lines(parts: readonly Snippet[]): Snippet {
    return parts.flatMap((part, index) => (index === 0 ? part : ['\n', ...part]));
}

/** A head with its block in braces, one level deeper. */
export function block(head: Snippet, body: Snippet): Snippet {
    return [...head, ' {', ...indented(['\n', ...body]), '\n}'];
}

function indented(parts: Snippet): Snippet {
    return parts.map((part) => (typeof part === 'string' ? part.replace(/\n(?!\n)/g, '\n\t') : part));
}

/** In the syntax of LSP snippets. */
export function toSnippetText(parts: Snippet): string {
    let number = 0;
    return parts.map((part) => {
        if (typeof part === 'string') return part.replace(/[\\$]/g, '\\$&');
        if (part.last) return '$0';
        number++;
        if (part.choices.length > 1) return `\${${number}|${part.choices.map((text) => text.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
        const [text = ''] = part.choices;
        return text === '' ? `$${number}` : `\${${number}:${text.replace(/[\\$}]/g, '\\$&')}}`;
    }).join('');
}

/** For editors that know no snippets. */
export function toPlainText(parts: Snippet): string {
    return parts.map((part) => (typeof part === 'string' ? part : part.choices[0] ?? '')).join('').replaceAll('\t', '    ');
}

export function hasStops(parts: Snippet): boolean {
    return parts.some((part) => typeof part !== 'string');
}
