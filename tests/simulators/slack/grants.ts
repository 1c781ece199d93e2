import type { Answer } from './method.ts';
import { refuse } from './method.ts';
import type { Bearer } from './web-api.ts';
import type { Arguments, Workspace } from './workspace.ts';

/** A token that was granted by OAuth. */
type Granted = { readonly workspace: Workspace; readonly expires: number | null; revoked: boolean };

/** A refresh token; `usedAt`: when it has bought another one, by the simulator's clock. */
type Refresh = { readonly workspace: Workspace; usedAt: number | null };

/** The app at Slack: what workspaces have granted it, and the tokens that it may use. */
export type Grants = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether tokens expire after 12 h, and are bought anew with refresh tokens. */
  rotates: boolean;
  /** For so many ms a refresh token that was used is taken once more; https://docs.slack.dev/authentication/using-token-rotation */
  grace: number;
  /** How often new tokens were bought with refresh tokens, also in vain. */
  readonly refreshes: { readonly team: string | null; readonly error: string | null }[];
  /** Somebody lets the app in on the page at `address`, or does not; gives the path and query to which they are sent back. */
  readonly allow: (address: string, workspace: Workspace, isAllowed?: boolean) => string;
  /** Ends all tokens of a workspace, as an uninstallation does. */
  readonly revoke: (workspace: Workspace) => void;
  /** Whose token it is. */
  readonly bearer: (method: string, token: string | undefined, workspaces: readonly Workspace[]) => Bearer;
  readonly access: (given: Arguments) => Answer;
};

const life = 12 * 3_600_000;

/** Of one workspace no more are good at once, whoever has bought them. */
const mostTokens = 2;

export function createGrants(clock: () => number): Grants {
  const tokens = new Map<string, Granted>();
  const refreshTokens = new Map<string, Refresh>();
  const codes = new Map<string, Workspace>();
  const refreshes: Grants['refreshes'] = [];
  let made = 0;

  function grant(workspace: Workspace): Answer {
    made += 1;
    const { team, isOrganisation } = workspace;
    const token = grants.rotates ? `xoxe.xoxb-1-${team}-${made}` : `xoxb-${team}-${made}`;
    tokens.set(token, { workspace, expires: grants.rotates ? clock() + life : null, revoked: false });
    const good = [...tokens.values()].filter((each) => each.workspace === workspace && !each.revoked);
    for (const old of grants.rotates ? good.slice(0, -mostTokens) : []) old.revoked = true;
    const refreshToken = `xoxe-1-${team}-${made}`;
    if (grants.rotates) refreshTokens.set(refreshToken, { workspace, usedAt: null });
    return {
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope: workspace.scopes.join(','),
      bot_user_id: workspace.botUser,
      app_id: 'A1',
      team: isOrganisation ? null : { id: team, name: `Team ${team}` },
      enterprise: isOrganisation ? { id: team, name: `Organisation ${team}` } : null,
      is_enterprise_install: isOrganisation,
      authed_user: { id: 'U1' },
      ...(grants.rotates ? { refresh_token: refreshToken, expires_in: life / 1000 } : {}),
    };
  }

  function refresh(token: string): Answer {
    const found = refreshTokens.get(token);
    const isLate = found?.usedAt != null && clock() - found.usedAt >= grants.grace;
    const error = found === undefined || isLate || found.workspace.removed !== null ? 'invalid_refresh_token' : null;
    refreshes.push({ team: found?.workspace.team ?? null, error });
    if (found === undefined || error !== null) return refuse(error ?? 'invalid_refresh_token');
    found.usedAt ??= clock();
    return grant(found.workspace);
  }

  const grants: Grants = {
    clientId: '111.222',
    clientSecret: 'simulated-client-secret',
    rotates: true,
    grace: 0,
    refreshes,
    allow: (address, workspace, isAllowed = true) => {
      const { searchParams } = new URL(address);
      const state = searchParams.get('state') ?? '';
      if (!isAllowed) return `/slack/oauth_redirect?${new URLSearchParams({ error: 'access_denied', state })}`;
      workspace.scopes = (searchParams.get('scope') ?? '').split(',');
      workspace.removed = null;
      made += 1;
      const code = `code-${made}`;
      codes.set(code, workspace);
      return `/slack/oauth_redirect?${new URLSearchParams({ code, state })}`;
    },
    revoke: (workspace) => {
      for (const each of tokens.values()) if (each.workspace === workspace) each.revoked = true;
    },
    bearer: (method, token, workspaces) => {
      if (token === undefined || token === '') return { refused: 'not_authed' };
      const app = workspaces.find(({ appToken }) => token === appToken);
      if (method === 'apps.connections.open') {
        if (app !== undefined) return { workspace: app };
        const isKnown = tokens.has(token) || workspaces.some(({ botToken }) => token === botToken);
        return { refused: isKnown ? 'not_allowed_token_type' : 'invalid_auth' };
      }
      if (app !== undefined) return { refused: 'not_allowed_token_type' };
      const own = workspaces.find(({ botToken }) => token === botToken);
      if (own !== undefined) return { workspace: own };
      const granted = tokens.get(token);
      if (granted === undefined) return { refused: 'invalid_auth' };
      if (granted.revoked) return { refused: 'token_revoked' };
      if (granted.expires !== null && clock() >= granted.expires) return { refused: 'token_expired' };
      return { workspace: granted.workspace };
    },
    access: (given) => {
      if (given['client_id'] !== grants.clientId) return refuse('invalid_client_id');
      if (given['client_secret'] !== grants.clientSecret) return refuse('bad_client_secret');
      if (given['grant_type'] === 'refresh_token') return refresh(String(given['refresh_token']));
      const workspace = codes.get(String(given['code']));
      codes.delete(String(given['code']));
      return workspace === undefined ? refuse('invalid_code') : grant(workspace);
    },
  };
  return grants;
}
