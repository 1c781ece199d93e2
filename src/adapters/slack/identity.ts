import type { AuthorizeResult, Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { toStartFault, wrongToken } from './start-fault.ts';
import { webClientOptions } from './web-client.ts';

/** Who the bot is in its workspace. Rejects with a Fault when the token is not good, before any event is taken. */
export async function identify(token: string, apiUrl: string | undefined, logger: Logger): Promise<AuthorizeResult> {
  const client = new WebClient(token, { ...webClientOptions(apiUrl), logger });
  const identity = await client.auth.test().catch((error: unknown) => {
    throw toStartFault(error, 'SLACK_BOT_TOKEN');
  });
  const { bot_id: botId, user_id: botUserId, team_id: teamId } = identity;
  if (botId === undefined || botUserId === undefined)
    throw wrongToken('SLACK_BOT_TOKEN', 'the token of a person, not of a bot');
  return { botToken: token, botId, botUserId, ...(teamId === undefined ? {} : { teamId }) };
}
