/** More runs on request: RUNS=20 makes twenty times as many. `npm run soak` asks for them. */
export const RUNS = Number(process.env.RUNS ?? 1);

/** In milliseconds, for tests whose work grows with the runs. */
export function patience(once: number): number {
    return once * Math.max(1, RUNS);
}
