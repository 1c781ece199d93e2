import type { Application, Log } from '../../app/ports.ts';
import type { Directory } from './connection/directory.ts';
import type { InFlight } from './connection/in-flight.ts';
import type { Installations, Kept } from './connection/installations.ts';
import { isOwnTrouble } from './connection/own-trouble.ts';
import type { EventEnvelope } from './inbound/event-envelope.ts';
import { teamOf } from './inbound/event-envelope.ts';
import type { Removed } from './inbound/event-listeners.ts';
import type { IsNew } from './inbound/is-new.ts';
import type { Tenant } from './slack-tenant.ts';

type Options = {
  readonly application: Application;
  readonly isNew: IsNew;
  readonly inFlight: InFlight;
  /** Null where no workspace installs the app by itself. */
  readonly installed: { readonly installations: Installations; readonly directory: Directory<Tenant> } | null;
  readonly log: Log;
};

/** Deletes what was kept for a workspace, or for all of an organisation, once the app was surely removed there. */
export function createRemoved({ application, isNew, inFlight, installed, log }: Options): Removed {
  async function forget(scope: string): Promise<void> {
    log.info({ scope }, 'The app was removed from a workspace; its data is being deleted.');
    await application.forgetScope(scope);
    installed?.directory.forget(scope);
  }

  /** Slack also tells of tokens that were only renewed or revoked one by one, so it is asked. */
  async function isStillThere(scope: string): Promise<boolean> {
    const tenant = await installed?.directory.of(scope);
    const end = await tenant?.call('auth.test', {});
    return end !== undefined && !(end.kind === 'refused' && isOwnTrouble(end.error));
  }

  async function remove(envelope: EventEnvelope, why: 'uninstalled' | 'tokens'): Promise<void> {
    const team = teamOf(envelope) ?? envelope.team_id;
    const own = team === undefined ? null : `slack:${team}`;
    const kept = await find(installed?.installations ?? null, own, envelope);
    if (kept === null && why === 'tokens' && installed !== null) {
      // Perhaps only its key is lost, and then Slack cannot be asked.
      return log.warn(
        { scope: own },
        'Tokens were revoked in a workspace that is not served; what was kept for it stays.',
      );
    }
    if (kept === null) return own === null ? undefined : forget(own);
    if (isFromBefore(envelope, kept)) {
      return log.info({ scope: kept.scope }, 'Slack told of a removal from before the app was installed again.');
    }
    if (why === 'tokens' && (await isStillThere(kept.scope))) {
      return log.info({ scope: kept.scope }, 'Tokens were revoked, and the app is still installed.');
    }
    if (kept.scope !== own && !isOfOrganisation(envelope)) return own === null ? undefined : forget(own);
    for (const scope of (await installed?.installations.joined(kept.scope)) ?? []) await forget(scope);
    await forget(kept.scope);
  }

  return (envelope, why) => {
    if (!isNew(envelope)) return;
    const failed = (error: unknown) => log.error({ err: error }, 'What was kept for a workspace could not be deleted.');
    void inFlight.track(remove(envelope, why).catch(failed));
  };
}

/** The installation that an event is about: of the workspace itself, or of its organisation. */
async function find(
  installations: Installations | null,
  own: string | null,
  { enterprise_id: organisation }: EventEnvelope,
): Promise<Kept | null> {
  const served = own === null ? null : await installations?.serving(own);
  if (served) return served;
  return organisation ? ((await installations?.serving(`slack:${organisation}`)) ?? null) : null;
}

function isOfOrganisation({ is_enterprise_install: given, authorizations, team_id: team }: EventEnvelope): boolean {
  return given === true || authorizations?.[0]?.is_enterprise_install === true || team === undefined;
}

/** An event that Slack could not deliver comes up to an hour later. Its time is in whole seconds. */
function isFromBefore({ event_time: seconds }: EventEnvelope, { installedAt }: Kept): boolean {
  return seconds !== undefined && (seconds + 1) * 1000 <= installedAt;
}
