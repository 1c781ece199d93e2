import { itemKey } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { levelOf } from '../../core/question.ts';
import { openQuiz } from '../../core/quiz/open.ts';
import type { PoolItem } from '../../core/quiz/pick.ts';
import { pickItems } from '../../core/quiz/pick.ts';
import { createRandom } from '../../core/quiz/random.ts';
import { defaultSettings, fitting } from '../../core/quiz/settings.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { choices } from '../../core/quiz/state.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Unit } from '../store/store.ts';
import { quizRunsCard, tooFewCard } from '../views/quiz-notices.ts';
import type { MessageLinks } from './addresses.ts';
import { lobbyAddress } from './addresses.ts';
import { carryOut, lookAfter } from './effects.ts';
import { misfitsIn } from './fitting.ts';
import { replay } from './replay.ts';
import type { Requested } from './requested.ts';

type Needs = Omit<Environment, 'store'> & {
  readonly unit: Unit;
  /** Makes words that nobody can guess. */
  readonly token: () => string;
  readonly link: MessageLinks;
};

/** The quiz that was opened, or why none was, to tell the caller. */
type Opened = { readonly id: string; readonly state: QuizState } | { readonly id: null; readonly card: Card };

/**
 * Opens a quiz in the caller's channel, or says why there is none: one is running, or the bank has too few items. Where
 * nobody said how many, as many as there are will do.
 */
export async function open(requested: Requested, { caller }: Circumstances, needs: Needs): Promise<Opened> {
  const { unit, bank, clock, rules, random, token, link } = needs;
  const { channel, scope, user, name, thread, alone } = caller;
  const running = await unit.quizzes.liveIn(channel);
  if (running !== null) {
    // It may be gone with its thread, and would then hold the channel for nobody.
    const { state } = replay(running.state, await unit.quizzes.answers(running.id));
    await lookAfter({ unit, bank, quiz: { ...running, state }, wall: clock.wall(), rules });
    return { card: quizRunsCard(await lobbyAddress(running, unit, link), state), id: null };
  }
  const seed = Math.floor(random() * 2 ** 32);
  const lastAsked = await lastAskedIn(unit, bank, channel);
  const { count, topics, level } = requested.settings;
  const picked = pickItems({
    ...{ pool: poolOf(bank), lastAsked, conflicts: bank.conflicts(), seed },
    ...{ count, topics, fewer: requested.said.count === undefined },
    level: level === fitting ? null : level,
    misfits: level === fitting ? await misfitsIn(unit, bank, caller) : null,
  });
  if (picked.kind === 'too-few')
    return { card: tooFewCard(picked.available, requested.settings, requested.said, bank.subject()), id: null };
  const id = quizId(random);
  const opening = {
    id,
    channel,
    host: { user, name },
    ...(thread === 'whole' ? { inPlace: true as const } : {}),
    // Who gives people time to come waits for them, whoever is there now.
    ...(alone === true && requested.settings.lobbySeconds === defaultSettings.lobbySeconds ? { alone } : {}),
    page: token(),
    results: token(),
    settings: { ...requested.settings, count: picked.questions.length },
    questions: picked.questions,
    seed,
    now: clock.steady(),
  };
  const { state, effects } = openQuiz(opening);
  const quiz: StoredQuiz = { id, channel, scope, state, version: 1, live: true };
  const other = await unit.quizzes.open(quiz);
  if (other !== null) {
    const live = await unit.quizzes.lock(other);
    return {
      card: quizRunsCard(live === null ? null : await lobbyAddress(live, unit, link), live?.state ?? null),
      id: null,
    };
  }
  await carryOut(effects, { unit, bank, quiz, wall: clock.wall(), rules });
  return { id, state };
}

/** When each item of the present bank was last asked in a quiz of a channel, UTC ms. */
async function lastAskedIn(unit: Unit, bank: BankIndex, channel: string): Promise<ReadonlyMap<string, number>> {
  const all = await unit.quizzes.lastAsked(channel);
  const items = await bank.allAsked(
    unit,
    all.map(({ asked }) => asked),
  );
  return new Map(
    all.flatMap(({ asked, at }): [string, number][] => {
      const snapshot = items.get(asked);
      const present = snapshot === undefined ? undefined : bank.present(asked, snapshot);
      return present === undefined ? [] : [[itemKey(present.question.id, present.item.id), at]];
    }),
  );
}

function poolOf(bank: BankIndex): readonly PoolItem[] {
  return bank.items([], null).flatMap(({ question, item, hash }): PoolItem[] => {
    const correct = choices.find((choice) => item.options[choice]?.correct === true);
    if (correct === undefined) return [];
    const { id, topic } = question;
    return [{ question: id, item: item.id, asked: hash, correct, topic, level: levelOf(question, item) }];
  });
}

/** Twelve characters without meaning; short, since it travels in buttons. */
export function quizId(random: () => number): string {
  const chance = createRandom(Math.floor(random() * 2 ** 32));
  return Array.from({ length: 12 }, () => Math.floor(chance() * 36).toString(36)).join('');
}
