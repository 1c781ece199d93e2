import type { Caller } from '../../../src/app/ports.ts';
import type { DailyPost } from '../../../src/app/store/daily.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { until as untilSo } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

export const channel = 'sim:S:C';
export const hour = 3_600_000;
export const day = 24 * hour;
export const instant = (text: string) => Date.parse(text);

/** The bot at a time that stands still until it is set. */
export function openAt(time: string): Promise<House> {
  return openHouse(standingClock(Date.parse(time)));
}

export function until<Value>(house: House, look: () => Value | Promise<Value>): Promise<Value> {
  return untilSo(() => {
    house.bot.wake();
    return look();
  });
}

/** Waits until a question stands in its channel, open for answers or, as said, in another state. */
export function stands(house: House, key: string, state: DailyPost['state'] = 'open', where = channel): Promise<Card> {
  return until(house, async () => {
    const post = await house.store.transact((unit) => unit.daily.post(where, key));
    if (post?.state !== state) throw new Error(`${key} is ${post?.state ?? 'not there'}.`);
    return cardOf(house, key, where) ?? { body: [] };
  });
}

export function cardOf(house: House, key: string, where = channel): Card | undefined {
  return house.platform.in(where).find((message) => message.key === `daily:${where}:${key}`)?.card;
}

/** The keys of all questions that stand in a channel, in their order. */
export function keysIn(house: House, where = channel): readonly string[] {
  const posts = house.platform.in(where).filter(({ key }) => key.startsWith('daily:'));
  return posts.map(({ key }) => key.split(':').at(-1) ?? '');
}

/** What a channel is told of changes of its daily question, oldest first. */
export function linesIn(house: House, where = channel): readonly string[] {
  const lines = house.platform.in(where).filter(({ key }) => key.startsWith('daily-told:'));
  return lines.map(({ card }) => wordsOf(card).trim());
}

/** Somebody presses the right option of a question. */
export async function answerRight(house: House, key: string, who: Partial<Caller> = {}): Promise<Card> {
  const where = who.channel ?? channel;
  const place = await house.store.transact(async (unit) => {
    const post = await unit.daily.post(where, key);
    const asked = (await unit.items.find([post?.asked ?? ''])).get(post?.asked ?? '');
    return post?.order.findIndex((index) => asked?.item.options[index]?.correct === true) ?? -1;
  });
  return (await house.press(`daily:${key}:${place}`, who)).card;
}

export function buttonOf(card: Card | undefined, label: string): string {
  return buttonsOf(card ?? { body: [] }).find((action) => action.label === label)?.id ?? '';
}

/** All that a board has over all time: name and points. */
export async function boardOf(house: House, board: string): Promise<readonly (readonly [string, number])[]> {
  const rows = await house.store.transact((unit) => unit.scores.page(board, 'all', 0, 50));
  return rows.map(({ name, points }) => [name, points] as const);
}

/** Sets the clock and waits until everything that is due then has been done. */
export async function at(house: House, time: string | number): Promise<void> {
  house.clock.set(typeof time === 'string' ? instant(time) : time);
  await house.settled();
}

/** The questions in the channel, without what it is told of changes. */
export const posts = (house: House) => house.platform.questionsIn(channel);
export const dayOf = (card: Card) => card.title?.split(' · ')[1];
export const option = (card: Card, place: number) => buttonsOf(card)[place]?.id ?? '';

/** The place of the right option, found by asking as a person nobody knows. */
export async function rightPlace(house: House, card: Card): Promise<number> {
  const reply = await house.press(option(card, 0), { user: 'sim:S:probe', name: 'Probe' });
  if (reply.card.title === 'Right') return 0;
  const line = wordsOf(reply.card).match(/The right answer is ([A-D])/)?.[1] ?? 'A';
  return 'ABCD'.indexOf(line);
}
