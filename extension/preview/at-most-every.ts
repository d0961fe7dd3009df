/** Does something at once, and then again at most once in an interval, however often it is asked for. */
export class AtMostEvery {
    private timer: ReturnType<typeof setTimeout> | undefined;
    private last = -Infinity;

    constructor(private readonly interval: () => number, private readonly action: () => void) {}

    ask(): void {
        if (this.timer !== undefined) return;
        const wait = this.last + this.interval() - Date.now();
        if (wait <= 0) this.act();
        else this.timer = setTimeout(() => this.act(), wait);
    }

    /** Without waiting for the rest of the interval. */
    askNow(): void {
        this.cancel();
        this.act();
    }

    cancel(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
    }

    private act(): void {
        this.timer = undefined;
        this.last = Date.now();
        this.action();
    }
}
