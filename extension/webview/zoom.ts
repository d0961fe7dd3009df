import { button, sheets } from './elements.js';
import { keep, state } from './state.js';

const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export function listenToZoom(): void {
    button('zoom-in').addEventListener('click', () => zoomTo(STEPS.find((step) => step > state.zoom) ?? state.zoom));
    button('zoom-out').addEventListener('click', () => zoomTo(STEPS.findLast((step) => step < state.zoom) ?? state.zoom));
    button('zoom').addEventListener('click', () => zoomTo(1));
    button('fit').addEventListener('click', () => fit(!state.fit));
    document.addEventListener('wheel', (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoomTo((event.deltaY < 0 ? STEPS.find((step) => step > state.zoom) : STEPS.findLast((step) => step < state.zoom)) ?? state.zoom);
    }, { passive: false });
    zoomTo(state.zoom);
    fit(state.fit);
}

function zoomTo(zoom: number): void {
    const known = Number.isFinite(zoom) ? Math.min(3, Math.max(0.5, zoom)) : 1;
    sheets.style.setProperty('--zoom', String(known));
    button('zoom').textContent = `${Math.round(known * 100)}%`;
    keep({ zoom: known });
}

/** As wide as the panel, or as wide as the printed page. */
function fit(on: boolean): void {
    sheets.classList.toggle('fit', on);
    button('fit').setAttribute('aria-pressed', String(on));
    keep({ fit: on });
}
