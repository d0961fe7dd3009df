/** The promise's outcome, or an error when that takes too long. */
export function within(milliseconds, promise) {
    let timer;
    const late = new Promise((_, reject) => {
        const message = `The suite did not end within ${milliseconds / 1000} seconds.`;
        timer = setTimeout(() => reject(new Error(message)), milliseconds);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
