import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Log } from '../../../app/ports.ts';
import type { Diagnosis } from '../../../app/upkeep/diagnosis.ts';
import { Fault } from '../../../core/fault.ts';
import { createBoltLogger } from '../connection/bolt-logger.ts';
import { identify } from '../connection/identity.ts';
import { extraScopes, neededScopes } from '../connection/scopes.ts';
import { toStartFault } from '../connection/start-fault.ts';
import { webClientOptions } from '../connection/web-client.ts';
import type { SlackConfig } from '../slack-config.ts';
import { diagnoseClient } from './doctor-installs.ts';

/** What each optional scope is for. */
const uses: Readonly<Record<keyof typeof extraScopes, string>> = {
  'read-back': 'after a crash the bot cannot look whether a message was posted, and leaves it out',
  pictures: 'podiums, boards and people’s progress are shown as text only',
  files: 'nobody can take along their questions for Anki, or their data, as a file',
  anywhere: 'the bot posts only in channels to which it was invited',
  names: 'quizzes and boards show people by the names of their accounts (jdoe42)',
  'time-zone': 'a daily question that is set up without a time zone asks for it',
};

/**
 * Checks the tokens and scopes of a Slack app without starting the bot. Never rejects; the result contains no token.
 */
export async function diagnoseSlack(
  { botToken, apiUrl, mode, installs }: SlackConfig,
  log: Log,
): Promise<readonly Diagnosis[]> {
  const logger = createBoltLogger(log);
  const diagnoses: Diagnosis[] = botToken === null ? [] : [...(await diagnoseToken(botToken, apiUrl, logger))];
  if (installs !== undefined) diagnoses.push(await diagnoseClient(installs, { apiUrl, logger }));
  if (mode.kind === 'http') {
    diagnoses.push({
      state: 'notice',
      what: 'Slack: whether the signing secret is right shows with the first request.',
      cure: 'Slack must reach this process at /slack/events; save the request URL in the app’s settings to have it checked.',
    });
    return diagnoses;
  }
  try {
    await new WebClient(mode.appToken, { ...webClientOptions(apiUrl), logger }).apps.connections.open();
    diagnoses.push({ state: 'good', what: 'Slack: Socket Mode can be opened.' });
  } catch (error) {
    const diagnosis = toDiagnosis(toStartFault(error, 'SLACK_APP_TOKEN'));
    // If Slack is unreachable, both tokens fail for the same reason; report it once.
    if (!diagnoses.some(({ what }) => what === diagnosis.what)) diagnoses.push(diagnosis);
  }
  return diagnoses;
}

async function diagnoseToken(token: string, apiUrl: string | undefined, logger: Logger): Promise<readonly Diagnosis[]> {
  try {
    const { team, scopes } = await identify(token, apiUrl, logger);
    const good: Diagnosis = {
      state: 'good',
      what: `Slack: the bot token is good (workspace ${team ?? 'of an organisation'}).`,
    };
    return [good, ...(scopes === null ? [] : diagnoseScopes(scopes))];
  } catch (error) {
    return [toDiagnosis(error)];
  }
}

function diagnoseScopes(scopes: readonly string[]): readonly Diagnosis[] {
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  const needed: Diagnosis =
    missing.length === 0
      ? { state: 'good', what: 'Slack: all needed scopes are granted.' }
      : {
          state: 'wrong',
          what: `Slack: the scopes ${missing.join(', ')} are missing.`,
          cure: 'Add them under OAuth & Permissions of your app, then reinstall it; `npm run slack:manifest` prints them all.',
        };
  const extras = Object.entries(extraScopes).flatMap(([name, wanted]): Diagnosis[] => {
    const absent = wanted.filter((scope) => !scopes.includes(scope));
    const use = uses[name as keyof typeof extraScopes];
    return absent.length === 0 ? [] : [{ state: 'notice', what: `Slack: without ${absent.join(', ')} ${use}.` }];
  });
  return [needed, ...extras];
}

function toDiagnosis(error: unknown): Diagnosis {
  const fault = error instanceof Fault ? error : toStartFault(error, 'SLACK_BOT_TOKEN');
  return { state: 'wrong', what: fault.message, cure: fault.hint };
}
