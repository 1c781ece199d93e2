import type { Application } from '../../../app/ports.ts';
import type { Subject } from '../../../core/bank.ts';
import { idsOf } from '../../../core/command/words.ts';
import type { Channel } from './channels.ts';
import { completeOptions } from './option-completion.ts';

/** A suggestion for the message box: its whole text, what is new of it where that is shown alone, and what it means. */
export type Suggestion = { readonly text: string; readonly label?: string; readonly hint: string };

/** Most that are shown at once. */
const shown = 8;

const commandsOf = ({ command, topics }: Subject): readonly Suggestion[] => [
  { text: `/${command} `, hint: 'Look a question up' },
  { text: '/practice', hint: 'Practise alone: what you missed comes back' },
  { text: '/quiz 5', hint: 'Start a quiz of five questions' },
  { text: '/quiz 5 10s teams', hint: 'In teams, ten seconds a question' },
  { text: '/daily now', hint: 'A daily question at once' },
  { text: '/leaderboard', hint: 'Who has the most points this week' },
  { text: '/me', hint: 'Your own record' },
  { text: '/topics', hint: 'What the bank covers' },
  { text: '/random', hint: 'A question by chance' },
  { text: '/help', hint: 'What the bot can do' },
  { text: '/daily on 09:00 ', hint: 'A question every day, in your time zone' },
  { text: '/daily status', hint: 'When the next one comes' },
  { text: '/daily skip', hint: 'Leave the next one out' },
  { text: '/daily unskip', hint: 'Take that back' },
  { text: '/daily remind 20:00 ', hint: 'A direct message when you have not answered it yet' },
  { text: '/daily remind off', hint: 'No more of those' },
  { text: '/daily off', hint: 'No more daily questions' },
  { text: '/quiz 5 fitting', hint: 'What 7 in 10 here will get right' },
  { text: '/quiz pause', hint: 'Pause the quiz' },
  { text: '/quiz resume', hint: 'Go on with it' },
  { text: '/quiz stop', hint: 'End the quiz' },
  { text: '/quiz results', hint: 'Who answered what, as a file for its host' },
  { text: '/leaderboard month', hint: 'Over this month' },
  { text: '/leaderboard all teams', hint: 'Teams of all time' },
  { text: '/season', hint: 'The board over several quizzes' },
  { text: '/season start ', hint: 'Begin one under a name' },
  { text: '/season end', hint: 'End it' },
  { text: `/random ${idsOf(topics)[0] ?? ''} easy`, hint: 'Of a topic and a level' },
  { text: `/practice 5 ${idsOf(topics)[0] ?? ''}`, hint: 'Five questions of a topic' },
  { text: '/practice daily 08:00 ', hint: 'What is due, every day in a direct message' },
  { text: '/practice daily', hint: 'When that comes' },
  { text: '/practice daily off', hint: 'No more of it' },
  { text: '/me anki', hint: 'The questions you answered, for Anki' },
  { text: '/me export', hint: 'All that is kept about you, as a file' },
  { text: '/forget me', hint: 'Delete everything about you' },
];

/** How the bank of a channel is seen and changed; nothing where there is only one. */
function banksOf(names: readonly string[]): readonly Suggestion[] {
  if (names.length === 1) return [];
  return [
    { text: '/bank', hint: 'Which question bank is used here' },
    ...names.map((name) => ({ text: `/bank use ${name}`, hint: 'Use this one here' })),
  ];
}

/** Suggestions for what has been typed so far: commands and their options, questions of the bank or time zones; best first. */
export function completeTyped(
  typed: string,
  { direct, key: channel }: Pick<Channel, 'direct' | 'key'>,
  application: Application,
): readonly Suggestion[] {
  const subject = application.subject(channel);
  const complete = (begun: string) => application.complete(begun, shown, channel);
  const zones = (begun: string) => application.completeTimeZone(begun, shown);
  const [, opening = '', place = ''] =
    /^(\/(?:practi[cs]e\s+daily|daily\s+remind)\s+.*\s)([A-Za-z_/]{2,})$/i.exec(typed) ?? [];
  if (place !== '') return zones(place).map((name) => ({ text: `${opening}${name} `, hint: 'time zone' }));
  const options = completeOptions(typed, { topics: subject.topics, zones });
  const [, before = '', name = '', begun = ''] = /^(([/@][\w-]+)\s+)(.*)$/.exec(typed) ?? [];
  const asks = [`/${subject.command}`, `@${subject.command}`, '@bot'].includes(name.toLowerCase());
  if (asks) return questions(before, begun, complete);
  if (typed.startsWith('/')) {
    const whole = [...commandsOf(subject), ...banksOf(application.banks())].filter(
      ({ text }) => text.startsWith(typed.toLowerCase()) && text.trim() !== typed.trim(),
    );
    return [...(options ?? []), ...whole].slice(0, shown);
  }
  return direct ? questions('', typed, complete) : [];
}

function questions(
  before: string,
  typed: string,
  complete: (begun: string) => readonly string[],
): readonly Suggestion[] {
  if (typed.trim() === '') return [];
  return complete(typed).map((title) => ({ text: `${before}${title}`, hint: '' }));
}
