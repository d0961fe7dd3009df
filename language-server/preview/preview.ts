import type { Form } from '../domain/table.js';
import type { Feature } from '../features/feature.js';
import * as protocol from '../protocol.js';
import type { Session } from '../session.js';
import { choicesFor, exportFile } from './exported-file.js';
import { Panels } from './panels.js';
import { printFile, type PrintedFile } from './printed-file.js';
import { cellAt, sourceOf } from './source-of-cell.js';
import { WatchedFiles } from './watched-files.js';

/** The official tables beside the text, and as files. */
export const preview: Feature = {
    capabilities: {},
    register(session) {
        const { workspace } = session;
        const panels = new Panels(session);
        const watched = new WatchedFiles(session, (uri) => session.send(protocol.previewChanged, { uri }));
        const lastPrinted = new LastPrinted(session);

        session.answer(protocol.preview, null, (params) => {
            const printed = lastPrinted.get(params.uri, params.form);
            watched.watch(params.uri, printed?.problems ?? []);
            return printed ? panels.update(printed, params) : null;
        });
        session.listen(protocol.previewClosed, ({ panel }) => panels.close(panel));
        session.answer(protocol.sourceOfCell, null, ({ uri, form, problem, ...address }) => {
            const printed = lastPrinted.get(uri, form);
            return printed ? sourceOf(printed, address, problem) : null;
        });
        session.answer(protocol.cellOfSource, null, ({ uri, form, range }) => {
            const printed = lastPrinted.get(uri, form);
            return printed ? cellAt(printed, workspace, uri, range) : null;
        });
        session.answer(protocol.exportChoices, null, ({ uri }) => choicesFor(workspace, uri, session.language));
        session.answer(protocol.exportTable, null, ({ uri, form, format }) => exportFile(workspace, uri, form, format));
    },
};

/** Cursor and scroll bar ask again and again about the same tables: the last ones are kept until anything changes. */
class LastPrinted {
    private last: { uri: string; form: Form | undefined; printed: PrintedFile | undefined } | undefined;

    constructor(private readonly session: Session) {
        session.onChange(() => (this.last = undefined));
    }

    get(uri: string, form: Form | undefined): PrintedFile | undefined {
        const isIt = this.last?.uri === uri && (this.last.form === form || this.last.printed?.form === form);
        if (!isIt) this.last = { uri, form, printed: printFile(this.session.workspace, uri, form) };
        return this.last!.printed;
    }
}
