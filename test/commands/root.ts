import { fileURLToPath } from 'node:url';

/** The project's folder; commands may be started from anywhere. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
