import { describe, expect, it } from 'vitest';
import { wordsOf } from '../words-of.ts';
import { answerRight, openAt, stands } from './place.ts';

/** A house whose question comes every day at 8, answered on each of these dates. */
async function answered(dates: readonly string[], zone = 'Etc/UTC') {
  const house = await openAt(`${dates[0]}T00:30:00Z`);
  await house.command(`daily on 08:00 ${zone}`);
  const pass = async (date: string, answers: boolean) => {
    house.clock.set(Date.parse(`${date}T08:00:00Z`));
    await stands(house, date);
    await house.settled();
    return answers ? wordsOf(await answerRight(house, date)) : '';
  };
  for (const date of dates) await pass(date, true);
  return { house, pass };
}

describe('a freeze', () => {
  it('keeps a streak by itself, and is told of with the next answer and in one’s own record', async () => {
    const { house, pass } = await answered(['2026-11-02', '2026-11-03']);
    expect(wordsOf((await house.command('me')).card)).toContain(
      'Freezes: 2 left in November; one keeps your streak by itself when you miss a question',
    );
    await pass('2026-11-04', false);
    await pass('2026-11-05', false);
    const record = wordsOf((await house.command('me')).card);
    expect(record).toContain('Daily questions in a row: 2 (your best: 2)');
    expect(record).toContain('Freezes: A freeze for 4 November kept your streak of 2, and 1 is left in November');
    house.clock.set(Date.parse('2026-11-05T09:00:00Z'));
    const verdict = wordsOf(await answerRight(house, '2026-11-05'));
    expect(verdict).toContain('+500 points · 3 daily questions in a row');
    expect(verdict).toContain('A freeze for 4 November kept your streak, and 1 is left in November.');
    expect(await pass('2026-11-06', true)).not.toContain('reeze');
  });

  it('is not spent on days without a question, however many', async () => {
    const { house, pass } = await answered(['2026-11-02']);
    await house.command('daily off');
    house.clock.set(Date.parse('2026-11-20T07:00:00Z'));
    await house.command('daily on 08:00 Etc/UTC');
    const verdict = await pass('2026-11-20', true);
    expect(verdict).toContain('2 daily questions in a row');
    expect(verdict).not.toContain('reeze');
  });

  it('is one of two each month: the third question that is missed ends the streak, and the month after has two again', async () => {
    const { house, pass } = await answered(['2026-11-26']);
    for (const date of ['2026-11-27', '2026-11-28']) await pass(date, false);
    expect(await pass('2026-11-29', true)).toContain(
      '2 freezes for 27 November and 28 November kept your streak, and none is left in November.',
    );
    expect(wordsOf((await house.command('me')).card)).toContain(
      'Freezes: none left in November: the next question you miss ends your streak',
    );
    await pass('2026-11-30', false);
    expect(await pass('2026-12-01', true)).not.toContain('in a row');
    expect(wordsOf((await house.command('me')).card)).toContain('Freezes: 2 left in December');
  });
});
