import { innerText, type InnerText } from './inner-text.js';
import type { Written } from './origin.js';
import { indicatorGroupsOf, type Declaration } from './plan.js';
import type { IndicatorValue } from './value.js';

/** What a text is to its declaration. Projects refer to a department by its name, so that a fix of the name alone would part them. */
export type TextRole = 'department-name' | 'title' | 'indicator-name' | 'value' | 'prose';

/** Most rules look for what hardly any text has: they look at what it says, and at how it is written only where they find something. */
export class WrittenText {
    constructor(readonly role: TextRole, readonly written: Written<string>) {}

    /** What it says; in several lines without what lays them out. */
    get said(): string {
        return this.written.value;
    }

    /** The text as it stands in the file. */
    get inner(): InnerText {
        return innerText(this.written);
    }
}

/** The rules look at one declaration after the other, several of them at its texts; to keep those of all would take more memory than the text. */
let last: { declaration: Declaration; texts: readonly WrittenText[] } | undefined;

/** Every text between quotes that an officer wrote in a declaration, in no particular order. */
export function textsOf(declaration: Declaration): readonly WrittenText[] {
    if (last?.declaration !== declaration) last = { declaration, texts: collect(declaration) };
    return last.texts;
}

function collect(declaration: Declaration): WrittenText[] {
    const texts: WrittenText[] = [];
    const add = (role: TextRole, written: Written<string> | undefined) => {
        if (written) texts.push(new WrittenText(role, written));
    };
    if (declaration.kind === 'taxonomy' || declaration.kind === 'fragment') return texts;
    add(declaration.kind === 'department' ? 'department-name' : 'title', declaration.name);
    if (declaration.kind === 'department') {
        add('prose', declaration.goal);
        add('prose', declaration.otherTasks);
        for (const task of declaration.tasks) {
            add('title', task.name);
            add('prose', task.content);
            add('prose', task.target);
        }
    } else if (declaration.kind === 'project') {
        add('title', declaration.fundingUnit);
        add('prose', declaration.goal);
    }
    for (const group of indicatorGroupsOf(declaration)) {
        add('prose', group.inapplicable?.value === '' ? undefined : group.inapplicable);
        for (const indicator of group.indicators) {
            add('indicator-name', indicator.name);
            add('value', wordsOf(indicator.cycle));
            add('value', wordsOf(indicator.annual));
            add('prose', indicator.explanation);
            add('prose', indicator.basis);
        }
    }
    return texts;
}

/** A value that is written in words, as the text that it is. */
export function wordsOf(value: Written<IndicatorValue> | undefined): Written<string> | undefined {
    return value?.value.kind === 'words' ? { value: value.value.text, origin: value.origin } : undefined;
}
