import { dueBy } from '../../core/memory/memory-card.ts';
import type { MissedDay } from '../../core/practice/daily-practice.ts';
import { dayBegan, dayEnds, dayRequest, hasPractised, putOff } from '../../core/practice/daily-practice.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import type { Environment } from '../environment.ts';
import { scopeOf } from '../person-keys.ts';
import { begin, choosePractice } from '../practice/beginning.ts';
import type { DailyPractice } from '../store/daily-practice.ts';
import { practiceTimers } from '../store/daily-practice.ts';
import type { Unit } from '../store/store.ts';
import { dayQuestionCard } from '../views/daily-practice-message.ts';
import { outgoingOf } from './arming.ts';

export type Needs = Omit<Environment, 'store'>;

/** So many days that were missed are told of by their dates at most; those before are told of no more. */
const mostTold = 31;

/** What follows when it was sent, or could not be: which message, and what it told of. */
export type AskedTimer = {
  readonly user: string;
  readonly date: string;
  readonly round: number;
  readonly missed: readonly MissedDay[];
};

/**
 * Puts a day's practice into the outbox: what is due, as a practice whose first question it asks. Gives what is then to be
 * saved; the same where nothing is due or the person has practised on that day. `round`: how often it was put off.
 */
export async function askDay(
  unit: Unit,
  practice: DailyPractice,
  { occurrence, round }: { readonly occurrence: Occurrence; readonly round: number },
  needs: Needs,
): Promise<DailyPractice> {
  const { user, settings, missed } = practice;
  const { bank, clock, rules } = needs;
  const now = clock.wall();
  if ((await unit.memory.due(user, dueBy(now), 1)).length === 0) return practice;
  const open = await unit.practice.reserve(user);
  if (hasPractised(open, await unit.practice.savedAt(user), dayBegan(occurrence, settings, rules))) return practice;
  const items = await choosePractice(unit, user, dayRequest, needs);
  const first = items[0] === undefined ? undefined : await bank.asked(unit, items[0].asked);
  if (first === undefined) return practice;
  const session = await begin(unit, user, dayRequest, items, needs);
  const { date, at } = occurrence;
  const asked = { date, at: now, round, state: 'asked', again: null } as const;
  const canPutOff = putOff(date, now, settings.zone, rules) !== null;
  const ends = round === 0 ? null : dayEnds(date, settings.zone, rules);
  const id = outgoingOf(user, asked);
  const payload: AskedTimer = { user, date, round, missed };
  const isNew = await unit.outbox.put(
    {
      ...{ id, lane: id, scope: scopeOf(user), channel: null, user, thread: null, due: now, pressed: 'wait' },
      errand: {
        kind: 'post',
        card: dayQuestionCard(session, first, bank.subject(), { asked, canPutOff, missed }),
        ping: null,
      },
      expires: Math.min(at + dailyGrace, ends ?? Number.MAX_SAFE_INTEGER),
      follow: { kind: practiceTimers.ended, payload },
    },
    now,
  );
  return isNew ? { ...practice, asked, missed: [] } : practice;
}

/** With the days that were missed, as far as anything was due then and the person had not practised by themselves. */
export async function withMissed(
  unit: Unit,
  practice: DailyPractice,
  occurrences: readonly Occurrence[],
  why: MissedDay['why'],
  { rules }: Pick<Needs, 'rules'>,
): Promise<DailyPractice> {
  const { user, settings } = practice;
  const saved = await unit.practice.savedAt(user);
  const session = await unit.practice.lock(user);
  const missed = [...practice.missed];
  for (const occurrence of occurrences) {
    const wasDue = (await unit.memory.due(user, dueBy(occurrence.at), 1)).length > 0;
    const isOwed = wasDue && !hasPractised(session, saved, dayBegan(occurrence, settings, rules));
    if (isOwed) missed.push({ date: occurrence.date, why });
  }
  return { ...practice, missed: missed.slice(-mostTold) };
}
