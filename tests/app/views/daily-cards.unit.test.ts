import { describe, expect, it } from 'vitest';
import { dailyPostCard, dailyRevealCard, dailyVerdictCard } from '../../../src/app/views/daily.ts';
import { dailyOffCard, dailyOnCard, dailyStatusCard } from '../../../src/app/views/daily-settings.ts';
import { dailySkippedCard } from '../../../src/app/views/daily-skips.ts';
import { chooseZoneCard } from '../../../src/app/views/daily-zone.ts';
import { rightPlace } from '../../../src/app/views/item.ts';
import { dailyDefaults } from '../../../src/core/daily/settings.ts';
import { noStreak } from '../../../src/core/daily/streak.ts';
import { shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';
import { dailies } from './every-daily-card.ts';

const [asked] = dailies();
if (asked === undefined) throw new Error('The bank is empty.');
const right = rightPlace(asked.item, asked.post.order);
const wrong = (right + 1) % 4;
const ada = { user: 'u', name: 'Ada', choice: right, correct: true, at: 0 };

/** How many chose the right option and how many a wrong one. */
const counts = (rightOnes: number, wrongOnes: number) =>
  [0, 1, 2, 3].map((place) => (place === right ? rightOnes : place === wrong ? wrongOnes : 0));

describe('the daily question', () => {
  it.each([
    [0, 'nobody has answered yet'],
    [1, '1 person answered'],
    [3, '3 people answered'],
  ])('says that %i have answered, and never what', (answered, words) => {
    expect(wordsOf(dailyPostCard(asked, answered, shipped.subject))).toContain(words);
  });

  it.each([
    [0, 0, 'Nobody answered this one.'],
    [1, 0, '1 person answered, and got it right. First right: Ada.'],
    [0, 1, '1 person answered, and got it wrong.'],
    [0, 2, '2 people answered, none of them right (0%).'],
    [2, 1, '3 people answered, 2 of them right (67%). First right: Ada.'],
  ])('tells at its end what came of it: %i right, %i wrong', (rightOnes, wrongOnes, words) => {
    const answers = rightOnes > 0 ? [ada] : [];
    expect(wordsOf(dailyRevealCard(asked, counts(rightOnes, wrongOnes), answers, []))).toContain(words);
  });

  it('names streaks worth naming', () => {
    const streaks = [12, 7, 1].map((current, no) => ({ user: `u${no}`, name: `P${no}`, current, longest: current }));
    expect(wordsOf(dailyRevealCard(asked, counts(1, 0), [ada], streaks))).toContain('Longest streaks: P0 12, P1 7\n');
  });

  it('explains a wrong choice and the right one to whoever made it', () => {
    const words = wordsOf(dailyVerdictCard(asked, wrong, { before: false, streak: { ...noStreak, current: 3 } }));
    expect(words).toMatch(/^Not quite\nYou chose .+\n.+\nThe right answer is .+\n.+\n/);
    expect(words).toContain('No points this time · 3 daily questions in a row');
    expect(words).toContain('[Full answer]');
    expect(wordsOf(dailyVerdictCard(asked, right, { before: false, streak: { ...noStreak, current: 1 } }))).toMatch(
      /^Right\n[\s\S]*\+500 points\n/,
    );
  });
});

describe('its settings', () => {
  const plan = { ...dailyDefaults, time: { hour: 9, minute: 5 }, zone: 'Europe/Berlin' };
  const next = { date: '2026-11-26', at: Date.parse('2026-11-26T08:05:00Z') };

  it('say when it comes, from how many questions, and what one can do next', () => {
    const words = wordsOf(dailyOnCard(plan, next, 1, shipped.subject));
    expect(words).toContain('When: 09:05 Europe/Berlin, every day');
    expect(words).toContain('Next: Thursday, 26 November, 09:05 Europe/Berlin (your time: ');
    expect(words).toContain('To choose from: 1 question\n');
    for (const command of ['daily now', 'daily skip', 'daily unskip', 'daily off']) expect(words).toContain(command);
  });

  it('say the next time in the zone of the schedule, and in the reader’s own with a label', () => {
    const schedule = { channel: 'c', scope: 's', settings: plan, setBy: 'u', on: true };
    const status = { ...schedule, nextDate: next.date, nextAt: next.at, rules: '2026f' };
    for (const card of [
      dailyOnCard(plan, next, 1, shipped.subject),
      dailyStatusCard(status, { asked: 0, left: 1 }, shipped.subject, []),
    ]) {
      const spans = card.body.flatMap((node) =>
        node.kind === 'fields' ? node.fields.flatMap(({ value }) => value) : [],
      );
      const [before, time] = spans.slice(spans.findIndex(({ kind }) => kind === 'time') - 1);
      expect(before?.text).toMatch(/your time: $/);
      expect(time).toMatchObject({ kind: 'time', style: 'date-time', at: next.at });
    }
  });

  it('after a skip name the next day with its weekday in the zone of the schedule', () => {
    // A Monday in Apia, where it is Sunday still for most readers.
    const monday = { date: '2026-11-30', at: Date.parse('2026-11-29T11:30:00Z') };
    const words = wordsOf(dailySkippedCard('2026-11-27', monday));
    expect(words).toContain('The next one comes on Monday, 30 November (your time: 2026-11-29 11:30 UTC).');
    expect(wordsOf(dailySkippedCard('2026-11-28', { ...monday, date: '2026-11-29' }))).toContain('Sunday, 29 November');
  });

  it.each([
    ['<@&900000000000000000>', 'one group'],
    ['<!subteam^S012|@ml-team>', '@ml-team'],
    ['@ml-team', '@ml-team'],
  ])('name the group that %s notifies, and no number', (ping, name) => {
    const words = wordsOf(dailyOnCard({ ...plan, ping }, next, 3, shipped.subject));
    expect(words).toContain(`Notifies: ${name}`);
    expect(words).not.toMatch(/[<>]/);
  });

  it('that are off say how to turn it on', () => {
    for (const card of [
      dailyStatusCard(null, { asked: 0, left: 0 }, shipped.subject, []),
      dailyOffCard(true),
      dailyOffCard(false),
    ]) {
      expect(wordsOf(card)).toContain('To turn it on: daily on 09:00 Europe/Berlin weekdays');
    }
  });

  it('ask for another time zone in singular and plural', () => {
    expect(wordsOf(chooseZoneCard('Berln', { suggestions: ['Europe/Berlin'] }, 'd'))).toContain('Did you mean this?');
    expect(wordsOf(chooseZoneCard('Berln', { suggestions: ['Europe/Berlin', 'Europe/Bern'] }, 'd'))).toContain(
      'one of these?',
    );
    expect(wordsOf(chooseZoneCard('x', { suggestions: [] }, 'd'))).toContain(
      'for instance daily on 09:00 Europe/Berlin.',
    );
  });
});
