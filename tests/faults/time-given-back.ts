import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { patience } from '../patience.ts';
import { until } from '../until.ts';
import { openGround } from './ground.ts';
import { toldBy } from './history.ts';
import { rest, violations } from './invariants.ts';
import { isTold, within } from './players.ts';
import { rounds } from './rounds.ts';
import type { Site, SiteMessage } from './site.ts';

/**
 * Time to answer, in seconds; how much of it has gone when the bot is killed, and how long it stays dead, in ms. Both ends
 * of the time are far from the kill, and by the clock on the wall it is over long before the bot is back.
 */
const seconds = 8;
const used = 4000;
const dead = 6000;

/** How long the platform takes to let a bot in, in ms. */
const admission = 1500;

function find(site: Site, channel: string, button: RegExp): SiteMessage | undefined {
  return site.messages(channel).findLast(({ buttons }) => buttons.some((each) => button.test(each)));
}

/** Takes an answer right after a restart though its time was over by the clock on the wall. */
export async function giveTimeBack(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, history, slack, discord, database } = ground;
  slack.simulator.setWeather((method) =>
    method === 'apps.connections.open' ? { kind: 'slow', milliseconds: admission } : null,
  );
  await bot.start();
  const tables = [
    { site: slack, channel: 'C01', users: ['U01', 'U02'] },
    { site: discord, channel: '800000000000000021', users: ['100000000000000001', '100000000000000002'] },
  ] as const;

  async function ask(site: Site, channel: string, user: string, verb: string): Promise<void> {
    const button = new RegExp(`^${verb}:`);
    const message = await within(patience, () => find(site, channel, button));
    const id = message?.buttons.find((each) => button.test(each));
    if (message === undefined || id === undefined) throw new Error(`no ${verb} in ${channel}`);
    await isTold(history.press(site, user, message, id));
  }

  for (let round = 0; round < rounds(1, 0.1); round += 1) {
    for (const { site, channel, users } of tables) {
      site.startQuiz(users[0], channel, 1, seconds);
      for (const user of users) await ask(site, channel, user, 'join');
    }
    // At once, so that both questions stand open at the same time.
    await Promise.all(tables.map(({ site, channel, users }) => ask(site, channel, users[0], 'begin')));
    const [first, second] = tables;
    const isOut = () =>
      find(first.site, first.channel, /^pick:/) !== undefined &&
      find(second.site, second.channel, /^pick:/) !== undefined;
    expect(await within(patience, () => isOut() || undefined)).toBe(true);
    const at = Math.min(...tables.map(({ site, channel }) => find(site, channel, /^pick:/)?.at ?? 0));
    await pause(Math.max(0, at + used - Date.now()));
    await bot.kill();
    await pause(dead);
    await bot.start();
    const presses = tables.flatMap(({ site, channel, users }) => {
      const question = find(site, channel, /^pick:/);
      return question === undefined
        ? []
        : users.map((user) => history.press(site, user, question, question.buttons[0] ?? ''));
    });
    await until(() => expect(presses.map((press) => toldBy(press).kind)).not.toContain('nothing'));
    expect(presses.map((press) => toldBy(press).kind)).toEqual(['kept', 'kept', 'kept', 'kept']);
    await rest(database);
  }
  expect(await violations({ ...ground, sites: [slack, discord], bots: [bot], dues: [] })).toEqual([]);
}
