/** A series of measurements, mostly in milliseconds. */
export class Series {
    constructor(private readonly values: number[] = []) {}

    add(value: number): void {
        this.values.push(value);
    }

    /** The value below which a share of the measurements lies. */
    quantile(share: number): number {
        const sorted = [...this.values].sort((one, other) => one - other);
        return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
    }

    get median(): number {
        return this.quantile(0.5);
    }

    get least(): number {
        return this.quantile(0);
    }
}

/** The same measured several times, each time in a process of its own: what lies between the medians is the machine's noise. */
export class Repeated {
    private readonly repetitions: Series[] = [];

    add(series: Series): void {
        this.repetitions.push(series);
    }

    get count(): number {
        return this.repetitions.length;
    }

    get median(): number {
        return this.medians.median;
    }

    get lowest(): number {
        return this.medians.quantile(0);
    }

    get highest(): number {
        return this.medians.quantile(1);
    }

    get p95(): number {
        return new Series(this.repetitions.map((series) => series.quantile(0.95))).median;
    }

    private get medians(): Series {
        return new Series(this.repetitions.map(({ median }) => median));
    }
}

/** How a cost grows with size: the slope between two points on doubly logarithmic paper; 1 is linear. */
export function growthExponent(smaller: { size: number; cost: number }, larger: { size: number; cost: number }): number {
    return Math.log(larger.cost / smaller.cost) / Math.log(larger.size / smaller.size);
}
