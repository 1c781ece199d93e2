import type { ServerResponse } from 'node:http';
import type { Installation, Logger } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import type { Application, Log } from '../../../app/ports.ts';
import type { Subject } from '../../../core/bank.ts';
import type { Listener } from '../../../ops/http-server.ts';
import { InstallProvider } from '../connection/bolt.ts';
import type { Directory } from '../connection/directory.ts';
import { identify } from '../connection/identity.ts';
import type { Installations } from '../connection/installations.ts';
import type { Installed } from '../connection/installed.ts';
import { webClientOptions } from '../connection/web-client.ts';
import type { InstallsConfig } from '../slack-config.ts';
import type { InstallFailure, InstallPage } from './install-pages.ts';
import { beginPage, donePage, failurePage } from './install-pages.ts';
import { redirectPath } from './manifest.ts';

/** Where somebody begins to install the app. */
export const installPath = '/slack/install';

/** No scripts, nothing from elsewhere, in no frame; the address holds a code that buys a token. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

type Options = {
  readonly config: InstallsConfig;
  readonly apiUrl: string | undefined;
  readonly installations: Installations;
  readonly directory: Pick<Directory<unknown>, 'forget'>;
  readonly subject: () => Subject;
  readonly welcome: Application['welcome'];
  /** UTC ms by the bot's clock. */
  readonly now: () => number;
  readonly logger: Logger;
  readonly log: Log;
};

/** The pages by which a workspace or organisation installs the app, by their paths; Bolt's own installer does the work. */
export function createInstallRoutes(options: Options): Readonly<Record<string, Listener>> {
  const { config, apiUrl, subject, logger, log } = options;
  const store = createStoreInstallation(options);
  const provider = new InstallProvider({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    stateSecret: config.stateSecret,
    installUrlOptions: { scopes: [...config.scopes] },
    installationStore: { storeInstallation: store, fetchInstallation: refuse, deleteInstallation: refuse },
    renderHtmlForInstallPath: (address) => beginPage(subject(), address).html,
    // A code buys one token: a request whose answer was lost is not repeated.
    clientOptions: { ...webClientOptions(apiUrl), retryConfig: { retries: 0 } },
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    // Anybody can call these pages with anything: what is worth a line is said here.
    logger: { ...logger, error: logger.info, warn: logger.info },
  });
  const failed = (error: unknown) => log.error({ err: error }, 'A page of the installation failed.');

  const begin: Listener = (request, response) => {
    if (!isRead(request.method, response)) return;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    provider.handleInstallPath(request, response).catch((error: unknown) => {
      failed(error);
      if (!response.headersSent) answer(response, failurePage('failed', installPath));
    });
  };

  const end: Listener = (request, response) => {
    if (!isRead(request.method, response)) return;
    const callbacks = {
      success: (installation: Installation) => answer(response, donePage(subject(), placeOf(installation))),
      failure: (error: unknown) => {
        const failure = failureOf(error);
        if (failure === 'refused' || failure === 'failed')
          log.warn({ reason: reasonOf(error) }, 'An installation failed.');
        answer(response, failurePage(failure, installPath));
      },
    };
    provider.handleCallback(request, response, callbacks).catch(failed);
  };

  return { [installPath]: begin, [redirectPath]: end };
}

/** Keeps what Slack has granted; rejects as the store does, and if the token is not that of a bot. */
function createStoreInstallation({ apiUrl, installations, directory, welcome, now, logger, log }: Options) {
  return async ({ bot, team, enterprise, isEnterpriseInstall, user }: Installation): Promise<void> => {
    if (bot === undefined) throw new Error('Slack granted no token of a bot.');
    const identity = await identify(bot.token, apiUrl, logger);
    const id = isEnterpriseInstall === true ? enterprise?.id : team?.id;
    if (id === undefined || (identity.team ?? identity.organisation) !== id)
      throw new Error('Slack named another workspace than that of the token.');
    const installed: Installed = {
      token: bot.token,
      refreshToken: bot.refreshToken ?? null,
      // Bolt reckons by the clock of the machine, to the second; the bot by its own.
      expires: bot.expiresAt === undefined ? null : Math.round(now() + bot.expiresAt * 1000 - Date.now()),
      identity: { ...identity, scopes: bot.scopes },
    };
    const scope = `slack:${id}`;
    await installations.put(scope, installed);
    directory.forget(scope);
    log.info({ scope, scopes: bot.scopes }, 'The app was installed.');
    await welcome(scope, `${scope}:${user.id}`).catch((error: unknown) =>
      log.warn({ err: error }, 'Nobody was welcomed.'),
    );
  };
}

/** The installer is asked for nothing: tokens are read and renewed elsewhere. */
async function refuse(): Promise<never> {
  throw new Error('Installations are read elsewhere.');
}

function placeOf({ team, enterprise, isEnterpriseInstall, appId, enterpriseUrl }: Installation) {
  const isOrganisation = isEnterpriseInstall === true;
  const place = (isOrganisation ? enterprise?.name : team?.name) ?? 'your workspace';
  const manage = `${enterpriseUrl}manage/organization/apps/profile/${appId}/workspaces/add`;
  const address =
    isOrganisation && enterpriseUrl !== undefined ? manage : `https://app.slack.com/client/${team?.id ?? ''}`;
  return { place, isOrganisation, address };
}

function failureOf(error: unknown): InstallFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'slack_oauth_installer_authorization_error') return 'cancelled';
  if (/^slack_oauth_(missing|invalid)_/.test(code)) return 'strange';
  const isSlacks = [WebAPIPlatformError, WebAPIHTTPError, WebAPIRequestError].some((kind) => error instanceof kind);
  return isSlacks ? 'refused' : 'failed';
}

/** Without the request, which holds the app's secret. */
function reasonOf(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : String(error).slice(0, 200);
}

function isRead(method: string | undefined, response: ServerResponse): boolean {
  if (method === 'GET') return true;
  response.writeHead(405, { allow: 'GET', 'content-length': 0 }).end();
  return false;
}

function answer(response: ServerResponse, { status, html }: InstallPage): void {
  response.writeHead(status, headers).end(html);
}
