import { keptState } from './host.js';

/** What the page is brought back with after a reload; `uri`, `form` and `locked` are read by the extension. */
export interface State {
    uri: string;
    form: string | undefined;
    locked: boolean;
    zoom: number;
    fit: boolean;
    /** How far each form of the file is scrolled. */
    scroll: Record<string, number>;
}

export const state: State = { uri: '', form: undefined, locked: false, zoom: 1, fit: true, scroll: {}, ...asRecord(keptState.read()) };

export function keep(changes: Partial<State>): void {
    keptState.write(Object.assign(state, changes));
}

export function placeToKeep(): string {
    return `${state.form ?? ''} ${state.uri}`;
}

function asRecord(value: unknown): object {
    return typeof value === 'object' && value !== null ? value : {};
}
