import { dailyPoints } from '../../src/core/daily/points.ts';
import type { Snapshot } from './database.ts';
import type { History } from './history.ts';
import { toldBy } from './history.ts';
import type { Site } from './site.ts';
import type { Sums } from './sums.ts';

/** A daily question that was due: the channel's key and the local date. */
export type Due = { readonly channel: string; readonly date: string };

export type DailyCount = {
  readonly posted: number;
  readonly missing: readonly Due[];
  readonly doubled: readonly Due[];
};

/** How often each daily question that was due stands on its platform. */
export function countDaily(sites: readonly Site[], dues: readonly Due[]): DailyCount {
  const marks = new Map(
    sites.map((site) => {
      const counts = new Map<string, number>();
      for (const { mark } of site.channels().flatMap(site.messages)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
      return [site.platform, { site, counts }] as const;
    }),
  );
  const times = dues.map((due) => {
    const found = marks.get(due.channel.startsWith('slack:') ? 'slack' : 'discord');
    return found?.counts.get(found.site.mark(`daily:${due.channel}:${due.date}`)) ?? 0;
  });
  return {
    posted: times.filter((count) => count > 0).length,
    missing: dues.filter((_, place) => times[place] === 0),
    doubled: dues.filter((_, place) => (times[place] ?? 0) > 1),
  };
}

/** Each date that was due is there once, nothing besides (I4); what people were told is there, once (I1, I2, I6). */
export function checkDaily(
  sites: readonly Site[],
  dues: readonly Due[],
  history: History,
  snapshot: Snapshot,
): readonly string[] {
  const { missing, doubled } = countDaily(sites, dues);
  const wanted = new Set(dues.map(({ channel, date }) => `${channel} ${date}`));
  const extra = snapshot.dailyPosts.filter(({ channel, date }) => !wanted.has(`${channel} ${date}`));
  return [
    ...missing.map(({ channel, date }) => `I4: ${channel} has no question of ${date}`),
    ...doubled.map(({ channel, date }) => `I4: ${channel} has more than one question of ${date}`),
    ...extra.map(({ channel, date }) => `I4: ${channel} has a question of ${date}, which was not due`),
    ...checkSchedules(history, snapshot),
    ...checkDailyAnswers(history, snapshot),
  ];
}

function checkSchedules({ schedules }: History, snapshot: Snapshot): readonly string[] {
  const on = new Set(snapshot.schedules.filter((row) => row.is_on === 1).map(({ channel }) => channel));
  return [...schedules].flatMap((channel) => (on.has(channel) ? [] : [`I1: ${channel} has lost its daily question`]));
}

function checkDailyAnswers(history: History, { dailyAnswers, dailyTallies }: Snapshot): readonly string[] {
  const rows = new Map(dailyAnswers.map((row) => [`${row.channel} ${row.date} ${row.user_key}`, row]));
  const told = history.presses.flatMap((press) => {
    const [verb, date] = press.question.split(':');
    const answer = toldBy(press);
    if (verb !== 'daily' || answer.kind !== 'kept') return [];
    const key = `${press.site.channelKey(press.channel)} ${date} ${press.site.userKey(press.user)}`;
    const kept = rows.get(key)?.choice;
    return kept === answer.choice ? [] : [`I1: ${key} was told ${answer.choice}, there is ${kept ?? 'nothing'}`];
  });
  const counted = new Map<string, number>();
  for (const { channel, date, choice } of dailyAnswers) {
    const key = `${channel} ${date} ${choice}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const tallies = dailyTallies.flatMap(({ channel, date, choice, answers }) => {
    const right = counted.get(`${channel} ${date} ${choice}`) ?? 0;
    return right === answers ? [] : [`I6: ${channel} ${date} counts ${answers} of ${choice} instead of ${right}`];
  });
  return [...(rows.size === dailyAnswers.length ? [] : ['I2: somebody has answered a day twice']), ...told, ...tallies];
}

/** What the daily questions have brought to everybody, reckoned anew from their answers. */
export function addDailySums(sums: Sums, { dailyAnswers }: Snapshot): void {
  for (const { channel, user_key: user, correct } of dailyAnswers) {
    const scope = channel.split(':').slice(0, 2).join(':');
    sums.add([channel, scope], user, { points: dailyPoints(correct === 1), answered: 1, correct });
  }
}
