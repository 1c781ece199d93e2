import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { Fault } from '../../../core/fault.ts';

type Variable = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Where to find each token, and what it must be able to do. */
export const cures = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions of your app at https://api.slack.com/apps into SLACK_BOT_TOKEN; install the app to the workspace first.',
  SLACK_APP_TOKEN:
    'Make an App-Level Token (xapp-…) with the scope connections:write under Basic Information of your app at https://api.slack.com/apps, put it into SLACK_APP_TOKEN, and turn Socket Mode on.',
  SLACK_CLIENT:
    'Copy Client ID and Client Secret from Basic Information of your app at https://api.slack.com/apps into SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.',
} as const;

/**
 * Slack's own failures, which another token would not fix; https://docs.slack.dev/reference/methods/auth.test#errors
 */
const troubles = ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'];

/** Converts a failed first call to Slack to a Fault that names the variable and how to fix it; never the token. */
export function toStartFault(error: unknown, variable: Variable): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof WebAPIPlatformError && !troubles.includes(error.data.error)) {
    return new Fault('slack-token', `Slack refused ${variable}: ${error.data.error}.`, cures[variable], error);
  }
  if (error instanceof WebAPIRateLimitedError) {
    return new Fault(
      'slack-busy',
      'Slack limits the rate of connections.',
      `Start again in ${error.retryAfter} s.`,
      error,
    );
  }
  const hint = 'Check the network and proxy of this machine, SLACK_API_URL if it is set, and https://slack-status.com.';
  return new Fault('slack-unreachable', `Slack ${whatHappened(error)}.`, hint, error);
}

function whatHappened(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return `is in trouble (${error.data.error})`;
  return error instanceof WebAPIHTTPError ? `answered with HTTP ${error.statusCode}` : 'could not be reached';
}

/** For a token that Slack accepts, but of the wrong kind. */
export function wrongToken(variable: Variable, what: string): Fault {
  return new Fault('slack-token', `${variable} is ${what}.`, cures[variable]);
}
