const MOST_CRASHES = 5;
const WITHIN_MS = 3 * 60 * 1000;
/** A file over which the server ended this often is not given to it again. */
const MOST_KILLS = 2;
/** A server that ends later than this has not ended over the file that it looked at last. */
const BLAMED_MS = 10_000;

/** How often the server has ended, and over which files. */
export class CrashRecord {
    private crashes: number[] = [];
    private readonly kills = new Map<string, number[]>();
    private readonly blamed = new Set<string>();
    private last: { readonly uri: string; readonly at: number } | undefined;

    /** The server looks at a file from now on, as it says itself: only it knows what it reads, and in which order. */
    looksAt(uri: string, now: number): void {
        this.last = { uri, at: now };
    }

    /** The server answers no more and is about to be ended: it has looked at its last file ever since. */
    hangs(now: number): void {
        if (this.last) this.last = { ...this.last, at: now };
    }

    /** @returns whether to start the server again, and the file that it is not given any more from now on */
    ended(now: number): { again: boolean; quarantined: string | undefined } {
        const quarantined = this.blame(now);
        this.crashes = [...this.crashes.filter((at) => now - at < WITHIN_MS), now];
        return { again: this.crashes.length < MOST_CRASHES, quarantined };
    }

    /** Somebody wants to try once more: nothing is held against any file. */
    forgive(): void {
        this.crashes = [];
        this.kills.clear();
        this.blamed.clear();
        this.last = undefined;
    }

    get quarantined(): string[] {
        return [...this.blamed];
    }

    private blame(now: number): string | undefined {
        const { last } = this;
        this.last = undefined;
        if (!last || now - last.at > BLAMED_MS) return undefined;
        const times = [...(this.kills.get(last.uri) ?? []).filter((at) => now - at < WITHIN_MS), now];
        this.kills.set(last.uri, times);
        if (times.length < MOST_KILLS || this.blamed.has(last.uri)) return undefined;
        this.blamed.add(last.uri);
        return last.uri;
    }
}
