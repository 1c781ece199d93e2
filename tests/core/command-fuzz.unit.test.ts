import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDays } from '../../src/core/command/days.ts';
import { parseTime } from '../../src/core/command/time-of-day.ts';
import { levels } from '../../src/core/question.ts';
import { runs } from '../corpora/runs.ts';
import { commandOf, topics as named } from './command-of.ts';

const topics = named.map(({ id }) => id);

/** What sub-commands are made of, with slips, and words that are none of it. */
const word = fc.oneof(
  fc.constantFrom(...['on', 'off', 'start', 'stop', 'pause', 'please', 'teams', 'thread', 'week', 'all', 'here', 'me']),
  fc.constantFrom(...['every', 'day', 'mon', 'mon,', ',', 'mon-', 'to', 'from', 'and', 'sat-mon', 'weekdays', 'each']),
  fc.constantFrom(...['9', '25:00', '9.30', '0900', 'am', 'pm', 'noon', '20s', '5', '-3', '1e9', '10q', 'seconds']),
  fc.constantFrom(...['Europe/Berlin', 'Europe', '/', 'Berlin', 'New', 'York', 'UTC', '+5', 'UTC+05:30', '−3', 'in']),
  fc.constantFrom(...['ping:', 'ping:<@&1>', 'ping:<!subteam^S1|@ML team>', 'topic:', 'level:hard', 'time:', 'zone:x']),
  fc.constantFrom(
    ...['tensor', 'autogard', 'what', 'is', 'batch', '?', 'x?', '<', '>', '<a', 'b>', '👋', 'ｄａｉｌｙ'],
  ),
  fc.constantFrom(...topics, ...levels),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const verb = fc.constantFrom(
  'daily',
  'daily on',
  'Daily ON',
  'quiz',
  'quiz start',
  'leaderboard',
  'random',
  'start quiz',
);
const sentence = fc.tuple(verb, fc.array(word, { maxLength: 8 })).map(([first, rest]) => [first, ...rest].join(' '));
const anyText = fc.oneof(
  sentence,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('a command', () => {
  it('is made of any text: what was asked for, a mistake in it, or a look-up of it all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = commandOf(text);
        if (command.kind === 'ask') expect(command.query).toBe(text.trim());
        if (command.kind === 'mistake') expect(command.reason.length).toBeLessThan(400);
      }),
      runs(1000),
    );
  });

  it('begins with its own word, or is one of a few phrases', () => {
    const verbs = /^(help|\?|topics|me|forget|random|daily|quiz|leaderboard|start|show|list|what|which)([\s<!.]|$)/i;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(text.trim() !== '' && !verbs.test(text.trim()));
        expect(commandOf(text)).toEqual({ kind: 'ask', query: text.trim() });
      }),
      runs(200),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('daily', 'quiz', 'leaderboard', 'random'),
        fc.array(word, { maxLength: 8 }),
        (first, rest) => {
          const command = commandOf([first, ...rest].join(' '));
          expect(command.kind === 'mistake' ? command.of : command.kind).toMatch(new RegExp(`^(${first}|ask)$`));
        },
      ),
      runs(1000),
    );
  });

  it('is the same with other spaces around and between its words', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('  ', '\t', '\n', '\u00a0', '\u3000'), (text, space) => {
        fc.pre(!/<[^<>]*\s/.test(text));
        const command = commandOf(text);
        const spaced = commandOf(`${space}${text.split(/\s+/).join(space)}${space}`);
        if (command.kind === 'ask') expect(spaced.kind).toBe('ask');
        else expect(spaced).toEqual(command);
      }),
      runs(500),
    );
  });

  it('that is said back as an example is a command that works', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const command = commandOf(text);
        fc.pre(command.kind === 'mistake');
        if (command.kind !== 'mistake') return;
        expect([command.example, commandOf(command.example).kind]).toEqual([command.example, command.of]);
      }),
      runs(700),
    );
  });
});

describe('the settings that a command is written with', () => {
  const shuffled = (parts: readonly (readonly [string, boolean])[]) => {
    const said = parts.filter(([, isSaid]) => isSaid).map(([text]) => text);
    return fc.shuffledSubarray(said, { minLength: said.length });
  };

  it('are read back for a daily question, in any order', () => {
    const settings = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      days: fc.option(fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 })),
      topic: fc.option(fc.constantFrom(...topics)),
      level: fc.option(fc.constantFrom(...levels)),
      ping: fc.option(fc.constantFrom('<@&123>', '<!subteam^S1|@ML team>', '@team')),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Etc/GMT+5'),
      thread: fc.boolean(),
    });
    const asked = settings.chain((so) => {
      const two = (part: number) => String(part).padStart(2, '0');
      const words = [
        [`${two(so.hour)}:${two(so.minute)}`, true],
        [so.zone, true],
        [so.days?.join(',') ?? '', so.days !== null],
        [`topic:${so.topic}`, so.topic !== null],
        [`level:${so.level}`, so.level !== null],
        [`ping:${so.ping}`, so.ping !== null],
        ['thread', so.thread],
      ] as const;
      return fc.tuple(fc.constant(so), shuffled(words));
    });
    fc.assert(
      fc.property(asked, ([so, words]) => {
        const numbers = so.days?.map((day) => ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day) + 1);
        expect(commandOf(`daily on ${words.join(' ')}`)).toEqual({
          kind: 'daily',
          action: 'on',
          settings: {
            time: { hour: so.hour, minute: so.minute },
            zoneText: so.zone,
            days: numbers ?? [1, 2, 3, 4, 5, 6, 7],
            ...(so.topic === null ? {} : { topic: so.topic }),
            ...(so.level === null ? {} : { level: so.level }),
            thread: so.thread,
            ping: so.ping,
          },
        });
      }),
      runs(300),
    );
  });

  it('are read back for a quiz, in any order', () => {
    const settings = fc.record({
      count: fc.option(fc.integer({ min: 1, max: 50 })),
      seconds: fc.option(fc.integer({ min: 5, max: 300 })),
      teams: fc.option(fc.integer({ min: 2, max: 8 })),
      level: fc.option(fc.constantFrom(...levels)),
      topic: fc.option(fc.constantFrom(...topics)),
    });
    const asked = settings.chain((so) => {
      const words = [
        [`${so.count} questions`, so.count !== null],
        [`${so.seconds}s`, so.seconds !== null],
        [`teams ${so.teams}`, so.teams !== null],
        [`${so.level}`, so.level !== null],
        [`${so.topic}`, so.topic !== null],
      ] as const;
      return fc.tuple(fc.constant(so), shuffled(words));
    });
    fc.assert(
      fc.property(asked, ([{ topic, ...so }, words]) => {
        const said = Object.fromEntries(Object.entries(so).filter(([, value]) => value !== null));
        const settings = { topics: topic === null ? [] : [topic], ...said };
        expect(commandOf(`quiz ${words.join(' ')}`)).toEqual({ kind: 'quiz', action: 'start', settings });
      }),
      runs(300),
    );
  });
});

describe('a time of day', () => {
  const two = (part: number) => String(part).padStart(2, '0');
  const wide = (text: string) =>
    text.replace(/[0-9:]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  const ways: readonly ((hour: number, minute: number) => string)[] = [
    (hour, minute) => `${hour}:${two(minute)}`,
    (hour, minute) => `${two(hour)}.${two(minute)}`,
    (hour, minute) => `${two(hour)}${two(minute)}`,
    (hour, minute) => ` ${hour}h${two(minute)} `,
    (hour, minute) => wide(`${two(hour)}:${two(minute)}`),
    (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'a.m.' : 'PM'}`,
    (hour, minute) => `${two(hour)}:${two(minute)}:00`,
  ];

  it('is read in every way of writing it', () => {
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
      for (const write of ways)
        expect([write(hour, minute), parseTime(write(hour, minute))]).toEqual([write(hour, minute), { hour, minute }]);
    }
  });

  it('is one of a day or none, whatever the text, and the same when it is written again', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9０-９:.,h apm]{0,9}$/u));
    fc.assert(
      fc.property(text, (typed) => {
        const time = parseTime(typed);
        fc.pre(time !== null);
        if (time === null) return;
        expect(time.hour >= 0 && time.hour <= 23 && time.minute >= 0 && time.minute <= 59).toBe(true);
        for (const write of ways) expect(parseTime(write(time.hour, time.minute))).toEqual(time);
      }),
      runs(300),
    );
  });
});

describe('days of the week', () => {
  it('are each once and in order or none, whatever the text, and the same when they are written again', () => {
    const part = fc.constantFrom(
      'mon',
      'Tuesday',
      'weds',
      'thur',
      'fridays',
      'sat',
      'sun',
      'weekdays',
      'weekend',
      'every',
      'day',
    );
    const text = fc
      .array(fc.tuple(part, fc.constantFrom(' ', ',', '-', ' - ', ' to ', ' and ', ', and ', ' from ')))
      .map((parts) => parts.flat().join(''));
    const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (typed) => {
        const days = parseDays(typed);
        fc.pre(days !== null);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days?.length).toBeGreaterThan(0);
        expect(parseDays((days ?? []).map((day) => short[day - 1]).join(','))).toEqual(days);
      }),
      runs(300),
    );
  });
});
