/** Prints for the runner. The mark tells the suite's lines from all that VS Code and its extensions print; see suite-lines.mjs. */
export function say(text: string): void {
    console.log(text.replace(/^/gm, 'e2e| '));
}
