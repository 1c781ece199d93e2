import { describe, expect, it } from 'vitest';
import { commandOf } from '../command-of.ts';

const plain = { kind: 'leaderboard', period: 'week', everywhere: false, teams: false };

describe('leaderboard', () => {
  it.each([
    ['leaderboard', plain],
    ['leaderboard week', plain],
    ['Leaderboard Month', { ...plain, period: 'month' }],
    ['leaderboard here all', { ...plain, period: 'all' }],
    ['leaderboard teams month server', { kind: 'leaderboard', period: 'month', everywhere: true, teams: true }],
    ['leaderboard workspace', { ...plain, everywhere: true }],
    ['leaderboard everywhere', { ...plain, everywhere: true }],
    ['leaderboard weekly', plain],
    ['leaderboard this week', plain],
    ['leaderboard monthly', { ...plain, period: 'month' }],
    ['leaderboard this month teams', { ...plain, period: 'month', teams: true }],
    ['leaderboard all time', { ...plain, period: 'all' }],
    ['leaderboard of all time', { ...plain, period: 'all' }],
    ['leaderboard all-time', { ...plain, period: 'all' }],
  ])('reads %j', (text, command) => {
    expect(commandOf(text)).toEqual(command);
  });

  it.each(['leaderboard in kaggle', 'leaderboard 2024', 'leaderboard foo?', 'leaderboard of models this month'])(
    'leaves %j to the look-up',
    (text) => {
      expect(commandOf(text)).toEqual({ kind: 'ask', query: text });
    },
  );

  it.each(['leaderboard week month', 'leaderboard here everywhere'])('asks for a choice after %j', (text) => {
    expect(commandOf(text)).toMatchObject({ kind: 'mistake', of: 'leaderboard' });
  });

  it.each([
    ['leaderboard foo', '“foo”'],
    ['leaderboard today', '“today”'],
    ['leaderboard last week', '“last”'],
    ['leaderboard month teams please', '“please”'],
  ])('says what it knows after %j', (text, word) => {
    const command = commandOf(text);
    expect(command).toMatchObject({ kind: 'mistake', of: 'leaderboard' });
    expect(command).toHaveProperty('reason', expect.stringContaining(word));
    expect(command).toHaveProperty('reason', expect.stringContaining('week, month or all'));
  });
});
