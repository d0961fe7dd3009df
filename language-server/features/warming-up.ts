import { BUILTIN_DOCUMENTS } from '../generated/builtin-documents.js';
import type { Session } from '../session.js';
import { nextTurn } from '../workspace/slices.js';
import { Workspace } from '../workspace/workspace.js';
import { completionsAt } from './completion/index.js';
import type { Asking } from './completion/situation.js';
import { abilitiesOf } from './completion/to-item.js';
import { toDiagnostic } from './diagnostics.js';
import type { Feature } from './feature.js';

/** Once the first texts are open and looked at. */
const AFTER_MS = 300;
const KEYS = 150;
/** A name, and what breaks its line: the parser that finds errors is another one than that which finds none. */
const TYPED = ['数', '数', '"'];

/**
 * Types in a file that nobody sees as soon as there is time. A JavaScript engine makes functions fast that have run
 * often: without this the first keys of an officer took five times as long as later ones, and the first completion
 * waited for the grammar's tables, the library of indicators and pinyin.
 */
export const warmingUp: Feature = {
    capabilities: {},
    register(session) {
        let begun = false;
        session.onChange(() => {
            // What a folder holds is more urgent.
            if (begun || session.workspace.awaitsNames) return;
            begun = true;
            setTimeout(() => void warmUp(session), AFTER_MS);
        });
    },
};

/** A step at a time, when there is nothing else to do: whoever asks for something does not wait for more than one. */
async function warmUp(session: Session): Promise<void> {
    try {
        for (const steps = stepsOf(session); !steps.next().done;) {
            await nextTurn();
            await session.slices.idle();
        }
    } catch (error) {
        session.log('warming up', error);
    }
}

function* stepsOf(session: Session): Generator<void> {
    const workspace = new Workspace();
    const uri = 'ptarget-builtin:/warming-up';
    const document = workspace.open(uri, sampleText(), 0);
    yield;
    const start = document.positionAt(document.text.indexOf('"', document.text.indexOf('数量指标')) + 1);
    for (let key = 0; key < KEYS; key++) {
        const typed = TYPED[(key >> 1) % TYPED.length]!;
        const isBack = key % 2 === 1;
        workspace.update(uri, [{ range: { start, end: isBack ? { ...start, character: start.character + 1 } : start }, text: isBack ? '' : typed }], key + 1);
        workspace.takeAffected();
        workspace.problemsOf(uri).forEach((problem) => toDiagnostic(problem, session));
        yield;
    }
    // The library is read when it is first asked for.
    const asking: Asking = { workspace: session.workspace, document, language: session.language, today: new Date() };
    void session.workspace.indicatorNames;
    yield;
    completionsAt(asking, { ...start, character: 0 }, abilitiesOf({}));
    yield;
    completionsAt(asking, start, abilitiesOf({}));
}

/** A project with some of the usual indicators. */
function sampleText(): string {
    const library = BUILTIN_DOCUMENTS.find(({ uri }) => uri.startsWith('ptarget-builtin:/library/'))?.text ?? '';
    const body = library.slice(library.indexOf('{') + 1, library.lastIndexOf('}'));
    const isIndicator = (line: string) => line.includes('"');
    const lines = body.split('\n').filter((line, index) => !isIndicator(line) || index % 12 === 0);
    return `部门 "甲" {\n年度 2024\n部门预算支出 {\n项目支出 10.00\n}\n}\n项目 "乙" 属于 "甲" {\n资金 {\n财政拨款 10.00\n}\n绩效目标 """举办培训不少于4期。"""\n绩效指标 {\n${lines.join('\n')}\n}\n}\n`;
}
