import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/core/command.ts';
import { levels, topics } from '../../src/core/question.ts';

describe('parseCommand', () => {
  it.each(['', '   ', 'help', ' HELP ', '?', 'help me', 'Help!', 'hi', 'Hello!', 'hi there'])(
    'shows help for %j',
    (text) => {
      expect(parseCommand(text)).toEqual({ kind: 'help' });
    },
  );

  it.each([
    'what is stride',
    'help me with autograd',
    'random forest or boosting',
    'topics in vision',
    'random tensors tensors',
    'me and my gradients',
    'forget gate of an LSTM',
    'hi there, what is a tensor',
    'hello world in pytorch',
    'what topics are there in vision',
    'start a quiz about autograd with my colleagues',
    'show leaderboard of models on the hub',
    'show me a training loop',
    'start a process group',
    'quiz me on what autograd is',
    'what is daily',
    'what is daily standup in a quiz',
    'leaderboard of models in pytorch hub explained please',
    'constructor',
    '__proto__',
  ])('looks up %j, since it is no sub-command as a whole', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'ask', query: text });
  });

  it('reads the filters of a random question in any order', () => {
    expect(parseCommand('random')).toEqual({ kind: 'random' });
    expect(parseCommand('random easy Tensors')).toEqual({ kind: 'random', topic: 'tensors', level: 'easy' });
  });

  it('reads the sub-commands of one or two words in any case', () => {
    expect(parseCommand('Topics')).toEqual({ kind: 'topics' });
    expect(parseCommand('ME')).toEqual({ kind: 'me' });
    expect(parseCommand(' forget  me ')).toEqual({ kind: 'forget-me' });
  });

  it.each([
    ['what topics are there', 'topics'],
    ['Which topics are there?', 'topics'],
    ['show topics', 'topics'],
    ['start a quiz', 'quiz'],
    ['Start a quiz 5 tensors', 'quiz 5 tensors'],
    ['start quiz', 'quiz'],
    ['show leaderboard', 'leaderboard'],
    ['show me the leaderboard month', 'leaderboard month'],
  ])('takes %j for %j', (text, meant) => {
    expect(parseCommand(text)).toEqual(parseCommand(meant));
    expect(parseCommand(text).kind).not.toBe('ask');
  });

  it('takes any text, and looks up trimmed whatever does not begin with a sub-command', () => {
    const verbs = /^(help|\?|hi|hello|hey|topics|me|forget|random|daily|quiz|leaderboard)([\s<!.]|$)/i;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const command = parseCommand(text);
        if (text.trim() !== '' && !verbs.test(text.trim())) {
          expect(command).toEqual({ kind: 'ask', query: text.trim() });
        }
      }),
    );
  });

  it('makes of any words behind a sub-command that sub-command, a mistake in it or a look-up', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'on',
        'off',
        'start',
        'stop',
        'teams',
        'thread',
        'week',
        'all',
        'here',
        'every',
        'day',
        '9',
        '25:00',
      ),
      fc.constantFrom(
        '20s',
        '-3',
        '1e9',
        'am',
        'Europe/Berlin',
        'ping:',
        'ping:<@&1>',
        'topic:',
        'level:hard',
        'mon,',
        ',',
      ),
      fc.constantFrom(...topics, ...levels),
      fc.string({ maxLength: 8 }),
    );
    const verb = fc.constantFrom('daily', 'quiz', 'leaderboard', 'random');
    fc.assert(
      fc.property(verb, fc.array(word, { maxLength: 8 }), (first, rest) => {
        const text = [first, ...rest].join(' ');
        const command = parseCommand(text);
        if (command.kind === 'ask') expect(command.query).toBe(text.trim());
        else if (command.kind === 'mistake') expect(command.of).toBe(first);
        else expect(command.kind).toBe(first);
        if (command.kind === 'mistake') expect(command.reason.length).toBeLessThan(400);
      }),
      { numRuns: 2000 },
    );
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
        expect(['ask', 'mistake', 'daily']).toContain(parseCommand(text + tail).kind);
      }
    },
  );
});
