import type { NamedTopic } from '../bank.ts';
import type { Level, Topic } from '../question.ts';
import { levels } from '../question.ts';
import { fitting } from '../quiz/settings.ts';
import { type DailyPracticeCommand, parseDailyPractice } from './daily-practice.ts';
import { stopWords } from './quiz.ts';
import { idsOf, isLevel, isShort, isTopic, type Mistake, mistake, quoted, wordsOf } from './words.ts';

/** What somebody wants to practise; whatever is missing gets its default. */
export type PracticeWish = { readonly count?: number; readonly topics: readonly Topic[]; readonly level?: Level };

export type PracticeCommand =
  | DailyPracticeCommand
  | { readonly kind: 'practice'; readonly action: 'start'; readonly wish: PracticeWish }
  | { readonly kind: 'practice'; readonly action: 'stop' };

/** The bounds of the number of questions. */
export const practiceBounds = { least: 1, most: 50 } as const;

/** Words around what is wanted, which say nothing; practice always fits. */
const fillers: readonly string[] = [
  fitting,
  'start',
  'on',
  'with',
  'and',
  'question',
  'questions',
  'my',
  'weak',
  'topics',
];

function exampleOf(topics: readonly NamedTopic[]): string {
  return ['practice 5', ...idsOf(topics).slice(0, 1), 'easy'].join(' ');
}

/**
 * Parses what follows `practice`, in lower case: a number of questions, topics and a level in any order, or `stop`. Unknown
 * words make it a look-up, unless there is only one, alone or beside what is understood. What follows `practice daily` is
 * parsed apart.
 */
export function parsePractice(
  typed: readonly string[],
  topics: readonly NamedTopic[],
): PracticeCommand | Mistake | null {
  const daily = /^daily(?::(.*))?$/.exec(typed[0] ?? '');
  if (daily !== null) return parseDailyPractice([daily[1] ?? '', ...typed.slice(1)].filter(Boolean), topics);
  const words = wordsOf(typed.join(' ').replaceAll(',', ' '));
  if (words.length === 1 && ['stop', ...stopWords].includes(words[0] ?? ''))
    return { kind: 'practice', action: 'stop' };
  const counts = words.flatMap((word) => (/^-?\d+$/.test(word) ? [Number(word)] : []));
  const chosen = words.filter((word) => isTopic(word, topics));
  const said = [...new Set(words.filter(isLevel))];
  const [unknown, ...others] = words.filter(
    (word) => !/^-?\d+$/.test(word) && !isTopic(word, topics) && !isLevel(word) && !fillers.includes(word),
  );
  if (unknown !== undefined) {
    const understood = counts.length + chosen.length + said.length;
    if (others.length > 0 || !isShort(words) || (understood === 0 && words.length > 1)) return null;
    const choice = [...idsOf(topics), ...levels].join(', ');
    const wrong = `${quoted(unknown)} is neither a topic nor a level; there are ${choice}.`;
    return mistake('practice', wrong, exampleOf(topics));
  }
  if (counts.length > 1 || said.length > 1) {
    return mistake('practice', 'Practice has one number of questions and one level.', exampleOf(topics));
  }
  const [[count], [level]] = [counts, said];
  const wish = {
    ...(count === undefined ? {} : { count }),
    topics: [...new Set(chosen)],
    ...(level === undefined ? {} : { level }),
  };
  return toPracticeStart(wish, topics);
}

/** The command to begin such a practice; a mistake if the number of questions is out of bounds. */
export function toPracticeStart(wish: PracticeWish, topics: readonly NamedTopic[]): PracticeCommand | Mistake {
  const { least, most } = practiceBounds;
  const { count = least } = wish;
  if (Number.isInteger(count) && count >= least && count <= most) return { kind: 'practice', action: 'start', wish };
  return mistake('practice', `Practice has ${least} to ${most} questions, not ${count}.`, exampleOf(topics));
}
