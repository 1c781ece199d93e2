import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { toStartFault, wrongToken } from './start-fault.ts';
import { webClientOptions } from './web-client.ts';
import { whenBusy } from './when-busy.ts';

/** The bot's identity in its workspace. */
export type Identity = {
  readonly botId: string;
  readonly botUserId: string;
  /** What people mention it by; null if Slack did not say. */
  readonly name: string | null;
  /** Null if installed for a whole organisation. */
  readonly team: string | null;
  /** The organisation that the workspace is part of, or that has installed it; null if there is none. */
  readonly organisation: string | null;
  /** Address of the workspace, `https://example.slack.com/`; null if Slack did not say. */
  readonly url: string | null;
  /** The token's scopes; null if Slack did not say. */
  readonly scopes: readonly string[] | null;
};

/**
 * Looks up the bot's identity. Rejects with a Fault if the token is not valid, before any event is accepted. Waits while
 * Slack limits the rate, up to a minute, and until `signal`. `noteTime` is told the time by Slack's clock, UTC ms, in whole
 * seconds: slash commands bring none.
 */
export async function identify(
  token: string,
  apiUrl: string | undefined,
  logger: Logger,
  {
    signal = new AbortController().signal,
    noteTime = () => {},
  }: { readonly signal?: AbortSignal; readonly noteTime?: (now: number) => void } = {},
): Promise<Identity> {
  const client = new WebClient(token, {
    ...webClientOptions(apiUrl),
    logger,
    fetch: async (...request) => {
      const response = await fetch(...request);
      const now = Date.parse(response.headers.get('date') ?? '');
      if (Number.isFinite(now)) noteTime(now);
      return response;
    },
  });
  const identity = await whenBusy(() => client.auth.test(), signal).catch((error: unknown) => {
    throw toStartFault(error, 'SLACK_BOT_TOKEN');
  });
  const { bot_id: botId, user_id: botUserId, team_id: team, url, enterprise_id: organisation } = identity;
  if (botId === undefined || botUserId === undefined)
    throw wrongToken('SLACK_BOT_TOKEN', 'the token of a person, not of a bot');
  return {
    botId,
    botUserId,
    name: identity.user ?? null,
    team: identity.is_enterprise_install === true ? null : (team ?? null),
    organisation: organisation ?? null,
    url: url ?? null,
    scopes: identity.response_metadata?.scopes ?? null,
  };
}
