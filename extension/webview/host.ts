import { readToPage, type FromPage, type ToPage } from '../preview/messages.js';

interface Host {
    postMessage(message: FromPage): void;
    getState(): unknown;
    setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

export function tell(message: FromPage): void {
    host.postMessage(message);
}

export function listen(hear: (message: ToPage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = readToPage(data);
        if (message) hear(message);
    });
}

export const keptState = {
    read: (): unknown => host.getState(),
    write: (state: unknown): void => host.setState(state),
};
