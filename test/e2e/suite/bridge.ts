// Drives the page around the extension host; page-actions.mjs is what answers.

/** The window, or all visible webviews. */
export type Frame = 'main' | 'preview';

/** An element by Playwright selector, by text that it contains, or by both. */
export interface Sought {
    selector?: string;
    text?: string;
    frame?: Frame;
}

export interface Found {
    tag: string;
    text: string;
    attributes: Record<string, string>;
    visible: boolean;
    box: { x: number; y: number; width: number; height: number };
}

export interface Click {
    button?: 'left' | 'right' | 'middle';
    clickCount?: number;
    modifiers?: ('Alt' | 'Control' | 'ControlOrMeta' | 'Meta' | 'Shift')[];
}

export class PageBridge {
    constructor(private readonly url: string) {}

    /** Types where the keyboard focus is, key by key. */
    type(text: string): Promise<void> {
        return this.perform('type', { text });
    }

    /** A key or chord in Playwright's names: `Control+Space`, `Escape`, `ArrowDown`. */
    press(key: string): Promise<void> {
        return this.perform('press', { key });
    }

    /** Clicks the first visible element, waiting for it. */
    click(sought: Sought, how: Click = {}): Promise<void> {
        return this.perform('click', { ...sought, ...how });
    }

    hover(sought: Sought): Promise<void> {
        return this.perform('hover', { ...sought });
    }

    /** All matching elements as they are now, hidden ones too. */
    query(sought: Sought): Promise<Found[]> {
        return this.perform('query', { ...sought });
    }

    /** All matching elements once at least one is visible. */
    wait(sought: Sought, timeout?: number): Promise<Found[]> {
        return this.perform('wait', { ...sought, timeout });
    }

    /** The value of a JavaScript expression, as far as JSON carries it. */
    evaluate<T>(expression: string, frame: Frame = 'main'): Promise<T> {
        return this.perform('evaluate', { expression, frame });
    }

    /** What axe finds wrong in a page, a line each. */
    accessibility(frame: Frame): Promise<string[]> {
        return this.perform('accessibility', { frame });
    }

    /**
     * Puts on the system's clipboard what another program would have copied there, for a paste with `Control+v`.
     * (`vscode.env.clipboard` does not reach it: during tests VS Code keeps a clipboard of its own.)
     */
    copy(content: { text: string; html?: string }): Promise<void> {
        return this.perform('copy', content);
    }

    /** The plain text on the system's clipboard. */
    copied(): Promise<string> {
        return this.perform('copied', {});
    }

    /** Saves a picture of the window, or of one element, in the pictures' folder; returns its path. */
    screenshot(name: string, of: Sought = {}): Promise<string> {
        return this.perform('screenshot', { name, ...of });
    }

    /** A picture of the window for whoever looks into a failed test. */
    failure(name: string): Promise<string> {
        return this.perform('failure', { name });
    }

    resize(width: number, height: number): Promise<void> {
        return this.perform('resize', { width, height });
    }

    media(features: {
        media?: 'screen' | 'print' | null;
        colorScheme?: 'light' | 'dark' | null;
        reducedMotion?: 'reduce' | 'no-preference' | null;
        forcedColors?: 'active' | 'none' | null;
    }): Promise<void> {
        return this.perform('media', features);
    }

    private async perform<T>(action: string, parameters: object): Promise<T> {
        const response = await fetch(this.url, { method: 'POST', body: JSON.stringify({ action, ...parameters }) });
        const answer = (await response.json()) as { value: T } | { error: string };
        if ('error' in answer) throw new Error(`${action}: ${answer.error}`);
        return answer.value;
    }
}
