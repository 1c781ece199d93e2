import type { Subject } from '../core/bank.ts';
import type { Listed, Listing } from './checklist.ts';
import { checked, met, owner, pageAt, pageChecks } from './checklist.ts';

type SlackListed = Listed & {
  readonly subject: Subject;
  /** The long description of the manifest. */
  readonly about: string;
  readonly scopes: readonly string[];
  /** Events come over HTTP, not over Socket Mode. */
  readonly http: boolean;
  /** Workspaces install it by themselves. */
  readonly installs: boolean;
};

/** Why each scope that the bot may ask for is needed; the review asks for a reason a scope. */
const reasons: Readonly<Record<string, string>> = {
  commands: 'The slash command that looks things up, and the message shortcut “Look this up”.',
  'chat:write': 'To post what people share, daily questions and quizzes, and to answer mentions and direct messages.',
  'app_mentions:read': 'To answer when somebody mentions the app; it brings no other messages.',
  'im:history': 'To answer what is written to the app in its own conversation; it reads no other.',
  'channels:history': 'Only after a lost confirmation, to look whether its own post is there before posting it again.',
  'groups:history': 'The same in private channels that the app was invited to.',
  'files:write': 'Podium and leaderboard as a picture, and what people take along as a file, to themselves alone.',
  'chat:write.public': 'To post in public channels where somebody set a daily question up, without being invited.',
  'users:read':
    'The time zone of whoever sets a daily question up, and display names on boards; nothing is kept of it.',
};

const source =
  'Rules: https://docs.slack.dev/slack-marketplace/slack-marketplace-app-guidelines-and-requirements and …/slack-marketplace-review-guide, as copies of 2026 had them on 1 December 2026. They change: read them before you submit.';

/** What the Slack Marketplace asks for. */
export function slackListing(listed: SlackListed): Listing {
  const { subject, about, scopes, address, contact } = listed;
  const email =
    contact?.includes('@') === true && !contact.startsWith('http') ? contact : '(set CONTACT to an address)';
  return {
    platform: 'Slack Marketplace',
    source,
    fields: [
      { name: 'App name', value: subject.title },
      {
        name: 'Short description',
        value: `Learn ${subject.name} together: look-ups, practice, daily questions, quizzes.`,
      },
      { name: 'Long description', value: about },
      { name: 'Installation landing page', value: pageAt(address, '/about') },
      { name: 'Support page', value: pageAt(address, '/support') },
      { name: 'Support email', value: email },
      { name: 'Privacy policy', value: pageAt(address, '/privacy') },
      { name: 'Terms', value: pageAt(address, '/terms') },
      { name: 'Why each scope', value: scopes.map((scope) => `${scope}: ${reasons[scope] ?? ''}`).join('\n') },
      {
        name: 'How to test',
        value: [
          `1. /${subject.command} help – what there is, with examples.`,
          `2. /${subject.command} ${subject.examples[0]?.title ?? 'topics'} – an answer that only you see; press Share.`,
          `3. /${subject.command} quiz 3 15s – a quiz in a thread; press Join, then Start now.`,
          `4. /${subject.command} daily now – one daily question; /${subject.command} daily off ends a daily one.`,
          `5. /${subject.command} me export and /${subject.command} forget me – your data, and its deletion.`,
        ].join('\n'),
      },
    ],
    checks: [...slackChecks(listed), ...pageChecks(listed)],
  };
}

function slackChecks({ scopes, http, installs }: SlackListed) {
  const histories = scopes.filter((scope) => /^(channels|groups|mpim):history$/.test(scope));
  return [
    checked(
      http,
      'Events come over HTTP, signed, and every signature is checked.',
      'Socket Mode cannot be listed: use --mode http --url https://….',
    ),
    checked(
      histories.length === 0,
      'No scope needs the enhanced review that reading channels brings.',
      `Leave ${histories.join(', ')} out (--with read-back): the bot works without.`,
    ),
    checked(
      installs,
      'Workspaces install it by themselves, with the state checked and tokens that are renewed.',
      'Add --oauth https://bot.example, the address under which browsers reach the bot; docs/slack.md.',
    ),
    met(
      'It asks for no scope that it works without, and says in the answer which right is missing where one is needed.',
    ),
    met('The slash command answers help, and flags and 👎 give feedback.'),
    met(
      'It writes to no channel until somebody sets something up there, notifies nobody by default, and calls no @channel or @here by itself.',
    ),
    met(
      'It sends direct messages only to who installed it or asked for them, or has to know that something they set up has ended.',
    ),
    met('No names of private channels or people are shown where they do not belong.'),
    met('It explains itself on its Home tab, with its version and links to support and privacy.'),
    met('People export and delete their data by themselves; removing the app deletes what belongs to the workspace.'),
    met('Tokens, secrets and texts of people are never logged.'),
    owner('At least 10 active workspaces (used within the last 28 days) when you submit, and during the review.'),
    owner('An icon, screenshots, perhaps a video, categories, pricing and languages.'),
    owner('A second collaborator of the app, and a workspace in which reviewers can test everything.'),
    owner('Its use for work: apps made for fun are refused.'),
    owner('Answering what people write to the support address, and what reviewers ask.'),
  ];
}
