import { describe, expect, it } from 'vitest';
import { rich } from '../../../src/core/card.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { ada, bo, channel, start } from '../quiz/played.ts';
import { wordsOf } from '../words-of.ts';

/** Nothing can be posted in the channel any more, and one person takes no direct messages. */
function closeUp(house: House): void {
  house.platform.fault = (call) => (call === 'post' ? 'forbidden' : null);
}

async function lose(house: House): Promise<void> {
  closeUp(house);
  expect(wordsOf((await house.command('quiz 3', ada)).card)).toContain('The quiz is open');
  await house.settled();
  expect(await house.store.transact((unit) => unit.quizzes.liveIn(channel))).toBeNull();
}

describe('a person who takes no direct messages', () => {
  it('learns with the answer to their next command, once, what they could not be told', async () => {
    const house = await openHouse(standingClock(start));
    await lose(house);
    expect(wordsOf((await house.command('leaderboard', bo)).card)).not.toContain('Your quiz was called off');
    const answer = wordsOf((await house.command('leaderboard', ada)).card);
    expect(answer).toContain('You take no direct messages from me, so I say here what happened:');
    expect(answer).toContain('Your quiz was called off');
    expect(wordsOf((await house.command('leaderboard', ada)).card)).not.toContain('Your quiz was called off');
  });

  it('learns it also after a restart', async () => {
    const house = await openHouse(standingClock(start));
    await lose(house);
    await house.restart();
    expect(wordsOf((await house.command('daily status', ada)).card)).toContain('Your quiz was called off');
  });

  it('is not bothered with it after a month', async () => {
    const house = await openHouse(standingClock(start));
    await lose(house);
    house.platform.fault = () => null;
    await house.pass(31 * 86_400_000);
    expect(house.platform.messages).toEqual([]);
    expect(wordsOf((await house.command('leaderboard', ada)).card)).not.toContain('Your quiz was called off');
  });

  it('leaves nothing of it behind when they want to be forgotten', async () => {
    const house = await openHouse(standingClock(start));
    await lose(house);
    await house.store.transact((unit) => unit.people.forget('sim:S:ada'));
    expect(await house.database.read("select * from outgoings where state = 'waiting'")).toEqual([]);
  });
});

describe('a person who takes them', () => {
  it('is told in the words of the platform what stands against it, and hears it once', async () => {
    const house = await openHouse(standingClock(start));
    const hindrance = { problem: rich('I lack a key.'), cure: rich('Give me one.') };
    const post = house.platform.messenger.post;
    Object.assign(house.platform.messenger, {
      post: async (given: Parameters<typeof post>[0]) =>
        given.address.kind === 'channel'
          ? { kind: 'refused', why: 'forbidden', reason: 'no key', hindrance }
          : post(given),
    });
    await house.restart();
    await house.command('quiz 3', ada);
    await house.settled();
    const told = house.platform.messages.map(({ card }) => wordsOf(card));
    expect(told).toEqual([
      'Your quiz was called off\nI could not post in it. I lack a key. Give me one.\nOnce that is mended, start it anew.',
    ]);
    expect(wordsOf((await house.command('leaderboard', ada)).card)).not.toContain('Your quiz was called off');
  });
});
