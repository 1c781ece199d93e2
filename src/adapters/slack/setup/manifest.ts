import type { AppsManifestCreateArguments } from '@slack/web-api';
import type { Subject } from '../../../core/bank.ts';
import type { ScopeExtra } from '../connection/scopes.ts';
import { scopesWith } from '../connection/scopes.ts';
import { lookUpShortcut } from '../inbound/listeners.ts';

/** An app's manifest of version 2; https://docs.slack.dev/reference/app-manifest */
export type Manifest = AppsManifestCreateArguments['manifest'];

export type ManifestOptions = {
  /** Over HTTP, `url` is the address at which Slack reaches the bot (`https://bot.example`). */
  readonly mode: { readonly kind: 'socket' } | { readonly kind: 'http'; readonly url: string };
  /** What the bank is about: it names the app and its command. */
  readonly subject: Subject;
  /** Another name for the slash command than the bank's, with its slash, where that is taken. */
  readonly command?: string;
  readonly extras: readonly ScopeExtra[];
  /** The address of the bot at which workspaces install the app by themselves; left out where one alone has it. */
  readonly installsAt?: string;
};

/** Where Slack sends people back to, once they have let the app in. */
export const redirectPath = '/slack/oauth_redirect';

/** The path that Slack posts everything to. */
const path = '/slack/events';

const about = ({ name }: Subject): string =>
  [
    `Ask your ${name} questions in any channel and get the answer that an interviewer wants to hear.`,
    'Only you see it, until you share it. When the bot is not sure, it says so instead of guessing.',
    'Practise alone, and what you missed comes back before you forget it.',
    'A daily question and quiz competitions in threads keep a team in training.',
    'The bot reads no channel: it sees what is said to it, and nothing else.',
  ].join(' ');

/** The manifest for creating an app, at https://api.slack.com/apps, with no more rights than the bot needs. */
export function createManifest({
  mode,
  subject,
  command = `/${subject.command}`,
  extras,
  installsAt,
}: ManifestOptions): Manifest {
  const { name, title, examples } = subject;
  const requestUrl = mode.kind === 'http' ? new URL(path, mode.url).href : null;
  const url = requestUrl === null ? {} : { url: requestUrl };
  const request = requestUrl === null ? {} : { request_url: requestUrl };
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: title,
      description: `${title}: look-ups, practice, a daily question, quiz competitions.`,
      long_description: about(subject),
      background_color: '#b3341f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: subject.command, always_online: true },
      shortcuts: [
        {
          name: 'Look this up',
          type: 'message',
          callback_id: lookUpShortcut,
          description: `Look this message up among the ${name} questions`,
        },
      ],
      slash_commands: [
        {
          command,
          ...url,
          description: `Look up ${name} questions, or play`,
          usage_hint: examples[0]?.title ?? 'help',
          should_escape: true,
        },
      ],
    },
    oauth_config: {
      scopes: { bot: scopesWith(extras) },
      ...(installsAt === undefined ? {} : { redirect_urls: [new URL(redirectPath, installsAt).href] }),
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...request },
      // SLACK_BOT_TOKEN holds a single token that does not expire.
      org_deploy_enabled: installsAt !== undefined,
      socket_mode_enabled: mode.kind === 'socket',
      token_rotation_enabled: installsAt !== undefined,
    },
  };
}
