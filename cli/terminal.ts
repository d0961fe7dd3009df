import type { Language, Wording } from '../language-server/index.js';

/** Where a command says what it has to say. */
export class Terminal {
    constructor(
        readonly language: Language,
        private readonly output: NodeJS.WriteStream,
        private readonly errors: NodeJS.WriteStream,
        environment: NodeJS.ProcessEnv,
    ) {
        this.coloured = this.isScreen && !environment.NO_COLOR && environment.TERM !== 'dumb';
    }

    readonly coloured: boolean;

    /** Whether results are read by a person at once, not by a file or another program. */
    get isScreen(): boolean {
        return Boolean(this.output.isTTY);
    }

    get columns(): number | undefined {
        return this.isScreen ? this.output.columns : undefined;
    }

    /** Whether somebody sees progress. */
    get showsProgress(): boolean {
        return Boolean(this.errors.isTTY);
    }

    say(wording: Wording): string {
        return wording[this.language];
    }

    /** A result: goes where the output is redirected to. */
    print(result: string | Uint8Array): void {
        this.output.write(result);
    }

    /** A remark about the work; never mixed with results. */
    note(wording: Wording): void {
        this.errors.write(`${withoutControls(this.say(wording))}\n`);
    }

    /** What was not asked for, and is in the right language already. */
    complain(text: string): void {
        this.errors.write(text);
    }

    /** A remark about a file. */
    noteOn(file: string, wording: Wording): void {
        this.note({ zh: `${file}：${wording.zh}`, en: `${file}: ${wording.en}` });
    }

    /** Shows a line that the next one replaces; undefined takes it away. */
    progress(line: string | undefined): void {
        this.errors.write(`\r\u001b[K${line === undefined ? '' : cut(withoutControls(line), (this.errors.columns ?? 80) - 1)}`);
    }
}

/**
 * Texts and names of files may hold anything: escape sequences that drive the terminal, marks that turn the direction of
 * writing. They are shown by number.
 */
export function withoutControls(text: string): string {
    return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** How many columns a text takes on a screen. */
export function widthOf(text: string): number {
    return [...text].reduce((columns, character) => columns + (character >= '\u2E80' ? 2 : 1), 0);
}

/** As much of a line as fits: one that goes on in the next row could not be replaced. */
function cut(line: string, columns: number): string {
    let room = columns;
    const fitting = [...line].findIndex((character) => (room -= widthOf(character)) < 0);
    return fitting < 0 ? line : [...line].slice(0, fitting).join('');
}
