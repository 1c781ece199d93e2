import type { AppsManifestCreateArguments } from '@slack/web-api';
import type { Subject } from '../../../core/bank.ts';
import { lookUpShortcut } from '../inbound/listeners.ts';
import { profilesScope } from '../inbound/profiles.ts';
import { filesScope } from '../outbound/upload.ts';

/** An app's manifest of version 2; https://docs.slack.dev/reference/app-manifest */
export type Manifest = AppsManifestCreateArguments['manifest'];

/** Optional features and the scopes they need; docs/slack.md says what each is for. */
export const manifestExtras = ['read-back', 'pictures', 'files', 'anywhere', 'time-zone', 'names'] as const;

export type ManifestExtra = (typeof manifestExtras)[number];

export type ManifestOptions = {
  /** Over HTTP, `url` is the address at which Slack reaches the bot (`https://bot.example`). */
  readonly mode: { readonly kind: 'socket' } | { readonly kind: 'http'; readonly url: string };
  /** What the bank is about: it names the app and its command. */
  readonly subject: Subject;
  /** Another name for the slash command than the bank's, with its slash, where that is taken. */
  readonly command?: string;
  readonly extras: readonly ManifestExtra[];
};

type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number];

/** Scopes that the bot cannot work without; docs/slack.md gives the reason for each. */
export const neededScopes: readonly Scope[] = ['commands', 'chat:write', 'app_mentions:read', 'im:history'];

export const extraScopes: Readonly<Record<ManifestExtra, readonly Scope[]>> = {
  'read-back': ['channels:history', 'groups:history'],
  pictures: [filesScope],
  files: [filesScope],
  anywhere: ['chat:write.public'],
  'time-zone': [profilesScope],
  names: [profilesScope],
};

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
export function createManifest({ mode, subject, command = `/${subject.command}`, extras }: ManifestOptions): Manifest {
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
      scopes: { bot: [...new Set([...neededScopes, ...extras.flatMap((extra) => extraScopes[extra])])] },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...request },
      // SLACK_BOT_TOKEN holds a single token that does not expire.
      org_deploy_enabled: false,
      socket_mode_enabled: mode.kind === 'socket',
      token_rotation_enabled: false,
    },
  };
}
