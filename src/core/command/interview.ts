import type { NamedTopic } from '../bank.ts';
import { interviewMinutes } from '../interview/interview.ts';
import type { Level, Topic } from '../question.ts';
import { levels } from '../question.ts';
import { stopWords } from './quiz.ts';
import { idsOf, isLevel, isShort, isTopic, type Mistake, mistake, quoted, wordsOf } from './words.ts';

/** What somebody wants to be asked; whatever is missing gets its default. */
export type InterviewWish = { readonly minutes?: number; readonly topics: readonly Topic[]; readonly level?: Level };

export type InterviewCommand =
  | { readonly kind: 'interview'; readonly action: 'start'; readonly wish: InterviewWish }
  | { readonly kind: 'interview'; readonly action: 'stop' };

/** Words around what is wanted, which say nothing. */
const fillers: readonly string[] = ['start', 'on', 'with', 'and', 'me', 'question', 'questions', 'for'];

function exampleOf(topics: readonly NamedTopic[]): string {
  return ['interview 15', ...idsOf(topics).slice(0, 1), 'easy'].join(' ');
}

/**
 * Parses what follows `interview`, in lower case: minutes, topics and a level in any order, or `stop`. Unknown words make it a
 * look-up, unless there is only one, alone or beside what is understood.
 */
export function parseInterview(
  typed: readonly string[],
  topics: readonly NamedTopic[],
): InterviewCommand | Mistake | null {
  const joined = typed.join(' ').replaceAll(',', ' ');
  const words = wordsOf(joined.replace(/(\d) ?(?:m|mins?|minutes?)(?=\s|$)/g, '$1'));
  if (words.length === 1 && ['stop', ...stopWords].includes(words[0] ?? '')) {
    return { kind: 'interview', action: 'stop' };
  }
  const minutes = words.flatMap((word) => (/^-?\d+$/.test(word) ? [Number(word)] : []));
  const chosen = words.filter((word) => isTopic(word, topics));
  const said = [...new Set(words.filter(isLevel))];
  const [unknown, ...others] = words.filter(
    (word) => !/^-?\d+$/.test(word) && !isTopic(word, topics) && !isLevel(word) && !fillers.includes(word),
  );
  if (unknown !== undefined) {
    const understood = minutes.length + chosen.length + said.length;
    if (others.length > 0 || !isShort(words) || (understood === 0 && words.length > 1)) return null;
    const choice = [...idsOf(topics), ...levels].join(', ');
    const wrong = `${quoted(unknown)} is neither a topic nor a level; there are ${choice}.`;
    return mistake('interview', wrong, exampleOf(topics));
  }
  if (minutes.length > 1 || said.length > 1) {
    return mistake('interview', 'An interview has one number of minutes and one level.', exampleOf(topics));
  }
  const [[time], [level]] = [minutes, said];
  const wish = {
    ...(time === undefined ? {} : { minutes: time }),
    topics: [...new Set(chosen)],
    ...(level === undefined ? {} : { level }),
  };
  return toInterviewStart(wish, topics);
}

/** The command to begin such an interview; a mistake if the minutes are out of bounds. */
export function toInterviewStart(wish: InterviewWish, topics: readonly NamedTopic[]): InterviewCommand | Mistake {
  const { least, most } = interviewMinutes;
  const { minutes = least } = wish;
  if (Number.isInteger(minutes) && minutes >= least && minutes <= most) {
    return { kind: 'interview', action: 'start', wish };
  }
  return mistake('interview', `An interview has ${least} to ${most} minutes, not ${minutes}.`, exampleOf(topics));
}
