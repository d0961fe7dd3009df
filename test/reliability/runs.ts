/** More runs on request: RUNS=20 makes twenty times as many. `npm run soak` asks for them. */
export const RUNS = Number(process.env.RUNS ?? 1);

/** In milliseconds, for tests whose work grows with the runs. */
export function patience(once: number): number {
    return once * Math.max(1, RUNS);
}

/** A promised time in milliseconds: kept to when the machine is ours alone; beside other tests it may take longer. */
export function inTime(promised: number): number {
    return process.env.QUIET === '1' ? promised : promised * 10;
}

/** In milliseconds of the processor: the clock goes on while other programs run. */
export function processorTime(work: () => void): number {
    const from = process.cpuUsage();
    work();
    return process.cpuUsage(from).user / 1000;
}
