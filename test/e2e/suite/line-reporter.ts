// Plain lines on the console, which both hosts carry to the runner. It reads the last one.
import Mocha from 'mocha';
import { say } from './say.js';

export class LineReporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
        super(runner, options);
        let passed = 0;
        let failed = 0;
        runner.on('suite', (suite) => {
            if (suite.title !== '') say(`${indent(suite)}${suite.title}`);
        });
        runner.on('pass', (test) => {
            passed += 1;
            say(`${indent(test.parent)}  ✓ ${test.title} (${test.duration} ms)`);
        });
        runner.on('fail', (test, error) => {
            failed += 1;
            say(`${indent(test.parent)}  ✗ ${test.title}\n${error.stack ?? String(error)}${difference(error)}`);
        });
        runner.once('end', () => say(`${passed} passed, ${failed} failed`));
    }
}

function indent(suite: Mocha.Suite | undefined): string {
    return '  '.repeat(Math.max(0, (suite?.titlePath().length ?? 1) - 1));
}

/** What the assertion compared, for errors that say it; Mocha has made text of it. */
function difference({ actual, expected }: { actual?: unknown; expected?: unknown }): string {
    return expected === undefined && actual === undefined ? '' : `\nexpected ${String(expected)}\nactual   ${String(actual)}`;
}
