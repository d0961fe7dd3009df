import type { PageBridge } from './bridge.js';
import type { Session } from './session.js';

export interface Stage {
    session: Session;
    /** Absent in the desktop program. Tests that need it are registered only where it is, never skipped. */
    page: PageBridge | undefined;
}

/** Registers tests with describe and it. */
export type Specification = (stage: Stage) => void;
