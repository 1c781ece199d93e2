import type { Subject } from '../../core/bank.ts';
import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { idsOf } from '../../core/command/words.ts';
import { questionAction } from './answer.ts';
import { counted } from './numbers.ts';

type HelpedWith = {
  readonly plays: boolean;
  readonly several?: boolean | undefined;
  readonly suggests?: boolean;
};

/**
 * What the bot can do, with examples that work, and a few questions to start with. `plays`: there are channels to play
 * in; `several`: there are other banks; `suggests`: questions can be suggested.
 */
export function helpCard(
  subject: Subject,
  count: number,
  { plays, several = false, suggests = false }: HelpedWith,
): Card {
  const { name, title, examples } = subject;
  const [topic = ''] = idsOf(subject.topics);
  return {
    title,
    body: [
      paragraph(`I know ${counted(count, `${name} question`)}, each with its answer. Ask in your own words:`),
      {
        kind: 'list',
        ordered: false,
        items: [
          ...examples.slice(0, 2).map((question) => example(question.title)),
          example(`random ${topic} easy`, 'a random question; topic and level if you like'),
          example('topics', 'what there is'),
          ...(several ? [example('bank', 'which question bank is used here, and which others there are')] : []),
          example(
            `practice 5 ${topic}`,
            'practise alone: what you missed comes back, then what is new; all of it optional',
          ),
          example(
            'interview 15',
            'a mock interview of so many minutes: open questions, and a checklist of what a good answer says',
          ),
        ],
      },
      paragraph(
        'Under an answer you can open related questions, try a quiz question on it, and say whether it helped. ',
        'When I am not sure, I say so and offer the closest questions.',
      ),
      ...(plays ? playNodes(subject, suggests) : []),
      ...(examples.length > 0
        ? [{ kind: 'actions', actions: examples.map((question) => questionAction('show', question)) } as const]
        : []),
    ],
  };
}

const playNodes = ({ topics }: Subject, suggests: boolean): readonly CardNode[] => [
  paragraph('Only you see an answer until you share it. And there is more for a channel:'),
  {
    kind: 'list',
    ordered: false,
    items: [
      example('daily on 09:00 Europe/Berlin weekdays', 'a question every day, at that local time'),
      alternatives(
        ['daily status', 'daily now', 'daily skip', 'daily unskip', 'daily off'],
        'when the next one comes; one at once, for practice if today has one; leave one out; take that back; end it',
      ),
      example(`quiz 10 ${idsOf(topics)[0] ?? ''} 20s teams`, 'a quiz in a thread, here in teams'),
      example('quiz 5 fitting', 'one that fits who plays here: about 7 in 10 will be right'),
      alternatives(
        ['quiz pause', 'quiz resume', 'quiz skip', 'quiz stop'],
        'for its host, and for whoever manages the bot here',
      ),
      example('quiz results', 'who answered what in the last quiz that you started here, as a file for you alone'),
      alternatives(
        ['leaderboard month', 'leaderboard everywhere', 'leaderboard teams'],
        'who leads this month; in all channels; by teams',
      ),
      alternatives(
        ['season start Autumn 2026', 'season', 'season end'],
        'a board over several quizzes of this channel: begin it; see it; end it',
      ),
      example(
        'daily remind 20:00',
        'a direct message when you have not answered it yet; two freezes a month keep your streak',
      ),
      example('practice daily 08:00', 'what is due comes to you by direct message, five questions a day at most'),
      example('me', 'your own points and streak, what you have learned, and what is due'),
      alternatives(
        ['me anki', 'me export'],
        'take along the questions you answered, for Anki; all that I keep about you',
      ),
      ...(suggests ? [example('suggest', 'suggest a question for the bank')] : []),
      example('forget me', 'delete what I keep about you'),
    ],
  },
  muted('In Slack, mentioning me works too, also in threads.'),
  muted('In Slack and Discord, “Look this up” in the menu of a message answers what it asks.'),
];

function example(command: string, meaning?: string): Rich {
  return [hint(command), ...(meaning === undefined ? [] : rich(` – ${meaning}`))];
}

/** Commands with the same beginning, and what each is for, in the same order. */
function alternatives(commands: readonly string[], meanings: string): Rich {
  const hints = commands.flatMap((text, index): Rich => [...(index === 0 ? [] : rich(' · ')), hint(text)]);
  return [...hints, ...rich(` – ${meanings}`)];
}
