import type { Logger } from '@slack/bolt';
import type { Store } from '../../../app/store/store.ts';
import type { Diagnosis } from '../../../app/upkeep/diagnosis.ts';
import { createSeal } from '../../../ops/seal.ts';
import { renewalTrouble } from '../connection/own-trouble.ts';
import { cures } from '../connection/start-fault.ts';
import { createCallMethod } from '../connection/web-call.ts';
import type { InstallsConfig } from '../slack-config.ts';

/** How the installations in the store are: whether the keys open them, and their tokens are renewed. Rejects as the store does. */
export async function diagnoseInstallations(
  { keys }: InstallsConfig,
  { transact }: Pick<Store, 'transact'>,
): Promise<Diagnosis> {
  const rows = await transact((unit) => unit.installations.list());
  const seal = createSeal(keys);
  const opened = rows.map(({ sealed, scope }) => seal.open(sealed, scope));
  const lost = opened.filter((each) => each === null).length;
  if (lost > 0) {
    return {
      state: 'wrong',
      what: `Slack: of ${rows.length} installations ${lost} cannot be opened with SLACK_ENCRYPTION_KEYS.`,
      cure: 'Add the key that was in use before, after the first one; or have the app installed again there.',
    };
  }
  const [refused] = rows.filter(({ trouble }) => trouble !== null);
  if (refused !== undefined) {
    const { problem, cure } = renewalTrouble(refused.trouble ?? '');
    const which = rows.filter(({ trouble }) => trouble !== null).map(({ scope }) => scope.replace('slack:', ''));
    return { state: 'wrong', what: `Slack: ${which.join(', ')}: ${problem}`, cure };
  }
  const old = opened.filter((each) => each?.byFirst === false).length;
  const note = old === 0 ? '' : ` ${old} of them are under the second key; the next start puts them under the first.`;
  return { state: 'good', what: `Slack: the app is installed in ${places(rows.length)}.${note}` };
}

/** Asks Slack for a token with a code that nobody was given: what it has against that says whether it knows the app. */
export async function diagnoseClient(
  { clientId, clientSecret }: InstallsConfig,
  { apiUrl, logger }: { readonly apiUrl: string | undefined; readonly logger: Logger },
): Promise<Diagnosis> {
  const call = createCallMethod({ token: undefined, apiUrl, logger });
  const end = await call('oauth.v2.access', { client_id: clientId, client_secret: clientSecret, code: 'doctor' });
  const reason = end.kind === 'refused' ? end.error : end.kind;
  if (reason === 'invalid_code')
    return { state: 'good', what: 'Slack: it knows the client id and secret; workspaces can install.' };
  const isOfApp = ['bad_client_secret', 'invalid_client_id'].includes(reason);
  return {
    state: isOfApp ? 'wrong' : 'notice',
    what: `Slack: asked about the client id and secret it says ${reason}.`,
    ...(isOfApp ? { cure: cures.SLACK_CLIENT } : {}),
  };
}

function places(count: number): string {
  return count === 1 ? 'one workspace or organisation' : `${count} workspaces and organisations`;
}
