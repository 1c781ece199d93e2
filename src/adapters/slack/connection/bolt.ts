import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const app: typeof import('@slack/bolt/dist/App.js') = require('@slack/bolt/dist/App.js');
const oauth: typeof import('@slack/oauth') = require('@slack/oauth');
const socket: typeof import('@slack/bolt/dist/receivers/SocketModeReceiver.js') = require('@slack/bolt/dist/receivers/SocketModeReceiver.js');

/**
 * The parts of Bolt that the bot is made of, and the only place that loads it: the package's entry loads Express, too, which
 * was a tenth of a start with Slack and 3 MB of memory. Required, as what an import of CommonJS gives depends on the loader.
 */
export const [App, SocketModeReceiver] = [app.default, socket.default];

/** Bolt's own installer, which its receivers make where they serve the pages themselves. */
export const { InstallProvider } = oauth;
