import type { AskedItem } from '../../core/asked-item.ts';
import { itemKey } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { withoutButtons } from '../../core/choices.ts';
import type { AwardEntry, Effect } from '../../core/quiz/effect.ts';
import { compareText } from '../../core/quiz/rank.ts';
import { resultOf } from '../../core/quiz/result.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { openQuestion, questionNo, roundOf } from '../../core/quiz/state.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import { countedBoards } from '../boards/counted-boards.ts';
import { answerOf, sources } from '../practice/answer-of.ts';
import type { Errand, Outgoing } from '../store/outbox.ts';
import { counted } from '../views/numbers.ts';
import { lobbyCard, overCard, quizName } from '../views/quiz-lobby.ts';
import { channelResultCard, resultCard } from '../views/quiz-result.ts';
import { closedCard, questionCard, revealCard } from '../views/quiz-round.ts';
import { saidCard } from '../views/quiz-said.ts';
import type { SentPart } from './names.ts';
import { outgoingIds, quizTimers, timerKey } from './names.ts';
import type { Outlet } from './outgoing.ts';
import { edit, put } from './outgoing.ts';
import { scoringOf } from './scoring.ts';
import { subjectOfQuiz } from './subject-of-quiz.ts';

/** Pauses between edits of one message that come again and again, in ms. */
const lobbyInterval = 2500;
const progressInterval = 4000;
const againInterval = 1500;

type Context = Outlet & { readonly bank: BankIndex; readonly rules: ZoneRules };

/** Writes down everything that a change of a quiz calls for, in the unit of the change itself. */
export async function carryOut(effects: readonly Effect[], context: Context): Promise<void> {
  for (const effect of effects) await carryOutOne(effect, context);
}

async function carryOutOne(effect: Effect, context: Context): Promise<void> {
  const { unit, quiz, bank } = context;
  const { id, state } = quiz;
  const subject = subjectOfQuiz(state, bank);
  switch (effect.kind) {
    case 'post-lobby':
      await put(
        context,
        outgoingIds.lobby(id),
        { kind: 'post', card: lobbyCard(state, subject), ping: null },
        { part: 'lobby' },
      );
      if (state.inPlace === true) return;
      return put(
        context,
        outgoingIds.thread(id),
        {
          kind: 'thread',
          root: outgoingIds.lobby(id),
          name: `${quizName(subject)} · ${counted(state.questions.length, 'question')}`,
        },
        { part: 'thread' },
      );
    case 'edit-lobby':
      return editLobby(context, { card: lobbyCard(state, subject) }, lobbyInterval);
    case 'post-question':
      return postQuestion(effect.no, context);
    case 'progress':
      return showProgress(effect.no, context);
    case 'reveal':
      return reveal(effect, context);
    case 'award':
      return award(effect.no, effect.entries, context);
    case 'arm':
      return unit.timers.arm({
        key: timerKey(id, effect.timer),
        kind: quizTimers.phase,
        clock: 'steady',
        due: effect.due,
        payload: { quiz: id, timer: effect.timer, no: effect.no },
      });
    case 'disarm':
      return unit.timers.disarm(timerKey(id, effect.timer));
    case 'say': {
      const post = { kind: 'post', card: saidCard(state, effect), ping: null } as const;
      return put(context, outgoingIds.say(id, quiz.version), post, { part: 'say', inThread: true });
    }
    case 'finish':
      return finish(effect.again, context);
  }
}

async function postQuestion(no: number, context: Context): Promise<void> {
  const { unit, quiz, wall } = context;
  const picked = quiz.state.questions[no];
  if (picked === undefined) return;
  const asked = await askedAs(no, context);
  const card = questionCard(quiz.state, no, asked?.item ?? null, 0);
  const post = { kind: 'post', card, ping: null } as const;
  await put(context, outgoingIds.question(quiz.id, no), post, { part: 'question', no, inThread: true, again: true });
  if (asked === undefined) return;
  const item = itemKey(picked.question, picked.item);
  await unit.quizzes.noteAsked(quiz.channel, { item, asked: picked.asked, at: wall });
}

/**
 * Shows once more what stands there now, where nothing else will be shown soon: so it is noticed when a quiz's card or
 * thread is gone. `quiz` is its present state.
 */
export async function lookAfter(context: Context): Promise<void> {
  const { state } = context.quiz;
  if (state.phase.kind === 'lobby') {
    const card = lobbyCard(state, subjectOfQuiz(state, context.bank));
    return editLobby(context, { card }, lobbyInterval, { part: 'anew' });
  }
  const no = questionNo(state);
  const open = openQuestion(state);
  if (open?.kind === 'posted') return showProgress(no, context, 'look');
  if (open === null && state.closed[no] !== undefined) return reveal({ no, again: true }, context);
}

/** The quiz's card in its channel, at most every so often (ms). */
function editLobby(
  context: Context,
  shown: { readonly card: Card; readonly left?: Card },
  interval: number,
  { pressed = 'wait', part }: { readonly pressed?: Outgoing['pressed']; readonly part?: SentPart } = {},
): Promise<void> {
  const { id } = context.quiz;
  const errand = { ...shown, target: outgoingIds.lobby(id) };
  return edit(context, outgoingIds.lobbyEdit(id), errand, interval, pressed, part);
}

/** Given up first when the platform has no room: nobody misses it. */
async function showProgress(no: number, context: Context, part?: SentPart): Promise<void> {
  const { id, state } = context.quiz;
  const asked = await askedAs(no, context);
  if (asked === undefined) return;
  const card = questionCard(state, no, asked.item, roundOf(state, no)?.answers.length ?? 0);
  const target = outgoingIds.question(id, no);
  // One that was covered has to come back, and at once: its time runs.
  const wasCovered = state.phase.kind !== 'paused' && (roundOf(state, no)?.breaks ?? []).length > 0;
  // A countdown that goes on in a pause misleads.
  const interval = wasCovered ? 0 : state.phase.kind === 'paused' ? againInterval : progressInterval;
  await edit(context, outgoingIds.progress(id, no), { target, card }, interval, wasCovered ? 'wait' : 'drop', part);
}

async function reveal(
  { no, again }: { readonly no: number; readonly again: boolean },
  context: Context,
): Promise<void> {
  const { unit, quiz } = context;
  const asked = await askedAs(no, context);
  const card = revealCard(quiz.state, no, asked?.item ?? null, quiz.state.questions[no]?.question ?? '');
  const shown = outgoingIds.reveal(quiz.id, no);
  await unit.outbox.withdraw(outgoingIds.progress(quiz.id, no));
  if (again) {
    // Wherever it is shown: in place of the question, or in a message of its own.
    const about = { target: shown, card };
    return edit(context, outgoingIds.revealAgain(quiz.id, no), about, againInterval, 'drop', 'look');
  }
  const left = closedCard(quiz.state, no, asked?.item ?? null);
  const errand: Errand = { kind: 'edit', target: outgoingIds.question(quiz.id, no), card, left };
  return put(context, shown, errand, { part: 'reveal', no, inThread: true, pressed: 'post' });
}

async function award(no: number, entries: readonly AwardEntry[], context: Context): Promise<void> {
  const { unit, quiz, wall } = context;
  const asked = await askedAs(no, context);
  const topic = asked?.question.topic;
  const { boards, topics } = countedBoards(quiz, quiz.state.players.length < 2);
  const scoring = await scoringOf(context);
  for (const { user, name, points, correct } of entries) {
    await scoring.add(boards, { user, name, points, answered: 1, correct: Number(correct), won: 0 });
    if (topic !== undefined) await unit.scores.addTopic(topics, user, topic, correct);
  }
  const picked = quiz.state.questions[no];
  if (asked === undefined || picked === undefined) return;
  // Only now, as the points: what comes up in somebody's practice must not tell who was right. In one order for all quizzes,
  // or two that close at once would wait for each other.
  for (const { user, correct } of entries.toSorted((one, other) => compareText(one.user, other.user))) {
    const source = sources.quiz(quiz.id, no);
    const given = { asked: picked.asked, choice: chosenBy(user, no, quiz.state), correct };
    await unit.memory.note({ ...answerOf(asked, given), user, source, at: wall });
  }
}

/** Which option somebody chose, by its place in the order of the bank. */
function chosenBy(user: string, no: number, state: QuizState): number | null {
  const place = roundOf(state, no)?.answers.find((answer) => answer.user === user)?.choice;
  return place === undefined ? null : (state.questions[no]?.order[place] ?? null);
}

async function finish(again: boolean, context: Context): Promise<void> {
  const { unit, quiz, bank } = context;
  const { id, state, channel, scope } = quiz;
  const subject = subjectOfQuiz(state, bank);
  const wasPlayed = state.closed.some(({ kind }) => kind === 'played');
  if (!wasPlayed) {
    const card = overCard(state, subject);
    return editLobby(context, { card, left: withoutButtons(card) }, 0);
  }
  const items = await bank.allAsked(
    unit,
    state.questions.map(({ asked }) => asked),
  );
  const titles = state.questions.map(({ question, asked }) => items.get(asked)?.question.title ?? question);
  const thread = resultCard(state, titles, state.inPlace === true ? subject : null);
  if (again) {
    const about = { target: outgoingIds.result(id), card: thread };
    return edit(context, outgoingIds.resultAgain(id), about, againInterval, 'wait');
  }
  const isGone = state.phase.kind === 'over' && state.phase.reason === 'gone';
  const post = { kind: 'post', card: thread, ping: null } as const;
  if (!isGone) await put(context, outgoingIds.result(id), post, { part: 'result', inThread: true });
  if (state.inPlace !== true) {
    const channelCard = channelResultCard(state, subject, !isGone);
    await put(context, outgoingIds.channelResult(id), { kind: 'post', card: channelCard, ping: null }, {});
  }
  // The result stands elsewhere; what this takes away are the old card's buttons.
  await editLobby(context, { card: lobbyCard(state, subject) }, 0, { pressed: 'last' });
  const { players, teams } = resultOf(state);
  const { periods, season, add } = await scoringOf(context);
  // To win one has to play against somebody.
  const winners = players.length < 2 ? [] : players.filter(({ rank, points }) => rank === 1 && points > 0);
  for (const { user, name } of winners) {
    await add([channel, scope], { user, name, points: 0, answered: 0, correct: 0, won: 1 });
  }
  if (season !== null) await unit.seasons.countQuiz(season.id);
  for (const team of teams.length < 2 ? [] : teams) {
    const won = team.rank === 1 && team.points > 0;
    await unit.scores.addTeam([channel, scope], periods, { team: team.name, won, points: team.points });
  }
}

/** What question `no` asks; undefined where nobody knows any more. */
async function askedAs(no: number, { unit, bank, quiz }: Context): Promise<AskedItem | undefined> {
  const picked = quiz.state.questions[no];
  return picked === undefined ? undefined : bank.asked(unit, picked.asked);
}
