import type { Interview, InterviewRequest } from '../../core/interview/interview.ts';
import { isRight, isTimeUp } from '../../core/interview/interview.ts';
import { nextQuestion } from '../../core/interview/next-question.ts';
import type { Environment } from '../environment.ts';
import { sources } from '../practice/answer-of.ts';
import type { InterviewUnits } from './interview-memory.ts';

export type Needs = Pick<Environment, 'bank' | 'clock' | 'random'>;

/**
 * Under which item memory keeps an answer in one's own words: the open question is one more item of its question, which no bank
 * can have. So it has a difficulty of its own, and none of the others learns from it.
 */
const openItem = '(open)';

/** Begins an interview with its first question, in place of any before; null where no question fits. */
export async function beginInterview(
  unit: InterviewUnits,
  user: string,
  request: InterviewRequest,
  needs: Needs,
): Promise<Interview | null> {
  const { clock, random } = needs;
  const id = Math.floor(random() * 36 ** 8).toString(36);
  const now = clock.wall();
  const blank = { id, request, began: now, questions: [], ended: false, wish: null };
  const begun = withNext(blank, needs);
  if (begun === null) return null;
  await unit.interviews.save(user, begun, now);
  return begun;
}

/**
 * Goes on from question `no`, whose ticks then stand and count for memory: to the next question, or to the end where the time is
 * up or all have been asked. The very same where that was done already.
 */
export async function goOn(
  unit: InterviewUnits,
  interview: Interview,
  no: number,
  user: string,
  needs: Needs,
): Promise<Interview> {
  const now = needs.clock.wall();
  if (interview.ended || no !== interview.questions.length - 1) return interview;
  if (interview.questions[no]?.revealed !== true) return interview;
  const next = isTimeUp(interview, now) ? null : withNext(interview, needs);
  if (next === null) return endInterview(unit, interview, user, needs);
  await remember(unit, interview, user, now);
  await unit.interviews.save(user, next, now);
  return next;
}

/** Ends an interview where it is. */
export async function endInterview(
  unit: InterviewUnits,
  interview: Interview,
  user: string,
  { clock }: Pick<Needs, 'clock'>,
): Promise<Interview> {
  if (interview.ended) return interview;
  const now = clock.wall();
  await remember(unit, interview, user, now);
  const ended = { ...interview, ended: true, wish: null };
  await unit.interviews.save(user, ended, now);
  return ended;
}

/** What the last question came to, once its answer was shown: it comes back as what was answered anywhere else does. */
async function remember(
  { memory }: InterviewUnits,
  { id, questions }: Interview,
  user: string,
  at: number,
): Promise<void> {
  const no = questions.length - 1;
  const last = questions[no];
  if (last?.revealed !== true) return;
  const { question, topic, level } = last;
  const nobodyKnows = { asked: null, choice: null };
  const source = sources.interview(id, no);
  await memory.note({
    ...nobodyKnows,
    user,
    source,
    question,
    item: openItem,
    topic,
    level,
    correct: isRight(last),
    at,
  });
}

function withNext(interview: Interview, { bank, random }: Needs): Interview | null {
  const { topics, level } = interview.request;
  const pool = bank.open(topics, level).map(({ id, topic, related = [] }) => ({ id, topic, related }));
  const next = nextQuestion(pool, interview.questions, random);
  const question = next === null ? undefined : bank.question(next.id);
  if (next === null || question?.points === undefined) return null;
  const { id, title, topic, level: own, points } = question;
  const asked = {
    question: id,
    title,
    topic,
    level: own,
    points,
    followUp: next.followUp,
    revealed: false,
    ticked: [],
  };
  return { ...interview, questions: [...interview.questions, asked], wish: null };
}
