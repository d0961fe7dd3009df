/** The parts of the page, as extension/preview/page.ts writes it. */
function part(id: string): HTMLElement {
    return document.getElementById(id)!;
}

export const tabs = part('tabs');
export const toolbar = part('toolbar');
export const summary = part('summary');
export const banner = part('banner');
export const sheets = part('sheets');
export const nothing = part('nothing');
export const problemList = part('problem-list');

export function button(id: string): HTMLButtonElement {
    return part(id) as HTMLButtonElement;
}

/** Words come from the extension. */
export const words = { fix: document.body.dataset['fix'] ?? '', goTo: document.body.dataset['goTo'] ?? '' };
