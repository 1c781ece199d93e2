import type { Trouble } from '../../../app/connection.ts';
import { cures } from './start-fault.ts';

/** Slack's code when the token lacks a right, which other methods need not. */
export const missingScope = 'missing_scope';

const organisation =
  'An administrator of the organisation has to let the app in again: at https://api.slack.com/apps, and in the settings of the organisation.';

/**
 * Slack's codes for trouble with the bot's own token or rights, whatever it sends and wherever, with what to do about each;
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const troubles: Readonly<Record<string, string>> = {
  account_inactive: cures.SLACK_BOT_TOKEN,
  invalid_auth: cures.SLACK_BOT_TOKEN,
  not_authed: cures.SLACK_BOT_TOKEN,
  not_allowed_token_type: cures.SLACK_BOT_TOKEN,
  token_expired: cures.SLACK_BOT_TOKEN,
  token_revoked: cures.SLACK_BOT_TOKEN,
  [missingScope]:
    'Print the manifest (`npm run slack:manifest`), paste it under App Manifest of your app at https://api.slack.com/apps, and install the app again.',
  access_denied: organisation,
  ekm_access_denied: organisation,
  enterprise_is_restricted: organisation,
  no_permission: organisation,
  org_login_required: organisation,
  team_access_not_granted: organisation,
  two_factor_setup_required: organisation,
};

/** True if a refusal is about the bot itself, so that its message would be taken once that is mended. */
export function isOwnTrouble(error: string): boolean {
  return Object.hasOwn(troubles, error);
}

/** What such a refusal means to who runs the bot; `installed`: the token came by an installation. */
export function ownTrouble(error: string, installed = false): Trouble {
  const cure = troubles[error] ?? cures.SLACK_BOT_TOKEN;
  const isAboutToken = cure === cures.SLACK_BOT_TOKEN || error === missingScope;
  return {
    problem: `Slack refuses what the bot sends: ${error}.`,
    cure: installed && isAboutToken ? installAgain : cure,
  };
}

/** What a refused renewal of a token means to who runs the bot; https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
export function renewalTrouble(error: string): Trouble {
  const isOfApp = ['bad_client_secret', 'invalid_client_id'].includes(error);
  return { problem: `Slack does not renew the token: ${error}.`, cure: isOfApp ? cures.SLACK_CLIENT : installAgain };
}

const installAgain =
  'Somebody who may install apps there has to install it again, at /slack/install of the bot. What is set up there stays as it is, and what was due is posted then.';
