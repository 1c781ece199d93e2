import { describe, expect, it } from 'vitest';
import { wordsOf } from '../words-of.ts';
import { buttonOf, channel, linesIn, openAt, stands, until } from './place.ts';

const start = '2026-11-02T07:00:00Z';
const bo = { user: 'sim:S:bo', name: 'Bo' };

describe('a channel', () => {
  it('is told what somebody has set up, changed, left out, taken back and ended, each once and in order', async () => {
    const house = await openAt(start);
    await house.command('daily on 09:00 Europe/Berlin weekdays');
    await house.command('daily on 10:30 Europe/Berlin topic:tensors level:easy thread', bo);
    await house.command('daily skip');
    await house.command('daily unskip', bo);
    await house.press(buttonOf((await house.command('daily skip')).card, 'Take that back'), bo);
    await house.command('daily off');
    const lines = [
      'Ada set up a daily question: Monday to Friday at 09:00 Europe/Berlin. The first comes on Monday, 2 November.',
      'Bo changed the daily question: every day at 10:30 Europe/Berlin; Tensors, easy; with a thread for discussion. The next comes on Monday, 2 November.',
      'Ada left out the daily question of 2 November. The next comes on Tuesday, 3 November.',
      'Bo put the daily question of 2 November back: it comes at 10:30 Europe/Berlin.',
      'Ada left out the daily question of 2 November. The next comes on Tuesday, 3 November.',
      'Bo put the daily question of 2 November back: it comes at 10:30 Europe/Berlin.',
      'Ada turned the daily question off.',
    ];
    await until(house, () => expect(linesIn(house)).toEqual(lines));
    await house.restart();
    await house.command('daily now');
    await stands(house, '2026-11-02b');
    expect(linesIn(house)).toEqual(lines);
  });

  it('is told nothing where nothing has changed, or where one only looks or asks for a question', async () => {
    const house = await openAt(start);
    await house.command('daily off');
    await house.command('daily unskip');
    await house.command('daily on 09:00 Etc/UTC mon,wed');
    await house.command('daily on 9:00 Etc/UTC wed,mon', bo);
    await house.command('daily status');
    await house.command('daily unskip');
    await house.command('daily on 25:00 Etc/UTC');
    await house.command('daily off', { ...bo, manages: false });
    await house.command('daily now');
    await stands(house, '2026-11-02-1');
    await house.command('daily off');
    await until(house, () => expect(linesIn(house).at(-1)).toBe('Ada turned the daily question off.'));
    expect(linesIn(house)).toHaveLength(2);
  });

  it('is told with names as data, which no platform takes for a word of its own', async () => {
    const house = await openAt(start);
    await house.command('daily on 09:00 Etc/UTC ping:<!subteam^S1|@ml-team>', { name: '<!channel> @everyone' });
    await until(house, () => expect(linesIn(house)).toHaveLength(1));
    const [card] = house.platform.in(channel).map((message) => message.card);
    expect(card?.body).toEqual([
      {
        kind: 'text',
        text: [
          { kind: 'person', user: 'sim:S:ada', text: '<!channel> @everyone' },
          { kind: 'text', text: ' set up a daily question: every day at 09:00 Etc/UTC' },
          { kind: 'text', text: '; notifying ' },
          { kind: 'group', group: '<!subteam^S1|@ml-team>', text: '@ml-team' },
          { kind: 'text', text: '. The first comes on Monday, 2 November.' },
        ],
      },
    ]);
  });

  it('is told once, though the answer to the attempt was lost and the process died', async () => {
    const house = await openAt(start);
    house.platform.fault = (call, key) => (call === 'post' && key.startsWith('daily-told:') ? 'done-but-lost' : null);
    await house.command('daily on 09:00 Etc/UTC');
    await until(house, () => expect(linesIn(house)).toHaveLength(1));
    await house.restart();
    house.platform.fault = () => null;
    await until(house, async () => {
      house.clock.set(house.clock.wall() + 500);
      expect(await house.store.outbox.untilNext(house.clock.wall())).toBeNull();
    });
    expect(linesIn(house)).toHaveLength(1);
  });

  it('that cannot be written to is set up all the same, and who did it hears of it at once', async () => {
    const house = await openAt(start);
    house.platform.fault = (call, key) => (call === 'post' && key.startsWith('daily-told:') ? 'forbidden' : null);
    const { card } = await house.command('daily on 09:00 Etc/UTC');
    expect(card.title).toBe('The daily question is on');
    const told = await until(house, () => {
      const [message] = house.platform.messages;
      if (message === undefined) throw new Error('Nobody was told.');
      return message;
    });
    expect([told.where, told.card.title]).toEqual(['@sim:S:ada', 'The daily question is on, but I cannot post it']);
    expect(wordsOf(told.card)).toContain('I am not allowed to post there');
    expect((await house.command('daily status')).card.title).toBe('The daily question is on');
  });

  it('hears nothing of it where one is alone with the bot', async () => {
    const house = await openAt(start);
    const alone = { channel: 'sim:S:D1', direct: true };
    await house.command('daily on 08:00 Etc/UTC', alone);
    await house.command('daily skip', alone);
    await house.command('daily unskip', alone);
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02', 'open', alone.channel);
    expect(linesIn(house, alone.channel)).toEqual([]);
  });
});
