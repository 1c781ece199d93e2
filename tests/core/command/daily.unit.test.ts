import { describe, expect, it } from 'vitest';
import { toDailyOn } from '../../../src/core/command/daily.ts';
import { readDailyZone } from '../../../src/core/command/daily-zone.ts';
import { rules } from '../../zone-rules.ts';
import { commandOf, topics } from '../command-of.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const nine = { hour: 9, minute: 0 };
const plain = { time: nine, days: everyDay, thread: false, ping: null };

function on(text: string) {
  const command = commandOf(text);
  return command.kind === 'daily' && command.action === 'on' ? command.settings : command;
}

describe('daily', () => {
  it('turns on with a time and a zone, every day and with nothing around it unless said', () => {
    expect(on('daily on 9 Berlin')).toEqual({ ...plain, zoneText: 'Berlin' });
    expect(on('daily on 9:00am America/New_York')).toEqual({ ...plain, zoneText: 'America/New_York' });
  });

  it('reads every setting, and keeps the group to notify as it was typed', () => {
    const settings = on('daily on 21:30 Europe/Berlin mon,wed,fri topic:tensors level:hard ping:<@&123> thread');
    expect(settings).toEqual({
      time: { hour: 21, minute: 30 },
      zoneText: 'Europe/Berlin',
      days: [1, 3, 5],
      topic: 'tensors',
      level: 'hard',
      thread: true,
      ping: '<@&123>',
    });
    expect(on('daily on 9 Berlin ping: <!subteam^S1|@ML team>')).toMatchObject({ ping: '<!subteam^S1|@ML team>' });
    expect(on('daily on 9 Berlin ping:off')).toMatchObject({ ping: null });
  });

  it('takes the settings in any order, with words for the eye and zones of several words', () => {
    expect(on('Daily ON weekdays at 9 pm in New York Thread medium')).toEqual({
      ...plain,
      time: { hour: 21, minute: 0 },
      zoneText: 'New York',
      days: [1, 2, 3, 4, 5],
      level: 'medium',
      thread: true,
    });
    expect(on('daily on 9 every day Ho Chi Minh City')).toEqual({ ...plain, zoneText: 'Ho Chi Minh City' });
    expect(on('daily on time:9 zone:Berlin days:mon-thu')).toEqual({
      ...plain,
      zoneText: 'Berlin',
      days: [1, 2, 3, 4],
    });
  });

  it.each(['off', 'now', 'skip', 'unskip', 'status'])('reads daily %s', (action) => {
    expect(commandOf(`daily ${action.toUpperCase()}`)).toEqual({ kind: 'daily', action });
  });

  it('is turned off by other words for it, too', () => {
    for (const word of ['stop', 'end', 'cancel']) {
      expect(commandOf(`daily ${word}`)).toEqual({ kind: 'daily', action: 'off' });
    }
  });

  it('reads days that are said in words', () => {
    const weekdays = [1, 2, 3, 4, 5];
    const berlin = { ...plain, zoneText: 'Europe/Berlin' };
    expect(on('daily on 9 Europe/Berlin from monday to friday')).toEqual({ ...berlin, days: weekdays });
    expect(on('daily on 9 Europe/Berlin Mon - Fri')).toEqual({ ...berlin, days: weekdays });
    expect(on('daily on Tuesday through Thursday 9 Europe/Berlin')).toEqual({ ...berlin, days: [2, 3, 4] });
    expect(on('daily on 9 Europe/Berlin mon, wed and fri')).toEqual({ ...berlin, days: [1, 3, 5] });
    expect(on('daily on 9 Berlin every weekday')).toEqual({ ...plain, zoneText: 'Berlin', days: weekdays });
    expect(on('daily on 9 Berlin every monday')).toEqual({ ...plain, zoneText: 'Berlin', days: [1] });
    expect(on('daily on 9 Berlin each day')).toEqual({ ...plain, zoneText: 'Berlin', days: everyDay });
  });

  it('shows its status if nothing more is said', () => {
    expect(commandOf('daily')).toEqual({ kind: 'daily', action: 'status' });
  });

  it('says again what was typed without "on", as it works', () => {
    for (const text of ['10:00 Europe/Berlin', 'weekdays 9 am Berlin tensors']) {
      expect(commandOf(`daily ${text}`)).toEqual({
        kind: 'mistake',
        of: 'daily',
        reason: 'To turn the daily question on, put on in front.',
        example: `daily on ${text}`,
      });
      expect(on(`daily on ${text}`)).toHaveProperty('zoneText');
    }
  });

  it('keeps zones of several words, a slash in them or not', () => {
    for (const zone of ['America/New York', 'America/Argentina/Buenos Aires', 'Europe / Berlin', 'Europe/Berlni']) {
      expect(on(`daily on 9 ${zone}`)).toEqual({ ...plain, zoneText: zone });
    }
  });

  it('leaves the zone open where none is said, and never mistakes one for it', () => {
    expect(on('daily on 09:00')).toEqual({ ...plain, zoneText: '' });
    expect(on('daily on 9 weekdays tensors thread')).toEqual({
      ...plain,
      zoneText: '',
      days: [1, 2, 3, 4, 5],
      topic: 'tensors',
      thread: true,
    });
  });

  it.each(['+02:00', 'UTC+5', 'UTC+05:30', 'GMT -2', 'UTC −3', 'Etc/GMT+5'])(
    'hands on the offset %s as a zone',
    (zone) => {
      expect(on(`daily on 9 ${zone}`)).toEqual({ ...plain, zoneText: zone.replace(' ', '') });
      expect(on(`daily on ${zone} 9 weekdays`)).toMatchObject({ zoneText: zone.replace(' ', ''), time: nine });
    },
  );

  it.each(['0900', '9.00', '9h', '9h00', '９：００', '９', '9 a.m.', '0900 am'])('reads the time %s', (time) => {
    expect(on(`daily on ${time} Europe/Berlin`)).toEqual({ ...plain, zoneText: 'Europe/Berlin' });
  });

  it('finds the words that do not belong to a zone once the zones are known', () => {
    const read = (text: string) => readDailyZone(text, rules, Date.parse('2026-11-30T00:00:00Z'), topics);
    expect(read('America/New York')).toEqual({ kind: 'zone', zone: 'America/New_York' });
    expect(read('Europe/Berlin please')).toEqual({
      kind: 'mistake',
      of: 'daily',
      reason: expect.stringMatching(/^I do not understand “please”\. /),
      example: expect.stringMatching(/^daily on 09:00 Europe\/Berlin/),
    });
    expect(read('Atlantis please')).toMatchObject({ kind: 'unknown' });
  });

  it('has an example that is right itself', () => {
    const command = commandOf('daily on');
    const example = command.kind === 'mistake' ? command.example : '';
    expect(on(example)).toMatchObject({ zoneText: 'Europe/Berlin', topic: 'fundamentals', level: 'medium' });
  });

  it('checks typed options just as typed words', () => {
    expect(toDailyOn({ time: '9', zone: ' Europe/Berlin ' }, topics)).toMatchObject({
      action: 'on',
      settings: { ...plain, zoneText: 'Europe/Berlin' },
    });
    expect(toDailyOn({ time: '9', zone: 'Berlin', days: 'someday' }, topics)).toMatchObject({ kind: 'mistake' });
  });
});
