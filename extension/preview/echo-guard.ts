const ECHO_MS = 250;

/** Tells a movement that we caused from one that the user makes. */
export class EchoGuard {
    private until = 0;

    /** Whatever is heard within a quarter of a second from now is our own doing. */
    expectEcho(): void {
        this.until = Date.now() + ECHO_MS;
    }

    get isEcho(): boolean {
        return Date.now() < this.until;
    }
}
