import { FormData } from 'undici';

/**
 * To be imported before discord.js, which looks for a form in the process when it is loaded: without one Node loads its own
 * HTTP client to give it one, a third beside those of the two platforms' libraries (12 MB of memory). Both give the same form.
 */
globalThis.FormData = FormData as unknown as typeof globalThis.FormData;
