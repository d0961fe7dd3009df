import type { PageBridge } from './bridge.js';
import { eventually } from './expect.js';

/** A dialog is deaf while it lists a folder: time for it to have heard of a click. */
const HEARD_MS = 500;

/** Agrees to what VS Code's own file dialog proposes. By clicks: a preview that had the focus before may take it back. */
export async function acceptFileDialog(page: PageBridge): Promise<void> {
    const button = { selector: '.quick-input-widget .quick-input-action .monaco-button' };
    await page.wait(button);
    await eventually(async () => {
        if (!(await page.query(button)).some(({ visible }) => visible)) return true;
        await page.click(button);
        await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
        return undefined;
    }, 'the dialog is accepted');
}
