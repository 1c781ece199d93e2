import type { Card, CardFile } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted, grouped } from './numbers.ts';

type Rows = Readonly<Record<string, readonly object[]>>;

/** For somebody who does not govern the workspace or server. */
export function notGoverningCard(): Card {
  return {
    tone: 'notice',
    title: 'That is for those who run all of this place',
    body: [
      paragraph(
        'On Discord that is who may manage the server; in Slack whoever is named to the bot as its manager. Whoever runs the bot can do it for you. What is kept about you alone: ',
        hint('me export'),
        ', ',
        hint('forget me'),
        '.',
      ),
    ],
  };
}

/** The file, and how many rows are in it. */
export function scopeExportCard(file: CardFile, rows: number): Card {
  return {
    title: 'The data of this place',
    body: [
      paragraph(
        `${counted(rows, 'row')} as JSON: daily questions, quizzes, boards, streaks and settings, with names as they were shown here.`,
      ),
      muted(
        'What people learned, practised and flagged is theirs alone, and not in it: each of them gets it by ',
        hint('me export'),
        '.',
      ),
    ],
    file,
  };
}

/** It is more than a chat takes. */
export function scopeTooLargeCard(scope: string): Card {
  return {
    tone: 'notice',
    title: 'That is too much for a chat',
    body: [
      paragraph('Whoever runs the bot can give it to you: ', {
        kind: 'code',
        text: `npm run --silent db:export -- --scope ${scope}`,
      }),
    ],
  };
}

/** Asks before everything is deleted, with what that is. */
export function askToForgetScopeCard(rows: Rows): Card {
  const of = (...tables: readonly string[]) => tables.reduce((sum, table) => sum + (rows[table]?.length ?? 0), 0);
  const parts = [
    [of('daily_schedules'), 'daily question', 'daily questions'],
    [of('daily_answers', 'memory_answers'), 'answer', 'answers'],
    [of('quizzes'), 'quiz', 'quizzes'],
    [of('scores', 'team_scores'), 'row of boards', 'rows of boards'],
    [of('streaks'), 'streak', 'streaks'],
  ] as const;
  const items = parts.flatMap(([count, one, many]) =>
    count === 0 ? [] : [[{ kind: 'text', text: `${grouped(count)} ${count === 1 ? one : many}` } as const]],
  );
  return {
    tone: 'notice',
    title: 'Delete everything of this place?',
    body: [
      paragraph(
        'All that I keep for this workspace or server, of everybody in it, in all channels. It cannot be taken back.',
      ),
      ...(items.length === 0
        ? [paragraph('There is nothing yet.')]
        : [{ kind: 'list', ordered: false, items } as const]),
      paragraph(
        'Schedules end, a quiz that runs is gone. Messages in the chat stay. To keep a copy: ',
        hint('workspace export'),
        '.',
      ),
      {
        kind: 'actions',
        actions: [{ id: buttonId('scope', 'forget'), label: 'Delete everything', style: 'danger' }],
      },
    ],
  };
}

/** Everything is deleted. */
export function scopeForgottenCard(): Card {
  return {
    tone: 'good',
    title: 'Deleted',
    body: [
      paragraph(
        'Nothing is kept of this place any more. To begin anew: ',
        hint('daily on 09:00'),
        ' in a channel, or ',
        hint('quiz 5'),
        '.',
      ),
    ],
  };
}
