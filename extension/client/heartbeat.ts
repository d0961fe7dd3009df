/** So many beats in a row without a word from the server, and it hangs. */
const MOST_SILENT_BEATS = 6;

/**
 * Tells a server that hangs from one that has nothing to say: while the editor is in use, it is asked for a sign of life.
 * Time is counted in beats, which stand still while the machine sleeps or a debugger holds the program.
 */
export class Heartbeat {
    private inUse = false;
    /** Since a sign of life was asked for. */
    private silentBeats: number | undefined;

    /** Something was sent that the server has to work at. */
    sent(): void {
        this.inUse = true;
    }

    /** The server said something. */
    heard(): void {
        this.silentBeats = undefined;
    }

    /** @returns whether to ask for a sign of life, or to end a server that hangs */
    beat(): 'ask' | 'end' | undefined {
        if (this.silentBeats === undefined) {
            if (!this.inUse) return undefined;
            this.inUse = false;
            this.silentBeats = 0;
            return 'ask';
        }
        this.silentBeats++;
        if (this.silentBeats < MOST_SILENT_BEATS) return undefined;
        this.silentBeats = undefined;
        return 'end';
    }
}
