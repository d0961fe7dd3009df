import type { SyntaxIssue } from '../domain/syntax-issue.js';
import { nameWithoutQuotes, textWithoutQuotes, valueWithoutQuotes, type Stretch } from './words-without-quotes.js';

/**
 * Reports one slip once, in the order of the text. A string or comment that nothing closes explains what seems to be wrong
 * on the rest of its line, a text that nothing closes explains all that follows; words without quotes explain what the
 * parser made of their parts; a block is not asked for while something before it is missing.
 */
export function oneSlipOnce(issues: readonly SyntaxIssue[], text: string): SyntaxIssue[] {
    const lineOf = ({ origin }: SyntaxIssue) => text.slice(0, origin.start).split('\n').length;
    const linesWith = (matches: (issue: SyntaxIssue) => boolean) => new Set(ordered.filter(matches).map(lineOf));
    const ordered = issues.map(asUnquoted).sort((one, other) => one.origin.start - other.origin.start);
    const unquoted = ordered.filter((issue) => issue.kind === 'unquoted');
    const openText = ordered.find((issue) => issue.kind === 'unclosed' && issue.what === 'text')?.origin.start ?? Infinity;
    const linesLeftOpen = linesWith((issue) => issue.kind === 'unclosed' && issue.what !== 'brace');
    const linesWithoutQuotes = linesWith((issue) => issue.kind === 'unquoted');
    const linesWithOtherSlips = linesWith((issue) => !isBlock(issue) && (issue.kind === 'missing' || issue.kind === 'unexpected' || issue.kind === 'unquoted'));

    return ordered.filter((issue) => {
        if (issue.kind === 'unclosed' || issue.kind === 'too-many') return true;
        if (issue.origin.start > openText || isPartOfWords(issue)) return false;
        if (isBlock(issue)) return !linesWithOtherSlips.has(lineOf(issue));
        if (issue.kind === 'missing') return !linesLeftOpen.has(lineOf(issue)) && !linesWithoutQuotes.has(lineOf(issue));
        return issue.kind !== 'unexpected' || !linesLeftOpen.has(lineOf(issue));
    });

    /** Whether an issue stands in words without quotes that an earlier issue already reports. */
    function isPartOfWords(issue: SyntaxIssue): boolean {
        const { start } = issue.origin;
        const words = unquoted.find(({ origin }) => origin.start <= start && start < origin.end);
        return words !== undefined && words !== issue;
    }
}

/** What cannot stand in a place because it is part of a name, a value or a text without its quotes. */
function asUnquoted(issue: SyntaxIssue): SyntaxIssue {
    const { source, start } = issue.origin;
    const { text } = source;
    const said = (what: 'name' | 'value' | 'text', words: Stretch | undefined): SyntaxIssue | undefined =>
        words && { kind: 'unquoted', what, text: text.slice(words.start, words.end), origin: { source, ...words } };
    if (issue.kind === 'unquoted') return said('value', valueWithoutQuotes(text, start)) ?? issue;
    if (issue.kind !== 'unexpected') return issue;
    return said('name', nameWithoutQuotes(text, start)) ?? said('text', textWithoutQuotes(text, start))
        ?? (issue.place.startsWith('Indicator') ? said('value', valueWithoutQuotes(text, start)) : undefined) ?? issue;
}

function isBlock(issue: SyntaxIssue): boolean {
    return issue.kind === 'missing' && (issue.what === 'block' || issue.what === 'opening-brace');
}
