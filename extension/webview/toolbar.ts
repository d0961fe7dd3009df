import type { ShowMessage } from '../preview/messages.js';
import { banner, button, nothing, sheets, summary, tabs, toolbar } from './elements.js';
import { tell } from './host.js';
import { nextProblem } from './problems.js';
import { listenToZoom } from './zoom.js';

/** Signs beside the numbers, so that colour is not all that tells them apart. */
const SIGNS = [['errors', 'error', '✕'], ['warnings', 'warning', '▲'], ['others', 'information', 'i']] as const;

const toNextProblem = button('problems').title;

export function listenToToolbar(): void {
    button('problems').addEventListener('click', () => nextProblem(1));
    button('export').addEventListener('click', () => tell({ type: 'export' }));
    button('print').addEventListener('click', () => tell({ type: 'print' }));
    button('lock').addEventListener('click', () => tell({ type: 'lock' }));
    button('broken').addEventListener('click', () => tell({ type: 'goToBroken' }));
    button('copy').addEventListener('click', () => {
        document.getSelection()?.removeAllRanges();
        document.execCommand('copy');
    });
    listenToZoom();
    roveIn(toolbar, 'button');
    roveIn(tabs, '[role=tab]');
}

export function showToolbar(message: ShowMessage): void {
    showTabs(message);
    showCount(message);
    button('lock').setAttribute('aria-pressed', String(message.locked));
    banner.hidden = message.banner === '';
    banner.querySelector('span')!.textContent = message.banner;
    nothing.hidden = message.nothing === '';
    nothing.textContent = message.nothing;
    sheets.hidden = message.nothing !== '';
    // What is scrolled to stands below the toolbar.
    document.documentElement.style.scrollPaddingTop = `${document.querySelector('header')!.offsetHeight}px`;
}

function showTabs({ tabs: forms, form: shown }: ShowMessage): void {
    const names = forms.map(({ form }) => form).join(' ');
    if (tabs.dataset['forms'] !== names) {
        tabs.dataset['forms'] = names;
        tabs.replaceChildren(...forms.map(({ form, name, title }) => {
            const tab = document.createElement('button');
            tab.type = 'button';
            tab.id = `tab-${form}`;
            tab.role = 'tab';
            tab.textContent = name;
            tab.title = title;
            tab.setAttribute('aria-controls', sheets.id);
            tab.addEventListener('click', () => tell({ type: 'choose', form }));
            return tab;
        }));
    }
    for (const tab of tabs.querySelectorAll<HTMLElement>('[role=tab]')) {
        const selected = tab.id === `tab-${shown}`;
        tab.setAttribute('aria-selected', String(selected));
        tab.tabIndex = selected ? 0 : -1;
        if (selected) sheets.setAttribute('aria-labelledby', tab.id);
    }
}

function showCount({ problems, summary: said }: ShowMessage): void {
    const shown = SIGNS.filter(([kind]) => problems[kind] > 0);
    button('problems').replaceChildren(...shown.map(([kind, severity, sign]) => {
        const count = document.createElement('span');
        count.className = `count ${severity}`;
        count.dataset['sign'] = sign;
        count.textContent = String(problems[kind]);
        return count;
    }));
    button('problems').disabled = shown.length === 0;
    if (shown.length === 0) button('problems').textContent = '✓';
    button('problems').title = [said, toNextProblem].slice(0, shown.length === 0 ? 1 : 2).join('\n');
    // Said by a screen reader whenever it changes.
    if (summary.textContent !== said) summary.textContent = said;
}

/** One stop for Tab; the arrow keys go from button to button. */
function roveIn(bar: HTMLElement, selector: string): void {
    bar.addEventListener('keydown', (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const stops = [...bar.querySelectorAll<HTMLElement>(selector)].filter((stop) => !stop.matches(':disabled'));
        const at = stops.indexOf(document.activeElement as HTMLElement);
        if (step === undefined || at < 0) return;
        const next = stops.at((at + step) % stops.length)!;
        for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
        next.focus();
        event.preventDefault();
    });
    const [first, ...others] = bar.querySelectorAll<HTMLElement>(selector);
    for (const other of others) other.tabIndex = -1;
    if (first) first.tabIndex = 0;
}
