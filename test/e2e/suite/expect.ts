// Assertions that run in both extension hosts; Node's own exist only in one. The reporter prints what was compared.

class ExpectationError extends Error {
    constructor(
        message: string,
        readonly actual?: unknown,
        readonly expected?: unknown,
    ) {
        super(message);
    }
}

export function ok(value: unknown, what: string): asserts value {
    if (!value) throw new ExpectationError(`expected that ${what}`);
}

/** Equal as JSON: values, lists and plain objects. */
export function equal(actual: unknown, expected: unknown, what = 'the value'): void {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
        throw new ExpectationError(`${what} is not as expected`, actual, expected);
    }
}

/**
 * Asks again and again until the answer is not undefined: for what has no event to wait for.
 * @param what is expected; a function where it also tells how far it came
 */
export async function eventually<T>(ask: () => Promise<T | undefined> | T | undefined, what: string | (() => string), timeout = 30_000): Promise<T> {
    const deadline = Date.now() + timeout;
    for (;;) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        if (Date.now() > deadline) throw new ExpectationError(`expected within ${timeout / 1000} seconds that ${typeof what === 'string' ? what : what()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
