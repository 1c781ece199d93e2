import type { Subject } from '../core/bank.ts';
import type { Listed, Listing } from './checklist.ts';
import { checked, met, owner, pageAt, pageChecks } from './checklist.ts';

type DiscordListed = Listed & {
  readonly subject: Subject;
  /** Known where the bot's token is. */
  readonly applicationId: string | null;
  /** Registered in one server only. */
  readonly oneServer: boolean;
};

/** See the channel, send, embed, files, threads: docs/discord.md says why each. */
const permissions = '309237763072';

/** Most characters of the description that an app's profile has. */
const longestDescription = 400;

const source =
  'Rules: https://docs.discord.com/developers/discovery/enabling-discovery and https://support-dev.discord.com/hc/en-us/articles/6378525413143, as copies of 2026 had them on 1 December 2026. The portal itself lists what is still missing under Discovery Status. They change: read them before you submit.';

/** What Discord's App Directory asks for. */
export function discordListing(listed: DiscordListed): Listing {
  const { subject, address, applicationId } = listed;
  const { name, title, command } = subject;
  const install = new URL('https://discord.com/oauth2/authorize');
  install.searchParams.set('client_id', applicationId ?? 'APPLICATION_ID');
  install.searchParams.set('scope', 'bot applications.commands');
  install.searchParams.set('permissions', permissions);
  return {
    platform: 'Discord App Directory',
    source,
    fields: [
      { name: 'Name', value: title },
      { name: 'Description', value: description(subject) },
      { name: 'Tags', value: `education, quiz, learning, ${name.toLowerCase()}, interview` },
      { name: 'Summary', value: `Learn ${name} together: look-ups, practice, daily questions, quizzes.` },
      { name: 'Detailed description', value: detailed(subject) },
      { name: 'Terms of service', value: pageAt(address, '/terms') },
      { name: 'Privacy policy', value: pageAt(address, '/privacy') },
      { name: 'Install link', value: install.href },
      { name: 'Command to show', value: `/${command}` },
    ],
    checks: [...discordChecks(listed), ...pageChecks(listed)],
  };
}

function description({ name, command }: Subject): string {
  const text = `Ask your ${name} questions with /${command}, practise alone, get one a day, and play quizzes in threads. Only you see an answer, until you share it. The bot reads no messages, and forgets you when you say so.`;
  return text.slice(0, longestDescription);
}

function detailed({ name, command }: Subject): string {
  return [
    `Type /${command} and a ${name} question in your own words: only you see the answer, until you share it. When the bot is not sure, it says so instead of guessing.`,
    'Practise alone, and what you missed comes back before you forget it. A daily question at your channel’s own local time keeps a group in training, and quizzes in threads, for players and teams, are timed by Discord’s own clock.',
    'It needs no privileged intent and reads no messages. /me export gives you your data, /forget-me deletes it.',
  ].join('\n\n');
}

function discordChecks({ applicationId, oneServer }: DiscordListed) {
  return [
    checked(
      !oneServer,
      'Its commands are registered everywhere.',
      'Leave DISCORD_GUILD_ID out, and run npm run discord:register.',
    ),
    checked(
      applicationId !== null,
      'The install link has the application’s own id.',
      'Set DISCORD_TOKEN, or put the id into the link by hand.',
    ),
    met('It works by application commands alone: no message content, no privileged intent.'),
    met('Its install link asks for the permissions that docs/discord.md gives a reason for, and for no others.'),
    met('Its name, commands and descriptions are safe for work.'),
    met('It writes to no channel until somebody sets something up there, and pings nobody.'),
    met('People export and delete their data by themselves; removing the bot deletes what belongs to the server.'),
    owner(
      'The application is verified: its team’s owner proves who they are (from 75 servers on; beyond 100 it has to be).',
    ),
    owner('Everybody in the team has two-factor authentication turned on.'),
    owner('A support server with Community enabled, set in the portal.'),
    owner('An icon, at least one picture or video, and the languages that you support.'),
    owner('“Enable Discovery” at the bottom of Discovery Status.'),
  ];
}
