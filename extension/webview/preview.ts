import type { CellAddress } from '../../language-server/protocol.js';
import type { ShowMessage } from '../preview/messages.js';
import { applyUpdate } from './apply-update.js';
import { addressOf, elementAt } from './cells.js';
import { listenToCopying } from './copying.js';
import { fitColumns, fitColumnsSoon, listenToWidth } from './columns.js';
import { sheets } from './elements.js';
import { listen, tell } from './host.js';
import { listenToKeys, refreshKeyboard } from './keyboard.js';
import { listenToProblems, refreshProblems } from './problems.js';
import { listenToScrolling, scrollToCell, scrollToKept } from './scrolling.js';
import { keep } from './state.js';
import { listenToToolbar, showToolbar } from './toolbar.js';

/** What the page shows now. */
let revision: number | undefined;

listen((message) => {
    switch (message.type) {
        case 'show':
            return show(message);
        case 'mark':
            return mark(message.cell);
        case 'scrollTo':
            return scrollToCell(message.cell);
    }
});

sheets.addEventListener('click', ({ target }) => {
    // Whoever selects text to copy it does not want to leave.
    if (!document.getSelection()?.isCollapsed) return;
    const cell = addressOf(target as Element);
    if (cell) tell({ type: 'goTo', cell });
});

listenToToolbar();
listenToProblems();
listenToKeys();
listenToCopying();
listenToScrolling();
listenToWidth();
tell({ type: 'ready' });

function show(message: ShowMessage): void {
    if (message.base !== undefined && message.base !== revision) {
        tell({ type: 'ready' });
        return;
    }
    revision = message.revision;
    keep({ uri: message.uri, form: message.form, locked: message.locked });
    const changed = applyUpdate(message);
    showToolbar(message);
    if (message.base === undefined) fitColumns(changed);
    else fitColumnsSoon(changed);
    refreshKeyboard();
    refreshProblems();
    if (message.base === undefined) scrollToKept();
}

function mark(cell: CellAddress | null): void {
    for (const marked of sheets.querySelectorAll('.here')) marked.classList.remove('here');
    if (cell) elementAt(cell)?.classList.add('here');
}
