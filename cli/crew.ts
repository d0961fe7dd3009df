import { checkBatch, type Batch, type Outcome, type Tell } from './batch.js';
import { CheckThread } from './check-thread.js';

/** Whoever checks one batch after the other. */
export interface Hand {
    check(batch: Batch, tell: Tell): Promise<Outcome[]>;
    dismiss?(): Promise<unknown>;
}

/** Hands that share the batches of a check. */
export class Crew {
    private hands: readonly Hand[] = [];

    /** @param hire makes so many hands: threads, or one that does it here */
    constructor(private readonly hire: (jobs: number) => Hand[] = threads) {}

    /** Threads take their time to begin: told early, they are there when there is something to do. */
    engage(jobs: number): void {
        if (this.hands.length === 0) this.hands = this.hire(jobs);
    }

    /** Each hand takes the next batch when it is done with one. */
    async check(batches: readonly Batch[], tell: Tell): Promise<Outcome[]> {
        const outcomes: Outcome[] = [];
        const left = batches.values();
        await Promise.all(this.hands.map(async (hand) => {
            for (const batch of left) {
                for (const outcome of await hand.check(batch, (step, file) => step === 'check' && tell(step, file))) outcomes.push(outcome);
            }
        }));
        return outcomes;
    }

    async dismiss(): Promise<void> {
        await Promise.all(this.hands.map((hand) => hand.dismiss?.()));
    }
}

function threads(jobs: number): Hand[] {
    return jobs === 1 ? [{ check: checkBatch }] : Array.from({ length: jobs }, () => new CheckThread());
}
