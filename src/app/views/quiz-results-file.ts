import type { Card, CardFile } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import type { Person } from '../../core/quiz/state.ts';
import { counted } from './numbers.ts';

/** For how many days after its end a quiz's results are given. */
export const resultsDays = 30;

/** The answers of a quiz, for its host. `url`: where the same can be downloaded; null where there is no page. */
export function resultsFileCard(file: CardFile, players: number, url: string | null): Card {
  return {
    title: 'The results of your quiz',
    body: [
      paragraph(
        `Every answer of ${counted(players, 'player')}, with its time and points, for a spreadsheet. `,
        `Only you get this, as its host, for ${resultsDays} days after the end.`,
      ),
      ...(url === null ? [] : [paragraph({ kind: 'link', text: `Download ${file.name}`, url })]),
    ],
    file,
  };
}

/** For anybody else: what everybody did is not everybody's to see. */
export function resultsNotYoursCard({ user, name }: Person): Card {
  const host = user === '' ? 'its host' : ({ kind: 'person', user, text: name } as const);
  return {
    tone: 'notice',
    body: [
      paragraph(
        'Who chose what is for the host of the quiz alone, and here that was ',
        host,
        '. ',
        'Your own part is under “Review my mistakes”.',
      ),
    ],
  };
}

/** Why there are none: the quiz goes on, ended too long ago, or nobody knows of one. */
export function noResultsCard(why: 'running' | 'old' | 'none'): Card {
  const words = {
    running: 'The quiz goes on. Its results come as a file once it is over.',
    old: `The quiz ended more than ${resultsDays} days ago, and results are given no longer than that.`,
    none: `You have hosted no quiz here in the last ${resultsDays} days. Whoever started one gets its results.`,
  } as const;
  return { tone: 'notice', body: [paragraph(words[why])] };
}
