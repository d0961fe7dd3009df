import { innerText, type InnerText } from './inner-text.js';
import type { Written } from './origin.js';
import { indicatorGroupsOf, type Declaration } from './plan.js';
import type { IndicatorValue } from './value.js';

/** What a text is to its declaration. Projects refer to a department by its name, so that a fix of the name alone would part them. */
export type TextRole = 'department-name' | 'title' | 'indicator-name' | 'value' | 'prose';

export interface WrittenText {
    readonly role: TextRole;
    readonly written: Written<string>;
    /** The text as it stands in the file. */
    readonly inner: InnerText;
}

/** The rules look at one declaration after the other, several of them at its texts; to keep those of all would take more memory than the text. */
let last: { declaration: Declaration; texts: readonly WrittenText[] } | undefined;

/** Every text between quotes that an officer wrote in a declaration, in no particular order. */
export function textsOf(declaration: Declaration): readonly WrittenText[] {
    if (last?.declaration !== declaration) last = { declaration, texts: [...collected(declaration)] };
    return last.texts;
}

function* collected(declaration: Declaration): Generator<WrittenText> {
    if (declaration.kind === 'taxonomy' || declaration.kind === 'fragment') return;
    yield* some(declaration.kind === 'department' ? 'department-name' : 'title', declaration.name);
    if (declaration.kind === 'department') {
        yield* some('prose', declaration.goal);
        yield* some('prose', declaration.otherTasks);
        for (const task of declaration.tasks) {
            yield* some('title', task.name);
            yield* some('prose', task.content);
            yield* some('prose', task.target);
        }
    } else if (declaration.kind === 'project') {
        yield* some('title', declaration.fundingUnit);
        yield* some('prose', declaration.goal);
    }
    for (const group of indicatorGroupsOf(declaration)) {
        yield* some('prose', group.inapplicable?.value === '' ? undefined : group.inapplicable);
        for (const indicator of group.indicators) {
            yield* some('indicator-name', indicator.name);
            yield* some('value', wordsOf(indicator.cycle));
            yield* some('value', wordsOf(indicator.annual));
            yield* some('prose', indicator.explanation);
            yield* some('prose', indicator.basis);
        }
    }
}

function* some(role: TextRole, written: Written<string> | undefined): Generator<WrittenText> {
    if (written) yield { role, written, inner: innerText(written) };
}

/** A value that is written in words, as the text that it is. */
export function wordsOf(value: Written<IndicatorValue> | undefined): Written<string> | undefined {
    return value?.value.kind === 'words' ? { value: value.value.text, origin: value.origin } : undefined;
}
