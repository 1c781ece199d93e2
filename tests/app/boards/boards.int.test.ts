import { describe, expect, it } from 'vitest';
import { pagesAt } from '../../../src/app/page-links.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { bank, bankOf } from '../../search/bank.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const periods = ['all', '2026-11', '2026-W45', '2026-11-02'];

async function win(house: House, team: string, points: number): Promise<void> {
  await house.store.transact((unit) => unit.scores.addTeam(['sim:S:C', 'sim:S'], periods, { team, won: true, points }));
}

async function score(house: House, user: string, points: number, board = 'sim:S:C'): Promise<void> {
  const change = { user: `sim:S:${user}`, name: user, points, answered: 2, correct: 1, won: 0 };
  await house.store.transact((unit) => unit.scores.add([board, 'sim:S'], periods, change));
}

const view = { period: 'all', teams: false } as const;

/** The token of the page to which the card of a command leads. */
async function tokenOf(house: House, text: string): Promise<string> {
  const { card } = await house.command(text);
  return /leaderboard\/([^"?]+)/.exec(JSON.stringify(card))?.[1] ?? '';
}

const label = (card: Card, text: string) => buttonsOf(card).find((action) => action.label.startsWith(text))?.id ?? '';

describe('a leaderboard', () => {
  it('shares ranks among ties, and shows the reader’s own line however far down', async () => {
    const house = await openHouse(standingClock(start));
    for (let place = 0; place < 14; place += 1) await score(house, `p${place}`, place < 2 ? 900 : 800 - place);
    await score(house, 'ada', 3);
    const { card } = await house.command('leaderboard');
    expect(wordsOf(card)).toMatch(/1 \| p0 \| 900.*\n1 \| p1 \| 900.*\n3 \| p2 \| 798/);
    expect(wordsOf(card)).toContain('You are 15th of 15 with 3 points, 50% right.');
    const next = await house.press(label(card, 'Further down'));
    expect(next.place).toBe('instead');
    expect(wordsOf(next.card)).toContain('15 | ada | 3');
    expect(wordsOf(next.card)).not.toContain('You are');
  });

  it('is of this channel or of everywhere, of a week, a month or all time', async () => {
    const house = await openHouse(standingClock(start));
    await score(house, 'here', 10);
    await score(house, 'there', 20, 'sim:S:OTHER');
    expect(wordsOf((await house.command('leaderboard')).card)).not.toContain('there');
    const everywhere = await house.command('leaderboard all everywhere');
    expect(wordsOf(everywhere.card)).toMatch(/1 \| there \| 20.*\n2 \| here \| 10/);
    const week = standingClock(Date.parse('2026-11-10T09:00:00Z'));
    house.clock.set(week.wall());
    expect(wordsOf((await house.command('leaderboard week')).card)).toContain('Nobody has points here yet');
    expect(wordsOf((await house.command('leaderboard month')).card)).toContain('here');
  });

  it('of teams is of a week, a month or all time as well, and can be shown to the channel', async () => {
    const house = await openHouse(standingClock(start));
    await score(house, 'ada', 3);
    await win(house, 'Red', 700);
    const { card } = await house.press(label((await house.command('leaderboard')).card, 'Teams'));
    expect(card.title).toBe('Teams · this week · this channel');
    expect(wordsOf(card)).toContain('1 | Red | 1 | 1 | 700');
    const shared = await house.press(label(card, 'Share'));
    expect(shared.audience).toBe('channel');
    expect(wordsOf(shared.card)).toContain('1 | Red | 1 | 1 | 700');
    expect(buttonsOf(shared.card)).toEqual([]);
    house.clock.set(Date.parse('2026-11-10T09:00:00Z'));
    const nextWeek = (await house.command('leaderboard teams')).card;
    expect(wordsOf(nextWeek)).toContain('No teams have played here yet');
    expect(wordsOf((await house.press(label(nextWeek, 'This month'))).card)).toContain('Red');
    expect((await house.press(label(nextWeek, 'People'))).card.title).toBe('Leaderboard · this week · this channel');
    house.clock.set(Date.parse('2027-11-10T09:00:00Z'));
    expect(wordsOf((await house.command('leaderboard all everywhere teams')).card)).toContain('Red');
  });

  it('can be shown to the channel, then with a picture and without anybody’s own line', async () => {
    const house = await openHouse(standingClock(start));
    await score(house, 'ada', 10);
    const { card } = await house.command('leaderboard');
    const shared = await house.press(label(card, 'Share'));
    expect(shared.audience).toBe('channel');
    expect(shared.card.body.some(({ kind }) => kind === 'picture')).toBe(true);
    expect(buttonsOf(shared.card)).toEqual([]);
  });

  it('answers buttons that nobody made politely', async () => {
    const house = await openHouse(standingClock(start));
    for (const id of [
      'board',
      'board:week',
      'board:year:here:people:0',
      'board:week:here:people:-5',
      'board:week:here:people:1e9',
    ]) {
      expect((await house.press(id)).card.title).toBe('That button is out of date');
    }
  });

  it('has a page of its own where pages are served, under an address that nobody can guess', async () => {
    const house = await openHouse(standingClock(start));
    await score(house, 'ada', 10);
    expect(JSON.stringify((await house.command('leaderboard')).card)).not.toContain('charts');
    house.bot.useLinks(pagesAt('https://bot.example'));
    const token = await tokenOf(house, 'leaderboard');
    await house.store.transact((unit) =>
      unit.scores.add(['sim:S:C', 'sim:S'], ['all', '2026-11-03'], {
        user: 'sim:S:ada',
        name: 'ada',
        points: 5,
        answered: 1,
        correct: 1,
        won: 0,
      }),
    );
    house.clock.set(start + 86_400_000);
    const page = await house.bot.boards.board(token, view);
    expect(page?.players.map(({ name, points }) => [name, points])).toEqual([['ada', 15]]);
    expect(await house.bot.boards.board('guessed', view)).toBeNull();
  });

  it('has a page that is of a week, a month or all time, of people or of teams', async () => {
    const house = await openHouse(standingClock(start));
    house.bot.useLinks(pagesAt('https://bot.example'));
    await score(house, 'ada', 10);
    await win(house, 'Red', 700);
    const token = await tokenOf(house, 'leaderboard teams');
    house.clock.set(Date.parse('2026-11-10T09:00:00Z'));
    const names = async (period: 'week' | 'month' | 'all', teams: boolean) => {
      const page = await house.bot.boards.board(token, { period, teams });
      return [...(page?.players ?? []).map(({ name }) => name), ...(page?.ranked ?? []).map(({ team }) => team)];
    };
    expect([await names('week', false), await names('month', false), await names('all', false)]).toEqual([
      [],
      ['ada'],
      ['ada'],
    ]);
    expect([await names('week', true), await names('month', true)]).toEqual([[], ['Red']]);
  });

  it('leads from a card to the same board of the page', async () => {
    const house = await openHouse(standingClock(start));
    house.bot.useLinks(pagesAt('https://bot.example'));
    await score(house, 'ada', 10);
    await win(house, 'Red', 700);
    const link = async (text: string) =>
      /leaderboard\/[^"?]+(\??[^"]*)/.exec(JSON.stringify((await house.command(text)).card))?.[1];
    expect(await link('leaderboard all')).toBe('');
    expect(await link('leaderboard month')).toBe('?period=month');
    expect(await link('leaderboard week teams')).toBe('?period=week&who=teams');
  });

  it('shows topics and points over time of nobody but those who want it, until they do not or are forgotten', async () => {
    const house = await openHouse(standingClock(start));
    expect(wordsOf((await house.command('me')).card)).not.toContain('boards');
    house.bot.useLinks(pagesAt('https://bot.example'));
    for (const [user, points] of [
      ['ada', 10],
      ['bo', 20],
    ] as const) {
      await score(house, user, points);
      await house.store.transact((unit) => unit.scores.addTopic('sim:S', `sim:S:${user}`, 'vision', true));
    }
    const token = await tokenOf(house, 'leaderboard');
    const detailed = async () => {
      const page = await house.bot.boards.board(token, view);
      return [page?.persons.map(({ name }) => name), page?.history.lines];
    };
    expect(await detailed()).toEqual([[], []]);
    const ada = { user: 'sim:S:ada' };
    const { card } = await house.command('me', ada);
    expect(wordsOf(card)).toContain('show nobody’s topics and points over time unless they want it');
    const shown = await house.press(label(card, 'Show mine'), ada);
    expect(shown.place).toBe('instead');
    expect(wordsOf(shown.card)).toContain('to whoever has their address');
    await house.restart();
    house.bot.useLinks(pagesAt('https://bot.example'));
    expect(await detailed()).toEqual([['ada'], [{ name: 'ada', points: [10] }]]);
    const again = await house.press(label(shown.card, 'Hide mine'), ada);
    expect(await detailed()).toEqual([[], []]);
    await house.press(label(again.card, 'Show mine'), ada);
    await house.press('forget:yes', ada);
    await score(house, 'ada', 10);
    expect(await detailed()).toEqual([[], []]);
  });
});

describe('another bank', () => {
  it('is in use as soon as it is kept, for look-ups as well', async () => {
    const house = await openHouse(standingClock(start));
    const [first] = bank.filter(({ id }) => id === 'stride');
    if (first === undefined) throw new Error('stride is gone');
    await house.bot.useBank(bankOf([{ ...first, title: 'What does stride mean today?' }]));
    expect((await house.command('what is stride')).card.title).toBe('What does stride mean today?');
    expect((await house.press('show:padding')).card.title).toBe('That button is out of date');
    await until(() => expect(house.bot.application.complete('stri', 5)).toEqual(['What does stride mean today?']));
  });
});
