export type Spoken = {
  readonly text: string;
  readonly user?: string;
  readonly channel?: string;
  readonly thread?: string;
  readonly ts?: string;
  /** Whatever else the message says of itself: `subtype`, `bot_id`, `edited`. */
  readonly more?: Readonly<Record<string, unknown>>;
};

let events = 0;

/** What Slack puts around an event of the Events API. `more` changes it, for another organisation's channel. */
export function envelope(event: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) {
  events += 1;
  return {
    token: 'legacy',
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    event_id: `Ev${events}`,
    event_time: 1_700_000_003,
    is_ext_shared_channel: false,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    ...more,
  };
}

/** Somebody mentions the bot in a channel. */
export function mention({ text, user = 'U1', channel = 'C1', thread, ts = '1700000003.000100', more = {} }: Spoken) {
  return envelope({ type: 'app_mention', user, text, ts, channel, event_ts: ts, ...inThread(thread), ...more });
}

/** Somebody writes to the bot alone. */
export function directMessage({
  text,
  user = 'U1',
  channel = 'D1',
  thread,
  ts = '1700000003.000100',
  more = {},
}: Spoken) {
  const message = { type: 'message', channel_type: 'im', user, text, ts, channel, event_ts: ts };
  return envelope({ ...message, ...inThread(thread), ...more });
}

/** Somebody looks at a page of the app; `mark` is the `private_metadata` of the page that they have. */
export function homeOpened({ user = 'U1', tab = 'home', mark }: { user?: string; tab?: string; mark?: string } = {}) {
  const view = mark === undefined ? {} : { view: { id: 'V1', type: 'home', private_metadata: mark } };
  return envelope({ type: 'app_home_opened', user, channel: 'D1', tab, event_ts: '1700000003.000100', ...view });
}

/** The app was removed: Slack names no authorisation any more. */
export function uninstalled() {
  return envelope({ type: 'app_uninstalled' }, { authorizations: [] });
}

/** Tokens of people, or of the bot, were revoked. */
export function tokensRevoked(tokens: { readonly oauth?: readonly string[]; readonly bot?: readonly string[] }) {
  return envelope({ type: 'tokens_revoked', tokens }, { authorizations: [] });
}

function inThread(thread: string | undefined) {
  return thread === undefined ? {} : { thread_ts: thread };
}
