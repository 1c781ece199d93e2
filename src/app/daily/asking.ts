import type { Card } from '../../core/card.ts';
import { askedAtOnce } from '../../core/daily/asked-at-once.ts';
import { freeKey } from '../../core/daily/post-key.ts';
import { localDate } from '../../core/schedule/local-date.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import { calendarZone } from '../boards/calendar.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { dailyNowCard } from '../views/daily-now.ts';
import { nothingToAskCard } from './filter.ts';
import { addDailyPost } from './posting.ts';
import { comingOf } from './upcoming.ts';

type Needs = {
  readonly bank: BankIndex;
  readonly rules: ZoneRules;
  readonly now: number;
  readonly random: () => number;
};

/** Two orders at the same moment want the same key; whoever comes second decides anew. */
const tries = 5;

/** Posts one question at once, beside the schedule: the one of today that counts if today has none, else for practice. */
export async function askOnDemand(unit: Unit, { channel, scope, user }: Caller, needs: Needs): Promise<Card> {
  const { bank, rules, now, random } = needs;
  const schedule = await unit.daily.schedule(channel);
  const zone = await calendarZone(unit, channel, rules);
  for (let attempt = 0; ; attempt += 1) {
    const counted = await unit.daily.countedPosts(channel);
    const kind = askedAtOnce({ now, zone, rules, coming: await comingOf(unit, schedule, rules, now), counted });
    const date = freeKey(localDate(now, zone, rules), kind.kind === 'practice', await unit.daily.spentDates(channel));
    const settings = { ...schedule?.settings, ping: null };
    const added = await addDailyPost(unit, bank, { channel, scope, date, settings, askedBy: user, now, random });
    if (added === 'empty') {
      return nothingToAskCard(bank, schedule?.settings ?? {});
    }
    if (added === 'added' || attempt === tries) return dailyNowCard(kind);
  }
}
