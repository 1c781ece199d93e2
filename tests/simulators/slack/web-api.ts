import type { Validator } from './validator.ts';

export type Arguments = Readonly<Record<string, unknown>>;

export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/** A workspace as the Web API shows it: one bot, the messages it posted, the views it opened. */
export type Workspace = {
  readonly botToken: string;
  readonly appToken: string;
  readonly messages: { readonly channel: string; readonly ts: string; readonly payload: Arguments }[];
  readonly views: Arguments[];
  /** Where the next WebSocket is to be opened. */
  readonly socketUrl: () => string;
};

type Method = (
  given: Arguments,
  workspace: Workspace,
  validator: Validator,
  complain: (problems: readonly string[]) => boolean,
) => Answer;

/** The methods that this bot calls or is about to. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': () => ({
    ok: true,
    url: 'https://simulated.slack.com/',
    team: 'Simulated',
    user: 'bot',
    team_id: 'T1',
    user_id: 'UBOT',
    bot_id: 'BBOT',
    is_enterprise_install: false,
  }),
  'apps.connections.open': (_, workspace) => ({ ok: true, url: workspace.socketUrl() }),
  'chat.postMessage': (given, workspace, validator, complain) => {
    if (complain(validator.message(given))) return { ok: false, error: 'invalid_blocks' };
    const ts = `${1_700_000_000 + workspace.messages.length}.000100`;
    workspace.messages.push({ channel: String(given['channel']), ts, payload: given });
    return { ok: true, channel: given['channel'], ts, message: { ...given, ts } };
  },
  'chat.postEphemeral': (given, _, validator, complain) =>
    complain(validator.message(given))
      ? { ok: false, error: 'invalid_blocks' }
      : { ok: true, message_ts: '1700000000.000200' },
  'chat.update': (given, workspace, validator, complain) => {
    if (complain(validator.message(given))) return { ok: false, error: 'invalid_blocks' };
    const index = workspace.messages.findIndex(({ channel, ts }) => channel === given['channel'] && ts === given['ts']);
    if (index < 0) return { ok: false, error: 'message_not_found' };
    workspace.messages[index] = { channel: String(given['channel']), ts: String(given['ts']), payload: given };
    return { ok: true, channel: given['channel'], ts: given['ts'] };
  },
  'views.open': openView,
  'views.update': openView,
  'views.publish': openView,
  'conversations.info': (given) => ({
    ok: true,
    channel: { id: given['channel'], name: 'general', is_channel: true, is_member: true },
  }),
};

/** The method's answer, or why there is none: no token, the wrong one, no such method. */
export function callMethod(
  name: string,
  authorization: string | undefined,
  ...[given, workspace, ...rest]: Parameters<Method>
): Answer {
  const token = authorization?.replace(/^Bearer /, '') ?? given['token'];
  const wanted = name === 'apps.connections.open' ? workspace.appToken : workspace.botToken;
  if (token === undefined || token === '') return { ok: false, error: 'not_authed' };
  if (token !== wanted) {
    const known = token === workspace.appToken || token === workspace.botToken;
    return { ok: false, error: known ? 'not_allowed_token_type' : 'invalid_auth' };
  }
  return methods[name]?.(given, workspace, ...rest) ?? { ok: false, error: 'unknown_method' };
}

function openView(
  given: Arguments,
  workspace: Workspace,
  validator: Validator,
  complain: (problems: readonly string[]) => boolean,
): Answer {
  const view = given['view'] as Arguments;
  if (complain(validator.view(view))) return { ok: false, error: 'invalid_arguments' };
  workspace.views.push(view);
  return { ok: true, view: { id: `V${workspace.views.length}`, ...view } };
}
