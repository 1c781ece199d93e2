import type { Card, CardNode, Rich } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import type { Question, Topic } from '../../core/question.ts';
import { topics } from '../../core/question.ts';
import { questionAction } from './answer.ts';

/** What the bot can do, with examples that work, and a few questions to begin with. `plays`: there are channels to play in. */
export function helpCard(count: number, examples: readonly Question[], plays: boolean): Card {
  return {
    title: 'PyTorch interview questions',
    body: [
      paragraph(`I know ${count} interview questions on PyTorch, each with its answer. Ask in your own words:`),
      {
        kind: 'list',
        ordered: false,
        items: [
          example('what is stride'),
          example('torch.from_numpy() copy?'),
          example('random tensors easy', 'a question by chance, of a topic and a level if you like'),
          example('topics', 'what there is'),
        ],
      },
      muted('When I am not sure, I say so and offer the closest questions.'),
      ...(plays ? playNodes : []),
      ...(examples.length > 0
        ? [{ kind: 'actions', actions: examples.map((question) => questionAction('show', question)) } as const]
        : []),
    ],
  };
}

const playNodes: readonly CardNode[] = [
  paragraph('And play, alone or against each other:'),
  {
    kind: 'list',
    ordered: false,
    items: [
      example('daily on 09:00 Europe/Berlin weekdays', 'a question every day at the channel’s own time'),
      example('quiz 10 tensors 20s', 'a quiz in a thread; add teams to play in teams'),
      example('leaderboard month', 'who leads; here or everywhere'),
      example('me', 'your own points and weak topics'),
      example('forget me', 'deletes what is kept of you'),
    ],
  },
];

/** The topics of the bank and how many questions each has. */
export function topicsCard(questions: readonly Question[]): Card {
  const counts = new Map<Topic, number>();
  for (const { topic } of questions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const items = topics
    .filter((topic) => counts.has(topic))
    .map(
      (topic): Rich => [
        { kind: 'text', text: topic, bold: true },
        { kind: 'text', text: ` (${counts.get(topic)})` },
      ],
    );
  return {
    title: 'Topics',
    body: [
      { kind: 'list', ordered: false, items },
      muted('For one of them by chance: ', { kind: 'code', text: 'random tensors' }),
    ],
  };
}

function example(command: string, meaning?: string): Rich {
  return [{ kind: 'code', text: command }, ...(meaning === undefined ? [] : rich(` – ${meaning}`))];
}
