import { fileURLToPath } from 'node:url';

/** The folder of a small bank about something else than ours, with topics of its own. */
export const foreignBank = fileURLToPath(new URL('foreign-bank', import.meta.url));
