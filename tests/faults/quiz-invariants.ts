import { resultOf } from '../../src/core/quiz/result.ts';
import { elapsedAt } from '../../src/core/quiz/round-clock.ts';
import { pointsOf } from '../../src/core/quiz/score.ts';
import type { ClosedRound, QuizState } from '../../src/core/quiz/state.ts';
import { timeLimit } from '../../src/core/quiz/state.ts';
import type { Snapshot } from './database.ts';
import type { History } from './history.ts';
import { toldBy } from './history.ts';
import type { Site } from './site.ts';
import type { Sums } from './sums.ts';

type Quiz = Snapshot['quizzes'][number];
type Row = Snapshot['quizAnswers'][number];

/** Every message of a quiz once and in its order, and a question closed before the next opens (I5). */
export function checkQuizMessages(sites: readonly Site[], { quizzes, outgoings }: Snapshot): readonly string[] {
  const sent = new Map(outgoings.map((outgoing) => [outgoing.id, outgoing]));
  return quizzes.flatMap(({ id, channel, state }) => {
    const site = sites.find((candidate) => channel.startsWith(`${candidate.platform}:`));
    const own = site?.messages(channel.split(':').at(-1) ?? '') ?? [];
    const marked = (key: string) => own.filter(({ mark }) => mark === site?.mark(key));
    const played = state.closed.some(({ kind }) => kind === 'played');
    const asked = state.closed.flatMap((closed, no) => (closed.kind === 'played' ? [no] : []));
    const keys = [
      `quiz:${id}:lobby`,
      ...asked.map((no) => `quiz:${id}:question:${no}`),
      ...(played ? [`quiz:${id}:result`] : []),
    ];
    const times = keys.map((key) => marked(key)[0]?.at ?? 0);
    return [
      ...keys.flatMap((key) => (marked(key).length === 1 ? [] : [`I5: ${key} was posted ${marked(key).length} times`])),
      ...times.flatMap((at, place) =>
        at < (times[place - 1] ?? 0) ? [`I5: ${keys[place]} came before ${keys[place - 1]}`] : [],
      ),
      ...asked.slice(1).flatMap((no) => {
        const reveal = sent.get(`quiz:${id}:reveal:${no - 1}`);
        const question = sent.get(`quiz:${id}:question:${no}`);
        const isClosed = reveal?.state === 'sent' && (reveal.ended_at ?? 0) <= (question?.ended_at ?? 0);
        return isClosed ? [] : [`I5: question ${no} of ${id} was asked before the answer before it was shown`];
      }),
    ];
  });
}

/** Posts that belong to nothing that the database knows (I4, I5). */
export function checkStrangers(sites: readonly Site[], { outgoings }: Snapshot): readonly string[] {
  return sites.flatMap((site) => {
    const known = new Set(outgoings.map(({ id }) => site.mark(id)));
    return site.channels().flatMap((channel) => {
      const marks = site.messages(channel).map(({ mark }) => mark);
      const twice = marks.filter((mark, place) => marks.indexOf(mark) < place);
      const strange = marks.filter((mark) => !known.has(mark));
      return [
        ...twice.map((mark) => `I4: ${mark} stands twice in ${channel}`),
        ...strange.map((mark) => `I4: ${mark} in ${channel} is nothing that was to be posted`),
      ];
    });
  });
}

/** What people were told about their answers against the rows, and the rows against the rules (I1, I2, I6). */
export function checkQuizAnswers(history: History, { quizzes, quizAnswers }: Snapshot): readonly string[] {
  const states = new Map(quizzes.map(({ id, state }) => [id, state]));
  const rows = new Map(quizAnswers.map((row) => [`${row.quiz}:${row.no}:${row.user_key}`, row]));
  const doubled = quizAnswers.length === rows.size ? [] : ['I2: somebody has two answers to one question'];
  const told = history.presses.flatMap((press) => {
    const [verb, quiz = '', no = ''] = press.question.split(':');
    const user = press.site.userKey(press.user);
    const answer = toldBy(press);
    const state = states.get(quiz);
    if (verb === 'join' && answer.kind === 'joined' && state?.players.every((player) => player.user !== user) !== false)
      return [`I1: ${user} was told to be in ${quiz} and is not`];
    if (verb !== 'pick') return [];
    const row = rows.get(`${quiz}:${no}:${user}`);
    if (answer.kind === 'kept' && row?.choice !== answer.choice)
      return [`I1: ${user} was promised ${answer.choice} for ${press.question}, there is ${row?.choice ?? 'nothing'}`];
    const closed = state?.closed[Number(no)];
    if (answer.kind === 'too-late' && state !== undefined && closed !== undefined && wasInTime(state, closed, press.at))
      return [`I1: ${user} was told to be too late for ${press.question}, ${press.at}, and was not`];
    return [];
  });
  return [...doubled, ...told, ...quizzes.flatMap((quiz) => checkRounds(quiz, quizAnswers))];
}

/** On the safe side: a click whose way took longer than the grace is not held against the bot. */
function wasInTime(state: QuizState, closed: ClosedRound, at: number): boolean {
  if (closed.kind === 'unposted' || (closed.limit !== null && at > closed.limit)) return false;
  return elapsedAt(closed.round, at) <= timeLimit(state) && at <= closed.until - 2000;
}

/** The state's answers are the rows in their order; each was made in time, and came in before the grace was over. */
function checkRounds({ id, state }: Quiz, all: readonly Row[]): readonly string[] {
  const mine = all.filter(({ quiz }) => quiz === id);
  const found = state.closed.flatMap((closed, no) => {
    const own = mine.filter((row) => row.no === no);
    if (closed.kind === 'unposted') return own.length === 0 ? [] : [`I6: ${id}:${no} has answers and was never out`];
    const { round, until } = closed;
    const kept = round.answers.map(({ user, choice }) => `${user} ${choice}`);
    const rows = own.map(({ user_key: user, choice }) => `${user} ${choice}`);
    const differ = kept.join('\n') === rows.join('\n') ? [] : [`I6: ${id}:${no} counts ${kept} of the rows ${rows}`];
    return [
      ...differ,
      ...round.answers.flatMap(({ user, ms }, place) => {
        const { at = 0, received = 0 } = own[place] ?? {};
        // An answer keeps the time that it was worth when it came, whatever breaks were given afterwards.
        const [least, most] = [elapsedAt(round, at), elapsedAt({ ...round, breaks: [] }, at)];
        const isRight = Math.max(0, least) <= ms && ms <= Math.max(0, most) && ms <= timeLimit(state);
        return isRight && received <= until ? [] : [`I6: ${user} in ${id}:${no} took ${ms}, of ${least} to ${most}`];
      }),
    ];
  });
  const beyond = mine.filter(({ no }) => no >= state.closed.length);
  return [...found, ...beyond.map(({ no }) => `I6: ${id}:${no} has an answer and was never closed`)];
}

/** What quizzes have brought to everybody, reckoned anew from their answers. */
export function addQuizSums(sums: Sums, { quizzes }: Snapshot): void {
  for (const { channel, scope, state } of quizzes) {
    state.closed.forEach((closed, no) => {
      const correct = state.questions[no]?.correct;
      if (closed.kind === 'unposted' || correct === undefined) return;
      for (const answer of closed.round.answers) {
        const points = pointsOf(state, answer, correct);
        const everywhere = state.players.length < 2 ? `${scope}:own` : scope;
        sums.add([channel, everywhere], answer.user, {
          points,
          answered: 1,
          correct: Number(answer.choice === correct),
        });
      }
    });
    const { players } = resultOf(state);
    const isWorthIt = players.length >= 2 && state.closed.some(({ kind }) => kind === 'played');
    for (const { user, rank, points } of isWorthIt ? players : []) {
      if (rank === 1 && points > 0) sums.add([channel, scope], user, { won: 1 });
    }
  }
}
