import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { instant } from '../daily/place.ts';
import { openHouse, standingClock } from '../house.ts';

describe('gaps', () => {
  it('count what was not answered and what was of no use, without who asked', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    for (const user of ['a', 'b']) await house.command('What is the weather in Lisbon', { user: `sim:S:${user}` });
    const answer = await house.command('what is stride');
    await house.press(buttonsOf(answer.card).find(({ label }) => label === '👎')?.id ?? '');
    await house.restart();
    const gaps = await house.store.transact((unit) => unit.gaps.list(10));
    expect(gaps.map(({ kind, query, question, count }) => [kind, query.toLowerCase(), question, count])).toEqual([
      ['unanswered', 'what is the weather in lisbon', '', 2],
      ['down-voted', 'what is stride', 'stride', 1],
    ]);
    expect(JSON.stringify(gaps)).not.toContain('sim:S');
  });
});
