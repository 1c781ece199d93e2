import { describe, expect, it } from 'vitest';
import { toQuizStart } from '../../../src/core/command/quiz.ts';
import { parseCommand } from '../../../src/core/command.ts';

function start(text: string) {
  const command = parseCommand(text);
  return command.kind === 'quiz' && command.action === 'start' ? command.settings : command;
}

describe('quiz', () => {
  it('starts with the defaults if nothing more is said', () => {
    expect(start('quiz')).toEqual({ topics: [] });
    expect(start('quiz start')).toEqual({ topics: [] });
  });

  it('reads count, topics, level, seconds and teams in any order', () => {
    const all = { count: 10, topics: ['tensors', 'autograd'], level: 'hard', seconds: 20, teams: 3 };
    expect(start('quiz 10 tensors autograd hard 20s teams 3')).toEqual(all);
    expect(start('Quiz START teams 3 20 seconds Hard topic:tensors,autograd 10 questions')).toEqual(all);
  });

  it('plays in teams without a number too, and does not take other numbers for theirs', () => {
    expect(start('quiz teams')).toEqual({ topics: [], teams: 'default' });
    expect(start('quiz teams 20s')).toEqual({ topics: [], teams: 'default', seconds: 20 });
    expect(start('quiz teams 20 seconds')).toEqual({ topics: [], teams: 'default', seconds: 20 });
    expect(start('quiz 5 teams')).toEqual({ topics: [], count: 5, teams: 'default' });
  });

  it.each(['pause', 'resume', 'skip', 'stop'])('reads quiz %s', (action) => {
    expect(parseCommand(`quiz ${action}`)).toEqual({ kind: 'quiz', action });
  });

  it.each(['end', 'cancel', 'abort'])('stops after quiz %s', (word) => {
    expect(parseCommand(`quiz ${word}`)).toEqual({ kind: 'quiz', action: 'stop' });
  });

  it.each([
    'quiz me about autograd',
    'quiz autograd basics',
    'quiz stop words',
    'quiz 500 what is a leaf tensor',
    'quiz start to finish',
    'quiz teams in production',
    'quiz cancel culture',
    'quiz quantization?',
  ])('leaves %j to the look-up', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'ask', query: text });
  });

  it.each([
    ['quiz 500', /1 to 50 questions, not 500/],
    ['quiz 0', /1 to 50 questions/],
    ['quiz -3', /1 to 50 questions/],
    ['quiz 10 4s', /5 to 300 seconds/],
    ['quiz 10 20s teams 99', /2 to 8 teams, not 99/],
    ['quiz 10 teams 1', /2 to 8 teams/],
    ['quiz 10 20', /10 and 20; write seconds as 20s/],
    ['quiz 10 easy hard', /only once/],
    ['quiz 10 tensor', /“tensor” is neither a topic nor a level/],
    ['quiz start tensor', /“tensor” is neither a topic nor a level/],
    ['quiz banana', /“banana” is neither a topic nor a level/],
    ['quiz 5 on tensors', /“on” is neither a topic nor a level/],
  ])('names the bound or the choice for %j', (text, wrong) => {
    const reason = expect.stringMatching(/For example: quiz 10/);
    expect(parseCommand(text)).toEqual({ kind: 'mistake', of: 'quiz', reason });
    expect(parseCommand(text)).toHaveProperty('reason', expect.stringMatching(wrong));
  });

  it('says how to write an order that has too many words', () => {
    const alone = 'write pause, resume, skip or stop alone. For example:';
    expect(parseCommand('quiz end now')).toMatchObject({ reason: `I do not understand “end now”; ${alone} quiz stop` });
    expect(parseCommand('quiz please pause')).toMatchObject({ reason: expect.stringMatching(/: quiz pause$/) });
  });

  it.each(['1', '50', '5s', '300s', 'teams 2', 'teams 8'])('takes the bound itself: %s', (words) => {
    expect(parseCommand(`quiz ${words}`)).toMatchObject({ kind: 'quiz', action: 'start' });
  });

  it('checks typed options just as typed words', () => {
    expect(toQuizStart({ topics: [], count: 10 })).toEqual({
      kind: 'quiz',
      action: 'start',
      settings: { topics: [], count: 10 },
    });
    for (const count of [51, 2.5, Number.NaN])
      expect(toQuizStart({ topics: [], count })).toMatchObject({ kind: 'mistake' });
  });
});
