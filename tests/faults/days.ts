import type { Due } from './daily-invariants.ts';
import type { Database } from './database.ts';
import type { History } from './history.ts';
import { isTold, within } from './players.ts';
import type { Seeded } from './rounds.ts';
import type { Asked, Site } from './site.ts';

/** A command that is not confirmed is given again after so many ms. */
const askedAgainAfter = 5000;

/** A channel with its people. */
export type Place = { readonly site: Site; readonly channel: string; readonly users: readonly string[] };

/** So far ahead (ms) the bot has armed what is not due today. */
const farAhead = 600_000;

/**
 * Days without waiting for them. The bot itself sets up each schedule, for 23:59 of the next days; then the instant of
 * the next post, and it alone, is moved to now. The bot posts for the date that it meant, and arms the date after that.
 */
export class Days {
  readonly dues: Due[] = [];
  readonly #places: readonly Place[];
  readonly #database: Database;
  readonly #history: History;

  constructor(places: readonly Place[], database: Database, history: History) {
    this.#places = places;
    this.#database = database;
    this.#history = history;
  }

  /** Turns the daily question on in every channel, by the command; asked again until it was confirmed. */
  async setUp(): Promise<void> {
    const confirmed = (asked: Asked) =>
      within(askedAgainAfter, () => (/UTC/.test(asked.words() ?? '') ? true : undefined));
    await Promise.all(
      this.#places.map(async ({ site, channel, users: [user = ''] }) => {
        while ((await confirmed(site.dailyOn(user, channel, '23:59'))) === undefined);
        this.#history.schedules.add(site.channelKey(channel));
      }),
    );
  }

  /** Brings the next day of every channel that waits for one to somewhere in the next `spread` ms; tells how many. */
  async comeOn(spread: number, chance: Seeded): Promise<number> {
    const rows = await this.#database.read(
      `select s.channel, s.next_date from daily_schedules s join timers t on t.key = 'daily:' || s.channel
        where s.is_on = 1 and t.owner is null and t.due > ${Date.now() + farAhead}`,
    );
    const moves = rows.flatMap(({ channel, next_date: date }) => {
      const at = Math.round(Date.now() + chance.between(-500, spread));
      const due = { channel: String(channel), date: String(date) };
      this.dues.push(due);
      return [
        ['update daily_schedules set next_at = ? where channel = ?', at, due.channel] as const,
        ['update timers set due = ?, next_at = ? where key = ?', at, at, `daily:${due.channel}`] as const,
      ];
    });
    await this.#database.write(moves);
    return rows.length;
  }

  /** People answer what stands open, each once with patience; ends when `isOver`. */
  async answer(chance: Seeded, isOver: () => boolean): Promise<void> {
    const answered = new Set<string>();
    const live = async ({ site, channel, users }: Place) => {
      while (!isOver()) {
        await within(chance.between(200, 1500), () => undefined);
        const user = chance.pick(users);
        const post = site.messages(channel).findLast(({ buttons }) => buttons.some((id) => id.startsWith('daily:')));
        if (post === undefined || answered.has(`${post.id} ${user}`)) continue;
        if (await isTold(this.#history.press(site, user, post, chance.pick(post.buttons))))
          answered.add(`${post.id} ${user}`);
      }
    };
    await Promise.all(this.#places.map(live));
  }
}

/** So many channels of each platform, each with some people. */
export function placesOn(sites: readonly (readonly [Site, number])[], people = 3): readonly Place[] {
  return sites.flatMap(([site, count]) =>
    Array.from({ length: count }, (_, place) => {
      const number = String(place + 1).padStart(2, '0');
      const person = (no: number) => (site.platform === 'slack' ? `U${number}${no}` : `1000000000000${number}${no}`);
      return {
        site,
        channel: site.platform === 'slack' ? `C${number}` : `8000000000000${number}`,
        users: Array.from({ length: people }, (_each, no) => person(no)),
      };
    }),
  );
}
