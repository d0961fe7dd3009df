/** A series of measurements in milliseconds. */
export class Series {
    private readonly values: number[] = [];

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
}

/** How a cost grows with size: the slope between two points on doubly logarithmic paper; 1 is linear. */
export function growthExponent(smaller: { size: number; cost: number }, larger: { size: number; cost: number }): number {
    return Math.log(larger.cost / smaller.cost) / Math.log(larger.size / smaller.size);
}
