import type { PageBridge } from './bridge.js';
import { eventually } from './expect.js';

/** A dialog is deaf while it lists a folder: time for it to have heard a key. */
const HEARD_MS = 500;

/** Agrees to what VS Code's own file dialog proposes. */
export async function acceptFileDialog(page: PageBridge): Promise<void> {
    const dialog = { selector: '.quick-input-widget .quick-input-action' };
    await page.wait(dialog);
    await eventually(async () => {
        if (!(await page.query(dialog)).some(({ visible }) => visible)) return true;
        await page.press('Enter');
        await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
        return undefined;
    }, 'the dialog is accepted');
}
