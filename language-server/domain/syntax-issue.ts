import type { Origin } from './origin.js';

/** What a text has that the language does not, or lacks; worded for officers by the rule `syntax`. */
export type SyntaxIssue = { readonly origin: Origin } & (
    /** Quotes, a text block or a comment that nothing closes. */
    | { readonly kind: 'unclosed'; readonly what: 'string' | 'text' | 'comment' }
    /** A brace that nothing closes, and where it should be closed if it is known to be before the declaration's end. */
    | { readonly kind: 'unclosed'; readonly what: 'brace'; readonly closesAt: Origin | undefined }
    /** Characters that belong nowhere. */
    | { readonly kind: 'stray'; readonly text: string }
    /** 900 次: the unit must stand against its number. */
    | { readonly kind: 'spaced-unit'; readonly gap: Origin; readonly number: string; readonly unit: string }
    /** Words that should be in quotes: 95%以上, 项目 物业管理费, 绩效目标 保障办公 */
    | { readonly kind: 'unquoted'; readonly what: 'name' | 'value' | 'text'; readonly text: string }
    /** Something that cannot stand here; `place` is the rule of the grammar that was being read. */
    | { readonly kind: 'unexpected'; readonly text: string; readonly place: string }
    /** Something that must follow and does not. */
    | { readonly kind: 'missing'; readonly what: MissingPart; readonly after: string }
    | { readonly kind: 'bad-number'; readonly text: string; readonly wanted: 'year' | 'amount' | 'unit' }
    /** A name or text of more characters than are read. */
    | { readonly kind: 'too-long'; readonly what: 'name' | 'text'; readonly length: number }
    | { readonly kind: 'too-many' }
    /** The parser gave up on this declaration. */
    | { readonly kind: 'unreadable' }
);

export type MissingPart = 'name' | 'value' | 'amount' | 'text' | 'year' | 'unit' | 'department' | 'reason' | 'number'
    /** The brace of a block that is there otherwise, or the whole block, or the word before it. */
    | 'opening-brace' | 'block' | 'head';
