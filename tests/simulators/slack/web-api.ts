import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Answer, Method, MethodNeeds } from './method.ts';
import { needsScope, refuse } from './method.ts';
import { viewMethods } from './view-methods.ts';
import type { Arguments } from './workspace.ts';

/** The methods that this bot calls or is about to. */
const methods: Readonly<Record<string, Method>> = {
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
  'apps.connections.open': (_, { workspace }) => ({ ok: true, url: workspace.socketUrl() }),
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...viewMethods,
  'users.info': needsScope('users:read', ({ user }, { workspace }) => {
    if (typeof user !== 'string' || !/^[UW]/.test(user)) return refuse('user_not_found');
    const tz = workspace.zones.get(user) ?? 'America/New_York';
    const profile = workspace.profiles.get(user) ?? { display_name: '', real_name: '' };
    const { real_name } = profile;
    return { ok: true, user: { id: user, team_id: 'T1', name: 'somebody', real_name, profile, tz, is_bot: false } };
  }),
};

/** The method's answer, or why there is none: no token, the wrong one, the app removed, no such method. */
export function callMethod(
  name: string,
  authorization: string | undefined,
  given: Arguments,
  needs: MethodNeeds,
): Answer {
  const { workspace } = needs;
  const token = authorization?.replace(/^Bearer /, '') ?? given['token'];
  const wanted = name === 'apps.connections.open' ? workspace.appToken : workspace.botToken;
  if (token === undefined || token === '') return refuse('not_authed');
  if (token !== wanted) {
    const known = token === workspace.appToken || token === workspace.botToken;
    return refuse(known ? 'not_allowed_token_type' : 'invalid_auth');
  }
  if (workspace.removed !== null && name !== 'apps.connections.open') return refuse(workspace.removed);
  return methods[name]?.(given, needs) ?? refuse('unknown_method');
}
