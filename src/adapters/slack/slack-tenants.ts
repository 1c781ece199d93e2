import type { Context } from '@slack/bolt';
import type { EventSource } from './connection/bolt-app.ts';
import type { Directory } from './connection/directory.ts';
import type { Tenant } from './slack-tenant.ts';

/** Who serves which workspace: the one that was set up by hand, and those that have installed the app. */
export type Tenants = {
  /** From now on there is a workspace that was set up by hand. */
  readonly useSingle: (tenant: Tenant) => void;
  readonly single: () => Tenant | null;
  /** Who serves the workspace with this key (`slack:T1`); null if nobody does. Rejects as the store does. */
  readonly of: (scope: string) => Promise<Tenant | null>;
  /** The same, as far as it is known without asking the store. */
  readonly known: (scope: string) => Tenant | null;
  /** Who serves an event. Rejects as the store does. */
  readonly ofEvent: (source: EventSource, body: unknown) => Promise<Tenant | null>;
};

/** `installed`: null where no workspace installs the app by itself; then the one token serves whatever comes. */
export function createTenants(installed: Directory<Tenant> | null): Tenants {
  let single: Tenant | null = null;

  /** The tenant of the one token, where that is good for a workspace. */
  function singleFor(team: string | undefined, organisation?: string): Tenant | null {
    if (single === null || installed === null) return single;
    const { team: own, organisation: ownOrganisation } = single.identity;
    const isOwn = own === null ? ownOrganisation !== null && ownOrganisation === organisation : own === team;
    return isOwn ? single : null;
  }

  /** A token that was made by hand for an organisation serves workspaces of which a key does not tell that they are part of it. */
  const organisationsOwn = () => (single?.identity.team === null ? single : null);

  async function installedFor(source: EventSource, body: unknown): Promise<Tenant | null> {
    if (installed === null) return null;
    const { teamId: team, enterpriseId: organisation, isEnterpriseInstall } = source;
    const own = team === undefined ? null : await installed.of(`slack:${team}`);
    if (own !== null) return own;
    if (isEnterpriseInstall && organisation !== undefined) {
      const shared = await installed.of(`slack:${organisation}`);
      if (shared !== null && team !== undefined) await installed.join(`slack:${team}`, `slack:${organisation}`);
      if (shared !== null) return shared;
    }
    // In a channel shared with another organisation, whoever presses may belong there; the message is ours.
    const home = teamOfMessage(body);
    return home === null || home === team ? null : (singleFor(home) ?? installed.of(`slack:${home}`));
  }

  return {
    useSingle: (tenant) => {
      single = tenant;
    },
    single: () => single,
    of: async (scope) => singleFor(teamIn(scope)) ?? (await installed?.of(scope)) ?? organisationsOwn(),
    known: (scope) => singleFor(teamIn(scope)) ?? installed?.known(scope) ?? organisationsOwn(),
    ofEvent: async (source, body) => singleFor(source.teamId, source.enterpriseId) ?? installedFor(source, body),
  };
}

/** Who serves the event of this context, as Bolt was told; null for nobody. */
export function tenantIn(context: Context): Tenant | null {
  return (context['tenant'] as Tenant | undefined) ?? null;
}

function teamIn(scope: string): string {
  return scope.slice(scope.indexOf(':') + 1);
}

function teamOfMessage(body: unknown): string | null {
  const { message } = (body ?? {}) as { readonly message?: { readonly team?: unknown } };
  return typeof message?.team === 'string' ? message.team : null;
}
