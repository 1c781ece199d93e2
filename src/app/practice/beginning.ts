import type { PracticeWish } from '../../core/command/practice.ts';
import { newcomer } from '../../core/memory/rating.ts';
import { pickPractice } from '../../core/practice/pick.ts';
import type { PracticeItem, PracticeRequest, PracticeSession } from '../../core/practice/session.ts';
import type { Environment } from '../environment.ts';
import type { PracticeUnits } from './practice-memory.ts';
import { difficultiesOf } from './ratings.ts';

type Needs = Pick<Environment, 'bank' | 'clock' | 'random'>;

/** Questions of a practice of which nobody said how many. */
const usual = 10;

/** Latest answers that say which topics are weak; older ones are of somebody who knew less. */
const telling = 200;

/** What was wished for, with the defaults. */
export function requestOf({ count = usual, topics, level }: PracticeWish): PracticeRequest {
  return { count, topics, level: level ?? null };
}

/** True if the bank has anything that fits. */
export function isAnything({ topics, level }: PracticeRequest, { bank }: Pick<Needs, 'bank'>): boolean {
  return bank.items(topics, level).length > 0;
}

/** Begins a practice of what fits the person, in place of any before. */
export async function beginPractice(
  unit: PracticeUnits,
  user: string,
  request: PracticeRequest,
  needs: Needs,
): Promise<PracticeSession> {
  return begin(unit, user, request, await choosePractice(unit, user, request, needs), needs);
}

/** The questions of a practice of what fits the person; none where nothing is due and nothing else is wanted. */
export async function choosePractice(
  unit: PracticeUnits,
  user: string,
  request: PracticeRequest,
  needs: Needs,
): Promise<readonly PracticeItem[]> {
  const { bank, clock, random } = needs;
  const difficultyOf = await difficultiesOf(unit, bank);
  const [person = newcomer] = await unit.memory.strengths([user]);
  const pool = bank.items(request.topics, request.level).map((entry) => ({
    ...{ question: entry.question.id, item: entry.item.id, asked: entry.hash, topic: entry.question.topic },
    rating: difficultyOf(entry),
  }));
  const picked = pickPractice({
    pool,
    cards: await unit.memory.cards(user),
    recent: await unit.memory.recent(user, telling),
    person,
    count: request.count,
    conflicts: bank.conflicts(),
    now: clock.wall(),
    chance: random,
  });
  return request.only === undefined ? picked : picked.filter(({ why }) => why === request.only);
}

/** Begins a practice of these questions. */
export async function begin(
  unit: PracticeUnits,
  user: string,
  request: PracticeRequest,
  items: readonly PracticeItem[],
  { clock, random }: Pick<Needs, 'clock' | 'random'>,
): Promise<PracticeSession> {
  const id = Math.floor(random() * 36 ** 8).toString(36);
  const session = { id, request, items, answers: [], stopped: false, wish: null };
  await unit.practice.save(user, session, clock.wall());
  return session;
}
