import { describe, expect, it } from 'vitest';
import { toQuizStart } from '../../../src/core/command/quiz.ts';
import { commandOf, topics } from '../command-of.ts';

function start(text: string) {
  const command = commandOf(text);
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

  it('fits whoever plays there, in place of a level', () => {
    expect(start('quiz 5 fitting')).toEqual({ topics: [], count: 5, level: 'fitting' });
    expect(commandOf('quiz fitting hard')).toMatchObject({ kind: 'mistake' });
    expect(commandOf('practice 5 fitting')).toMatchObject({ wish: { topics: [], count: 5 } });
  });

  it('plays in teams without a number too, and does not take other numbers for theirs', () => {
    expect(start('quiz teams')).toEqual({ topics: [], teams: 'default' });
    expect(start('quiz teams 20s')).toEqual({ topics: [], teams: 'default', seconds: 20 });
    expect(start('quiz teams 20 seconds')).toEqual({ topics: [], teams: 'default', seconds: 20 });
    expect(start('quiz 5 teams')).toEqual({ topics: [], count: 5, teams: 'default' });
  });

  it.each(['lobby 5m', 'lobby:5 minutes', 'Lobby 5 min'])('waits for players as long as %s says', (words) => {
    expect(start(`quiz 10 ${words} 20s`)).toEqual({ topics: [], count: 10, seconds: 20, lobby: 5 });
    expect(start(`quiz ${words}`)).toEqual({ topics: [], lobby: 5 });
  });

  it('says how long a lobby can be', () => {
    expect(commandOf('quiz lobby 90m')).toMatchObject({ reason: 'A quiz has 1 to 30 minutes in its lobby, not 90.' });
  });

  it.each(['pause', 'resume', 'skip', 'stop'])('reads quiz %s', (action) => {
    expect(commandOf(`quiz ${action}`)).toEqual({ kind: 'quiz', action });
  });

  it.each(['end', 'cancel', 'abort'])('stops after quiz %s', (word) => {
    expect(commandOf(`quiz ${word}`)).toEqual({ kind: 'quiz', action: 'stop' });
  });

  it('says how to write an order that has too many words', () => {
    const alone = 'write pause, resume, skip or stop alone.';
    expect(commandOf('quiz end now')).toMatchObject({
      reason: `I do not understand “end now”; ${alone}`,
      example: 'quiz stop',
    });
    expect(commandOf('quiz please pause')).toMatchObject({ example: 'quiz pause' });
  });

  it.each(['1', '50', '5s', '300s', 'teams 2', 'teams 8'])('takes the bound itself: %s', (words) => {
    expect(commandOf(`quiz ${words}`)).toMatchObject({ kind: 'quiz', action: 'start' });
  });

  it('checks typed options just as typed words', () => {
    expect(toQuizStart({ topics: [], count: 10 }, topics)).toEqual({
      kind: 'quiz',
      action: 'start',
      settings: { topics: [], count: 10 },
    });
    for (const count of [51, 2.5, Number.NaN])
      expect(toQuizStart({ topics: [], count }, topics)).toMatchObject({ kind: 'mistake' });
  });
});
