import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Wording } from './domain/wording.js';
import type { Session } from './session.js';

/** Fewer files than this are read before anybody has seen a message about them. */
const WORTH_TELLING = 50;
const TELL_EVERY_MS = 200;

/**
 * Tells the user how far the work on the files of a folder is, where the client can show it and it takes a while.
 * @param count how many files there are; which comes next may be decided while others are worked on
 */
export async function* withProgress<T>(title: Wording, files: Iterable<T>, count: number, session: Session): AsyncGenerator<T> {
    const shown = count > WORTH_TELLING && session.client.window?.workDoneProgress === true;
    const progress: WorkDoneProgressReporter | undefined = shown ? await session.inTime('progress', undefined, session.connection.window.createWorkDoneProgress()) : undefined;
    progress?.begin(session.say(title), 0);
    let told = 0;
    let index = 0;
    try {
        for (const file of files) {
            if (performance.now() - told > TELL_EVERY_MS) {
                progress?.report(Math.min(100, Math.floor((100 * index) / count)), `${index} / ${count}`);
                told = performance.now();
            }
            index++;
            yield file;
        }
    } finally {
        progress?.done();
    }
}
