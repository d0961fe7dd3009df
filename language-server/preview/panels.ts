import type { PreviewParams, PreviewUpdate, ProblemCount, WholeTable } from '../protocol.js';
import type { Session } from '../session.js';
import { differenceOf } from './difference.js';
import { formChoices } from './form-names.js';
import { htmlOfFile } from './html-of-file.js';
import type { PrintedFile } from './printed-file.js';

/** What a panel has been sent last. */
interface Panel {
    readonly uri: string;
    readonly form: PrintedFile['form'];
    readonly revision: number;
    readonly tables: readonly WholeTable[];
}

/** The panels that show previews, and what each of them has, so that an update holds only what differs. */
export class Panels {
    private readonly panels = new Map<string, Panel>();
    private revision = 0;

    constructor(private readonly session: Session) {}

    /** What brings a panel from what it has to what the file says now. */
    update(printed: PrintedFile, { uri, panel, base }: PreviewParams): PreviewUpdate {
        const { language } = this.session;
        const tables = htmlOfFile(printed, language);
        const known = this.panels.get(panel);
        const goesOn = known && base === known.revision && known.uri === uri && known.form === printed.form;
        const revision = ++this.revision;
        this.panels.set(panel, { uri, form: printed.form, revision, tables });
        return {
            revision,
            form: printed.form,
            forms: formChoices(printed.available, language),
            broken: printed.broken,
            problems: count(printed.problems),
            ...(goesOn ? { base, ...differenceOf(known.tables, tables) } : { exchange: { first: 0, deleted: 0, tables }, patches: [] }),
        };
    }

    close(panel: string): void {
        this.panels.delete(panel);
    }
}

function count(problems: PrintedFile['problems']): ProblemCount {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.filter(({ severity }) => severity === 'warning').length;
    return { errors, warnings, others: problems.length - errors - warnings };
}
