import type { AckFn, AllMiddlewareArgs, AnyMiddlewareArgs, Context, Middleware } from '@slack/bolt';
import type { Log } from '../../../app/ports.ts';
import { createRecent } from './recent.ts';

/** Shown to who uses a command where the app is not installed (any more), or its credentials are lost. */
const notInstalled =
  'I am not installed in this workspace (any more). Somebody who may install apps here can install me again; nothing was done.';

/** Workspaces of which the log was told, and is not told again. */
const teamsKept = 1000;

type Options = {
  /** Whether an event comes from a workspace that is served. */
  readonly isServed: (context: Context) => boolean;
  readonly log: Log;
};

/** Ends events from workspaces that have no installation; what ends an installation itself passes. */
export function refuseStrangers({ isServed, log }: Options): Middleware<AnyMiddlewareArgs> {
  const told = createRecent<true>(teamsKept);
  return async ({ body, context, next, ...rest }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    if (isServed(context) || endsInstallation(body)) return next();
    const team = context.teamId ?? '-';
    if (told.get(team) !== true)
      log.warn({ team }, 'An event came from a workspace in which the app is not installed.');
    told.set(team, true);
    if (!('ack' in rest) || rest.ack === undefined) return;
    const isCommand = 'command' in body;
    await (rest.ack as AckFn<unknown>)(isCommand ? { response_type: 'ephemeral', text: notInstalled } : undefined);
  };
}

function endsInstallation(body: AnyMiddlewareArgs['body']): boolean {
  return 'event' in body && ['app_uninstalled', 'tokens_revoked'].includes(body.event.type);
}
