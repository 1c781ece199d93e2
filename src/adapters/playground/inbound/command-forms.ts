import type { CommandWithOptions } from '../../../core/command/options.ts';

/** A command to press rather than to type: as it is typed, and in words. */
export type Press = { readonly text: string; readonly label: string };

/** A command that is set up in a form. */
export type CommandForm = {
  readonly command: CommandWithOptions;
  /** What the button that opens it says, and its heading. */
  readonly title: string;
  /** What its own button says. */
  readonly send: string;
  /** What holds for options that are left out. */
  readonly note: string;
  /** Other things to do with what it sets up. */
  readonly also: readonly Press[];
};

/** By their names in addresses, in the order of the menu. */
export const commandForms: Readonly<Record<string, CommandForm>> = {
  quiz: {
    command: 'quiz',
    title: 'A quiz',
    send: 'Open the quiz',
    note: 'What you leave empty is as usual: all topics and levels, everybody alone, half a minute to join.',
    also: [
      { text: '/quiz pause', label: 'Pause the one that runs' },
      { text: '/quiz resume', label: 'Go on' },
      { text: '/quiz skip', label: 'Skip its question' },
      { text: '/quiz stop', label: 'Stop it' },
    ],
  },
  daily: {
    command: 'daily on',
    title: 'A daily question',
    send: 'Set it up',
    note: 'No day chosen means every day.',
    also: [
      { text: '/daily status', label: 'When is the next?' },
      { text: '/daily now', label: 'One now' },
      { text: '/daily skip', label: 'Leave the next out' },
      { text: '/daily unskip', label: 'Take that back' },
      { text: '/daily remind 20:00', label: 'Remind me at 20:00' },
      { text: '/daily off', label: 'No more of them' },
    ],
  },
  'practice-daily': {
    command: 'practice daily',
    title: 'Practice every day',
    send: 'Turn it on',
    note: 'What is due comes to you alone, as a message of the bot: five questions a day at most.',
    also: [
      { text: '/practice daily', label: 'When is the next?' },
      { text: '/practice daily off', label: 'No more of it' },
    ],
  },
  practice: {
    command: 'practice',
    title: 'Practice alone',
    send: 'Begin',
    note: 'No topic chosen means all of them, your weak ones first.',
    also: [{ text: '/practice stop', label: 'End the one that runs' }],
  },
  interview: {
    command: 'interview',
    title: 'A mock interview',
    send: 'Begin',
    note: 'No topic chosen means all of them.',
    also: [{ text: '/interview stop', label: 'End the one that runs' }],
  },
  random: {
    command: 'random',
    title: 'A random question',
    send: 'Show me one',
    note: '',
    also: [],
  },
  leaderboard: {
    command: 'leaderboard',
    title: 'Leaderboard',
    send: 'Show it',
    note: '',
    also: [{ text: '/me', label: 'My own record' }],
  },
};

/** What needs no form. */
export const plainCommands: readonly Press[] = [
  { text: '/topics', label: 'Topics' },
  { text: '/me', label: 'My record' },
  { text: '/suggest', label: 'Suggest a question' },
  { text: '/suggestions', label: 'Decide on suggestions' },
  { text: '/help', label: 'Help' },
];

/** Where there is more than one bank. */
export const bankCommand: Press = { text: '/bank', label: 'Question banks' };

/** The form with a name; null if there is none. */
export function formNamed(name: string): CommandForm | null {
  return Object.hasOwn(commandForms, name) ? (commandForms[name] ?? null) : null;
}
