import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { corpus } from '../corpora/corpus.ts';
import { commandOf } from './command-of.ts';

const traps = corpus(
  'command',
  z.union([
    z.strictObject({
      read: z.enum(['help', 'look-up', 'mistake']),
      told: z.string().optional(),
      like: z.undefined().optional(),
    }),
    z.strictObject({ like: z.string(), read: z.undefined().optional(), told: z.undefined().optional() }),
  ]),
);

/** How each sub-command says that it is written. */
const examples: Readonly<Record<string, string>> = { daily: 'daily on 09:00 Europe/Berlin', quiz: 'quiz 10' };

describe('parseCommand', () => {
  it.each(traps.filter(({ like }) => like === undefined))(
    'reads $trap ($typed) as $read',
    ({ typed, read, told = '' }) => {
      const command = commandOf(typed);
      if (read === 'look-up') expect(command).toEqual({ kind: 'ask', query: typed });
      else if (read === 'help') expect(command).toEqual({ kind: 'help' });
      else {
        const [of = ''] = typed.split(' ');
        const example = expect.stringContaining(examples[of] ?? '');
        expect(command).toEqual({ kind: 'mistake', of, reason: expect.stringContaining(told), example });
      }
    },
  );

  it.each(traps.flatMap((entry) => (entry.like === undefined ? [] : [{ ...entry, like: entry.like }])))(
    'takes $trap ($typed) for $like',
    ({ typed, like }) => {
      expect(commandOf(typed)).toEqual(commandOf(like));
      expect(commandOf(typed).kind).not.toBe('ask');
    },
  );

  it('reads the filters of a random question in any order', () => {
    expect(commandOf('random')).toEqual({ kind: 'random' });
    expect(commandOf('random easy Tensors')).toEqual({ kind: 'random', topic: 'tensors', level: 'easy' });
  });

  it('reads the sub-commands of one or two words in any case', () => {
    expect(commandOf('Topics')).toEqual({ kind: 'topics' });
    expect(commandOf('ME')).toEqual({ kind: 'me' });
    expect(commandOf(' forget  me ')).toEqual({ kind: 'forget-me' });
  });

  it.each(['daily on 9 topic:', 'quiz 10 ', 'daily on ping:<', 'leaderboard '])(
    'bears forty thousand letters behind %j',
    (text) => {
      for (const tail of [
        'x '.repeat(20_000),
        '9 '.repeat(20_000),
        'x'.repeat(40_000),
        '<'.repeat(40_000),
        '1,'.repeat(20_000),
      ]) {
        expect(['ask', 'mistake', 'daily']).toContain(commandOf(text + tail).kind);
      }
    },
  );
});
