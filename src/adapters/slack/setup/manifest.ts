import type { AppsManifestCreateArguments } from '@slack/web-api';
import { lookUpShortcut } from '../inbound/listeners.ts';
import { ownZoneScope } from '../inbound/own-zone.ts';

/** An app's manifest of version 2; https://docs.slack.dev/reference/app-manifest */
export type Manifest = AppsManifestCreateArguments['manifest'];

/** Optional features and the scopes they need; docs/slack.md says what each is for. */
export const manifestExtras = ['read-back', 'pictures', 'anywhere', 'time-zone'] as const;

export type ManifestExtra = (typeof manifestExtras)[number];

export type ManifestOptions = {
  /** Over HTTP, `url` is the address at which Slack reaches the bot (`https://bot.example`). */
  readonly mode: { readonly kind: 'socket' } | { readonly kind: 'http'; readonly url: string };
  /** The slash command: `/pytorch`, or another if that name is taken. */
  readonly command: string;
  readonly extras: readonly ManifestExtra[];
};

type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number];

/** Scopes that the bot cannot work without; docs/slack.md gives the reason for each. */
export const neededScopes: readonly Scope[] = ['commands', 'chat:write', 'app_mentions:read', 'im:history'];

export const extraScopes: Readonly<Record<ManifestExtra, readonly Scope[]>> = {
  'read-back': ['channels:history', 'groups:history'],
  pictures: ['files:write'],
  anywhere: ['chat:write.public'],
  'time-zone': [ownZoneScope],
};

/** The path that Slack posts everything to. */
const path = '/slack/events';

const about = [
  'Ask about PyTorch in any channel and get the answer that an interviewer wants to hear, with code that was really run.',
  'Only you see it, until you share it. When the bot is not sure, it says so instead of guessing.',
  'A daily question and quiz competitions in threads keep a team in training.',
  'The bot reads no channel: it sees what is said to it, and nothing else.',
].join(' ');

/** The manifest for creating an app, at https://api.slack.com/apps, with no more rights than the bot needs. */
export function createManifest({ mode, command, extras }: ManifestOptions): Manifest {
  const requestUrl = mode.kind === 'http' ? new URL(path, mode.url).href : null;
  const url = requestUrl === null ? {} : { url: requestUrl };
  const request = requestUrl === null ? {} : { request_url: requestUrl };
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'PyTorch interview',
      description: 'PyTorch interview questions: look-ups, a daily question, quiz competitions.',
      long_description: about,
      background_color: '#b3341f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'pytorch', always_online: true },
      shortcuts: [
        {
          name: 'Look this up',
          type: 'message',
          callback_id: lookUpShortcut,
          description: 'Look up what this message asks about PyTorch',
        },
      ],
      slash_commands: [
        {
          command,
          ...url,
          description: 'Look up a PyTorch interview question, or play',
          usage_hint: 'what is stride',
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...neededScopes, ...extras.flatMap((extra) => extraScopes[extra])] } },
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
