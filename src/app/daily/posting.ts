import type { AskedItem } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { withoutButtons } from '../../core/choices.ts';
import type { AskedIds } from '../../core/daily/pick.ts';
import { pickDaily } from '../../core/daily/pick.ts';
import { isPractice } from '../../core/daily/post-key.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { drawOrder } from '../../core/permutation.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import type { BankIndex } from '../bank-index.ts';
import type { DailyPost } from '../store/daily.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { dailyDiscussionCard, dailyName, dailyPostCard, dailyRevealCard, dailyWithdrawnCard } from '../views/daily.ts';
import { dayOf } from '../views/dates.ts';

/** An open post is closed at the latest after this long, in ms. */
export const openFor = 24 * 60 * 60_000;

const streaksAsked = 3;

/** Kinds of timers of the daily question. */
export const dailyTimers = {
  due: 'daily',
  posted: 'daily-posted',
  close: 'daily-close',
  waiting: 'daily-waiting',
} as const;

export type Wanted = {
  readonly channel: string;
  readonly scope: string;
  /** The key of the day, see `DailyPost`. */
  readonly date: string;
  readonly settings: Pick<DailySettings, 'topic' | 'level' | 'ping'>;
  /** Who asked for it at once, and hears of it when it cannot be posted; null for one of the schedule. */
  readonly askedBy: string | null;
  readonly now: number;
  /** Chance in [0, 1) that nobody can foretell: channel and date are known to all, and say nothing of the letters. */
  readonly random: () => number;
};

/**
 * Chooses the day's item and puts its post into the outbox. `known`: that date has one already, and nothing changes;
 * `empty`: the bank has no item for the filter.
 */
export async function addDailyPost(unit: Unit, bank: BankIndex, wanted: Wanted): Promise<'added' | 'known' | 'empty'> {
  const { channel, scope, date, settings, askedBy, now, random } = wanted;
  const pool = bank
    .items(settings.topic === undefined ? [] : [settings.topic], settings.level ?? null)
    .map((entry) => ({ question: entry.question.id, item: entry.item.id, entry }));
  const picked = pickDaily({ pool, history: await historyOf(unit, bank, channel), seed: channel });
  if (picked === null) return 'empty';
  const asked = picked.entry;
  const post: DailyPost = {
    channel,
    date,
    question: asked.question.id,
    asked: asked.hash,
    order: drawOrder(random),
    outgoing: `daily:${channel}:${date}`,
    state: 'posting',
    since: now,
  };
  if (!(await unit.daily.addPost(post))) return 'known';
  const outgoing: Outgoing = {
    ...aboutPost(post, scope, now),
    id: post.outgoing,
    errand: { kind: 'post', card: dailyPostCard({ post, ...asked }, 0, bank.subject()), ping: settings.ping },
    expires: now + dailyGrace,
    follow: { kind: dailyTimers.posted, payload: { channel, scope, date, askedBy } },
  };
  await unit.outbox.put(outgoing, now);
  return 'added';
}

/** What was asked in a channel, oldest first, each by the item of the present bank that it is. */
async function historyOf(unit: Unit, bank: BankIndex, channel: string): Promise<readonly AskedIds[]> {
  const history = await unit.daily.history(channel);
  const items = await bank.allAsked(
    unit,
    history.flatMap(({ asked }) => asked ?? []),
  );
  return history.map(({ question, asked }) => {
    const snapshot = asked === null ? undefined : items.get(asked);
    const present = asked === null || snapshot === undefined ? undefined : bank.present(asked, snapshot);
    return { question, item: present?.item.id ?? null };
  });
}

/**
 * Opens a thread for discussion under a post, with a first message: where threads need no making, there would be none to
 * see.
 */
export async function openDailyThread(unit: Unit, post: DailyPost, scope: string, now: number): Promise<void> {
  const errand = { kind: 'thread', root: post.outgoing, name: `${dailyName(post.date)}, ${dayOf(post.date)}` } as const;
  const about = { ...aboutPost(post, scope, now), follow: null };
  await unit.outbox.put({ ...about, id: `${post.outgoing}:thread`, errand, expires: null }, now);
  await unit.outbox.put(
    {
      ...about,
      id: `${post.outgoing}:discuss`,
      thread: post.outgoing,
      errand: { kind: 'post', card: dailyDiscussionCard(), ping: null },
      expires: now + dailyGrace,
    },
    now,
  );
}

/** Closes a post: nobody can answer any more, and the message shows the answer, if that is known. */
export async function closeDailyPost(
  unit: Unit,
  bank: BankIndex,
  post: DailyPost,
  scope: string,
  now: number,
): Promise<void> {
  const asked = post.asked === null ? undefined : await bank.asked(unit, post.asked);
  await unit.daily.setPostState(post.channel, post.date, asked === undefined ? 'withdrawn' : 'closed');
  await unit.timers.disarm(closeTimerKey(post));
  await unit.outbox.withdraw(`${post.outgoing}:count`);
  const card = asked === undefined ? dailyWithdrawnCard(post.date) : await revealOf(unit, post, asked);
  const errand = { kind: 'edit', target: post.outgoing, card, left: withoutButtons(card) } as const;
  const outgoing = {
    ...aboutPost(post, scope, now),
    id: `${post.outgoing}:reveal`,
    errand,
    expires: null,
    follow: null,
  };
  await unit.outbox.put(outgoing, now);
}

async function revealOf(unit: Unit, post: DailyPost, asked: AskedItem): Promise<Card> {
  const [counts, answers, streaks] = [
    await unit.daily.tally(post.channel, post.date),
    await unit.daily.answers(post.channel, post.date),
    isPractice(post.date) ? [] : await unit.daily.longestStreaks(post.channel, streaksAsked),
  ];
  return dailyRevealCard({ post, ...asked }, counts, answers, streaks);
}

/** Shows in the message how many have answered, at most every so often (ms). */
export async function showCount(
  unit: Unit,
  bank: BankIndex,
  post: DailyPost,
  scope: string,
  asked: AskedItem,
  now: number,
): Promise<void> {
  const counts = await unit.daily.tally(post.channel, post.date);
  const answered = counts.reduce((sum, count) => sum + count, 0);
  await unit.outbox.putLatest(
    {
      ...aboutPost(post, scope, now),
      id: `${post.outgoing}:count`,
      errand: {
        kind: 'edit',
        target: post.outgoing,
        card: dailyPostCard({ post, ...asked }, answered, bank.subjectOf(post.question)),
      },
      expires: null,
      follow: null,
    },
    now,
    countInterval,
  );
}

/** Each edit takes from the budget that a whole workspace shares. */
const countInterval = 15_000;

export function closeTimerKey({ channel, date }: Pick<DailyPost, 'channel' | 'date'>): string {
  return `daily-close:${channel}:${date}`;
}

function aboutPost(
  { channel, outgoing }: DailyPost,
  scope: string,
  now: number,
): Pick<Outgoing, 'lane' | 'scope' | 'channel' | 'user' | 'thread' | 'due' | 'pressed'> {
  return { lane: outgoing, scope, channel, user: null, thread: null, due: now, pressed: 'wait' };
}
