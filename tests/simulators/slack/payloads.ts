export type CommandFields = {
  readonly text: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
};

export type Press = {
  readonly id: string;
  /** Of the message that the button stands under. */
  readonly ephemeral?: boolean;
  readonly thread?: string;
  readonly user?: string;
  readonly channel?: string;
};

let triggers = 0;

/** The fields of a slash command as Slack posts them. */
export function commandPayload(
  { text, command = '/pytorch', user = 'U1', channel = 'C1' }: CommandFields,
  responseUrl: string,
): Record<string, string> {
  triggers += 1;
  return {
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'simulated',
    channel_id: channel,
    channel_name: 'general',
    user_id: user,
    user_name: 'ada',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `${triggers}.1`,
  };
}

/** The payload of a pressed button as Slack posts it. */
export function pressPayload(
  { id, ephemeral = true, thread, user = 'U1', channel = 'C1' }: Press,
  responseUrl: string,
): Record<string, unknown> {
  triggers += 1;
  const ts = '1700000000.000100';
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return {
    type: 'block_actions',
    api_app_id: 'A1',
    token: 'legacy',
    trigger_id: `${triggers}.2`,
    response_url: responseUrl,
    is_enterprise_install: false,
    enterprise: null,
    team: { id: 'T1', domain: 'simulated' },
    user: { id: user, username: 'ada', name: 'ada', team_id: 'T1' },
    channel: { id: channel, name: 'general' },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral, ...inThread },
    ...(ephemeral ? {} : { message: { type: 'message', user: 'UBOT', ts, text: 'earlier', ...inThread } }),
    actions: [
      {
        type: 'button',
        action_id: id,
        block_id: 'b1',
        value: id,
        text: { type: 'plain_text', text: 'Button' },
        action_ts: '1700000001.000100',
      },
    ],
  };
}
