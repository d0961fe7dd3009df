/** Names in alphabetical order, each as long as it has been added more often than removed. */
export class CountedNames {
    private readonly counts = new Map<string, number>();
    private inOrder: readonly string[] | undefined;

    add(name: string): void {
        const count = this.counts.get(name) ?? 0;
        if (count === 0) this.inOrder = undefined;
        this.counts.set(name, count + 1);
    }

    remove(name: string): void {
        const count = this.counts.get(name) ?? 0;
        if (count > 1) {
            this.counts.set(name, count - 1);
        } else if (this.counts.delete(name)) {
            this.inOrder = undefined;
        }
    }

    /** The same array until a name comes or goes. */
    get all(): readonly string[] {
        return (this.inOrder ??= [...this.counts.keys()].sort());
    }
}
