import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Session } from './session.js';

/** Fewer files than this are read before anybody has seen a message about them. */
const WORTH_TELLING = 50;
const TELL_EVERY_MS = 200;

/** Tells the user how far the reading of a folder is, where the client can show it and it takes a while. */
export async function* withProgress(files: readonly string[], session: Session): AsyncGenerator<string> {
    const shown = files.length > WORTH_TELLING && session.client.window?.workDoneProgress === true;
    const progress: WorkDoneProgressReporter | undefined = shown ? await session.connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(session.say({ zh: '读取绩效目标文件', en: 'Reading .ptarget files' }), 0);
    let told = 0;
    try {
        for (const [index, file] of files.entries()) {
            if (performance.now() - told > TELL_EVERY_MS) {
                progress?.report(Math.floor((100 * index) / files.length), `${index} / ${files.length}`);
                told = performance.now();
            }
            yield file;
        }
    } finally {
        progress?.done();
    }
}
