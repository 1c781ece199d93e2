import { describe, expect, it } from 'vitest';
import type { Caller, Reply } from '../../../src/app/ports.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { commandOf } from '../../core/command-of.ts';
import { bank } from '../../search/bank.ts';
import { otherRules } from '../../zone-rules.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';
const now = Date.parse('2026-11-30T07:00:00Z');
let events = 0;

const ada: Caller = {
  ...{ scope: 'sim:S', channel, user: 'sim:S:ada', name: 'Ada' },
  ...{ direct: false, manages: true, moderates: true },
};

type About = { readonly zone?: string | null; readonly locale?: string };

/** Somebody types a command on a platform that tells something of them. */
async function type(house: House, text: string, { zone, ...more }: About = {}): Promise<Reply> {
  events += 1;
  const outcome = house.bot.application.respond({
    ...{ kind: 'command', command: commandOf(text), caller: ada, event: `e${events}`, at: now, ...more },
    ...(zone === undefined ? {} : { zone: async () => zone }),
  });
  if (outcome.kind === 'now') return outcome.reply;
  if (outcome.kind !== 'later') throw new Error('A command is answered.');
  return { audience: outcome.audience, place: outcome.place, card: await outcome.act() };
}

const labels = ({ card }: Reply) => buttonsOf(card).map(({ label }) => label);
const buttonFor = ({ card }: Reply, label: string) =>
  buttonsOf(card).find((button) => button.label === label)?.id ?? '';
const settings = async (house: House) =>
  (await house.store.transact((unit) => unit.daily.schedule(channel)))?.settings ?? null;

describe('daily on without a time zone', () => {
  it('uses the person’s own where the platform tells it, and says so', async () => {
    const house = await openHouse(standingClock(now));
    const { card, audience } = await type(house, 'daily on 09:00 weekdays topic:tensors', { zone: 'America/Winnipeg' });
    expect(audience).toBe('asker');
    expect(card.title).toBe('The daily question is on');
    expect(wordsOf(card)).toContain('Monday, 30 November, 09:00 America/Winnipeg (your time: 2026-11-30 14:00 UTC)');
  });

  it.each([null, '', 'Etc/Unknown', 'Etc/GMT+5', 'EST', 'Mars/Olympus', '+02:00', 'x'.repeat(500)])(
    'asks where the platform tells %j, and sets nothing up yet',
    async (zone) => {
      const house = await openHouse(standingClock(now));
      const reply = await type(house, 'daily on 09:00', { zone });
      expect([reply.audience, reply.card.title]).toEqual(['asker', 'Which time zone?']);
      expect(labels(reply)).toContain('Europe/Berlin');
      expect(await settings(house)).toBeNull();
    },
  );

  it('finishes with one press, all other settings kept, also after a restart', async () => {
    const house = await openHouse(standingClock(now));
    const text =
      'daily on 9:30 weekdays topic:tensors level:medium thread ping:<!subteam^S12345|@machine-learning-team>';
    const reply = await type(house, text);
    await house.restart();
    const answer = await house.press(buttonFor(reply, 'Asia/Tokyo'));
    expect([answer.place, answer.audience, answer.card.title]).toEqual([
      'instead',
      'asker',
      'The daily question is on',
    ]);
    expect(await settings(house)).toEqual({
      ...{ time: { hour: 9, minute: 30 }, days: [1, 2, 3, 4, 5], zone: 'Asia/Tokyo' },
      ...{ topic: 'tensors', level: 'medium', thread: true },
      ping: '<!subteam^S12345|@machine-learning-team>',
    });
    // Pressed twice it is the same; pressed on another one it is that one.
    expect((await house.press(buttonFor(reply, 'Asia/Tokyo'))).card.title).toBe('The daily question is on');
    await house.press(buttonFor(reply, 'UTC'));
    expect(await settings(house)).toMatchObject({ zone: 'UTC', topic: 'tensors' });
  });

  it('does not ask for a zone where there is no question to ask', async () => {
    const house = await openHouse(standingClock(now));
    const reply = await type(house, 'daily on 09:00 topic:tensors level:hard');
    expect(reply.card.title).toBe('No such question');
  });

  it('takes a press from the one who asked, and only while they manage the channel', async () => {
    const house = await openHouse(standingClock(now));
    const id = buttonFor(await type(house, 'daily on 09:00'), 'Europe/Berlin');
    expect((await house.press(id, { user: 'sim:S:bo' })).card.title).toBe('That is for somebody else to choose');
    expect((await house.press(id, { channel: 'sim:S:D' })).card.title).toBe('That is for somebody else to choose');
    expect((await house.press(id, { manages: false })).card.title).toBe('That is for those who run this channel');
    expect((await house.press('zone:nobody:Europe/Berlin')).card.title).toBe('That button is out of date');
    expect((await house.press(id.replace('Berlin', 'Atlantis'))).card.title).toBe('That button is out of date');
    expect((await house.press('zone')).card.title).toBe('That button is out of date');
    expect(await settings(house)).toBeNull();
  });

  it.each([
    ['de', ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich']],
    ['pt-BR', ['America/Sao_Paulo']],
    ['en-US', ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']],
    ['es-419', ['America/Mexico_City']],
    ['sv-SE', ['Europe/Stockholm']],
    ['zh-TW', ['Asia/Taipei']],
    ['ja', ['Asia/Tokyo']],
    ['tlh', ['America/Los_Angeles']],
  ])('offers to somebody who has chosen %s first of all %j, then the rest of the world', async (locale, first) => {
    const house = await openHouse(standingClock(now));
    const offered = labels(await type(house, 'daily on 09:00', { locale }));
    expect(offered.slice(0, first.length)).toEqual(first);
    expect([offered.length, new Set(offered).size, offered.at(-1)]).toEqual([10, 10, 'UTC']);
  });

  it('offers no zone that the rules do not know', async () => {
    const house = await openHouse(standingClock(now), bank, { rules: otherRules('2026b', 'Asia/Tokyo', null) });
    expect(labels(await type(house, 'daily on 09:00', { locale: 'ja' }))).not.toContain('Asia/Tokyo');
  });
});

describe('daily on with a zone that is none', () => {
  it.each([
    ['Etc/GMT+5', 'America/New_York', /“Etc\/GMT\+5” means 5 hours behind UTC, whatever its sign suggests/],
    ['UTC+5', 'Asia/Karachi', /an offset does not/],
    ['GMT+1', 'Europe/Berlin', /an offset would be an hour out/],
    ['+02:00', 'Africa/Johannesburg', /an offset/],
    ['UTC+05:30', 'Asia/Kolkata', /an offset does not/],
    ['UTC+5:30', 'Asia/Kolkata', /an offset does not/],
    ['CET', 'Europe/Berlin', /I do not know the time zone “CET”/],
    ['Munich', 'Europe/Berlin', /Did you mean this\?/],
    ['Europe/Brelin', 'Europe/Berlin', /Did you mean/],
  ])('explains %s, and sets up %s by one press with all else kept', async (typed, zone, words) => {
    const house = await openHouse(standingClock(now));
    const reply = await type(house, `daily on 0900 ${typed} mon,wed topic:tensors`);
    expect(reply.card.title).toBe('Which time zone?');
    expect(wordsOf(reply.card)).toMatch(words);
    await house.press(buttonFor(reply, zone));
    expect(await settings(house)).toMatchObject({ zone, days: [1, 3], topic: 'tensors', time: { hour: 9, minute: 0 } });
  });

  it('has no button where nothing is near, but a way to write it', async () => {
    const house = await openHouse(standingClock(now));
    for (const typed of ['qqqqqq', 'UTC+25']) {
      const reply = await type(house, `daily on 9 ${typed}`);
      expect(labels(reply)).toEqual([]);
      expect(wordsOf(reply.card)).toContain('daily on 09:00 Europe/Berlin');
    }
  });

  it('works with every example that help and cards show', async () => {
    const house = await openHouse(standingClock(now));
    const shown = [
      (await type(house, 'help')).card,
      (await type(house, 'daily')).card,
      (await type(house, 'daily off')).card,
      (await type(house, 'daily on')).card,
      (await type(house, 'daily on 9 qqqqqq')).card,
      (await type(house, 'daily on 9', { zone: 'Europe/Berlin' })).card,
    ].map((card) => JSON.stringify(card));
    const examples = new Set(shown.join('\n').match(/daily on \d[^"]*/g));
    expect(examples.size).toBeGreaterThan(2);
    for (const example of examples) {
      expect([example, (await type(house, example)).card.title]).toEqual([example, 'The daily question is on']);
    }
  });
});
