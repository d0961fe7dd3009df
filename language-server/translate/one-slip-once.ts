import type { SyntaxIssue } from '../domain/syntax-issue.js';
import { nameWithoutQuotes, textWithoutQuotes, valueWithoutQuotes, type Stretch } from './words-without-quotes.js';

/** A line with more slips than these is none of the language; it keeps the first ones. */
const MOST_ON_A_LINE = 100;

/**
 * Reports one slip once, in the order of the text. A string or comment that nothing closes explains what seems to be wrong
 * on the rest of its line, a text that nothing closes explains all that follows; words without quotes explain what the
 * parser made of their parts; a block is not asked for while something before it is missing.
 */
export function oneSlipOnce(issues: readonly SyntaxIssue[], text: string): SyntaxIssue[] {
    const ordered = inOrder(issues);
    const openText = ordered.find((issue) => issue.kind === 'unclosed' && issue.what === 'text')?.origin.start ?? Infinity;
    return byLine(ordered, text).flatMap((line) => inOrder(line.slice(0, MOST_ON_A_LINE).map(asUnquoted)).filter((issue, _, shown) => {
        if (issue.kind === 'unclosed' || issue.kind === 'too-many') return true;
        return issue.origin.start <= openText && !isExplained(issue, shown);
    }));
}

function inOrder(issues: readonly SyntaxIssue[]): SyntaxIssue[] {
    return [...issues].sort((one, other) => one.origin.start - other.origin.start);
}

/** Whether something else on its line is the slip that makes an issue seem to be one. */
function isExplained(issue: SyntaxIssue, line: readonly SyntaxIssue[]): boolean {
    const { start, end } = issue.origin;
    const words = line.find((other) => other.kind === 'unquoted' && other.origin.start <= start && start < other.origin.end);
    if (words && words !== issue) return true;
    const lineIsOpen = line.some((other) => other.kind === 'unclosed' && other.what !== 'brace');
    if (issue.kind === 'unexpected') return lineIsOpen;
    if (issue.kind !== 'missing') return false;
    if (isBlock(issue)) return line.some((other) => !isBlock(other) && ['missing', 'unexpected', 'unquoted'].includes(other.kind));
    // 财政拨款 = 45.00: what seems to be missing is there and cannot be read.
    const isThere = line.some((other) => other.kind === 'unquoted' || other.kind === 'too-long' || (other.kind === 'unexpected' && other.origin.start >= end));
    const isSaidBefore = line.find((other) => other.kind === 'missing' && other.origin.start === start) !== issue;
    return lineIsOpen || isThere || isSaidBefore;
}

function byLine(ordered: readonly SyntaxIssue[], text: string): SyntaxIssue[][] {
    const lines: SyntaxIssue[][] = [];
    let lineEnd = -1;
    for (const issue of ordered) {
        if (issue.origin.start > lineEnd || lines.length === 0) {
            lines.push([]);
            const length = text.slice(issue.origin.start).search(/[\n\r]/);
            lineEnd = length < 0 ? text.length : issue.origin.start + length;
        }
        lines.at(-1)!.push(issue);
    }
    return lines;
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
