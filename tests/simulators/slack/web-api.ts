import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Answer, Method, MethodNeeds } from './method.ts';
import { needsScope, refuse } from './method.ts';
import { viewMethods } from './view-methods.ts';
import type { Arguments, Workspace } from './workspace.ts';
import { firstTeam } from './workspace.ts';

/** The methods that this bot calls or is about to. */
const methods: Readonly<Record<string, Method>> = {
  'auth.test': (_, { workspace: { team, isOrganisation, botUser } }) => ({
    ok: true,
    url:
      team === firstTeam.team ? 'https://simulated.slack.com/' : `https://simulated-${team.toLowerCase()}.slack.com/`,
    team: 'Simulated',
    user: 'bot',
    team_id: team,
    user_id: botUser,
    bot_id: botUser.replace(/^U/, 'B'),
    is_enterprise_install: isOrganisation,
    ...(isOrganisation ? { enterprise_id: team } : {}),
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
    return {
      ok: true,
      user: { id: user, team_id: workspace.team, name: 'somebody', real_name, profile, tz, is_bot: false },
    };
  }),
};

/** Whose token came with a call, or why it is not taken. */
export type Bearer = { readonly workspace: Workspace } | { readonly refused: string };

/** The method's answer, or why there is none: no token, the wrong one, the app removed, no such method. */
export function callMethod(
  name: string,
  bearer: Bearer,
  given: Arguments,
  needs: Omit<MethodNeeds, 'workspace'>,
): Answer {
  if ('refused' in bearer) return refuse(bearer.refused);
  const { workspace } = bearer;
  if (workspace.removed !== null && name !== 'apps.connections.open') return refuse(workspace.removed);
  return methods[name]?.(given, { ...needs, workspace }) ?? refuse('unknown_method');
}
