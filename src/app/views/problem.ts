import type { Card } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { Mistake } from '../../core/command/words.ts';
import type { Command } from '../../core/command.ts';

/** For a button of a question that was removed since, or of another version of the bot. */
export function staleCard(): Card {
  return {
    tone: 'notice',
    title: 'That button is out of date',
    body: [paragraph('What it belonged to is over, or no longer in the question bank. Ask again for a fresh one.')],
  };
}

/** For a failure of ours: not the person's fault, and what to do next. */
export function failureCard(): Card {
  return {
    tone: 'bad',
    title: 'That went wrong',
    body: [paragraph('Something failed on my side, and it has been noted. Please try again in a moment.')],
  };
}

/** For a filter that no question of the bank matches; an empty one means the whole bank. */
export function emptyFilterCard(wanted: string): Card {
  return {
    tone: 'notice',
    title: 'No such question',
    body: [
      paragraph(
        wanted === '' ? 'The bank has no question for that. ' : `The bank has no question for “${wanted}”. `,
        hint('topics'),
        ' shows what there is.',
      ),
    ],
  };
}

/** For a command that needs a channel or a memory, where there is none (a terminal). */
export function unavailableCard({ kind }: Pick<Command, 'kind'>): Card {
  const needs = {
    export: 'Here I remember nobody, so there is nothing to take along. ',
    me: 'Here I remember nobody, so there are no points, streaks or weak topics to tell. ',
    'forget-me': 'Here I remember nobody, so there is nothing to forget. ',
    leaderboard: 'Here I remember nobody, so there is no leaderboard. ',
    suggest: 'Here I keep nothing, so nobody would get to see what you suggest. ',
    suggestions: 'Here I keep nothing, so there are no suggestions. ',
  };
  const why = isNeedy(kind, needs) ? needs[kind] : 'That needs a channel. ';
  return {
    tone: 'notice',
    title: 'Not here',
    body: [
      paragraph(
        `${why}It works in Slack, on Discord and on the page that `,
        { kind: 'code', text: 'npm start' },
        ' serves.',
      ),
    ],
  };
}

function isNeedy<Needs extends object>(kind: string, needs: Needs): kind is string & keyof Needs {
  return Object.hasOwn(needs, kind);
}

/** For a command that was carried out and reached the bot a second time. */
export function repeatedCard(): Card {
  return { body: [paragraph('That has been done already.')] };
}

/** For what was already shown to everybody from the same message. */
export function sharedBeforeCard(): Card {
  return {
    tone: 'notice',
    body: [paragraph('You have shared this one already. To share it once more, ask again, and share the new answer.')],
  };
}

/** For a sub-command with a mistake in it: what is wrong, and how to write it. */
export function mistakeCard({ reason, example }: Pick<Mistake, 'reason' | 'example'>): Card {
  return {
    tone: 'notice',
    title: 'I did not get that',
    body: [paragraph(reason), paragraph('For example: ', hint(example))],
  };
}
