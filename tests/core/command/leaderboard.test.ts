import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/core/command.ts';

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
  ])('reads %j', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each(['leaderboard in kaggle', 'leaderboard 2024'])('leaves %j to the look-up', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'ask', query: text });
  });

  it.each(['leaderboard week month', 'leaderboard here everywhere'])('asks for a choice after %j', (text) => {
    expect(parseCommand(text)).toMatchObject({ kind: 'mistake', of: 'leaderboard' });
  });
});
