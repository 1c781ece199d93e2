import { describe, expect, it } from 'vitest';
import { forgetCard, forgottenCard } from '../../../src/app/views/forget.ts';
import { leaderboardCard, teamBoardCard } from '../../../src/app/views/leaderboard.ts';
import { personalCard } from '../../../src/app/views/personal.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';
import { noProgress, sampleProgress } from './sample-progress.ts';

const row = (rank: number, points: number) => ({
  user: `u${rank}`,
  name: `P${rank}`,
  points,
  answered: 4,
  correct: 2,
  won: 1,
  rank,
});
const query = { period: 'week', everywhere: false, teams: false, offset: 0 } as const;
const page = {
  rows: [row(1, 12_000), row(2, 1)],
  own: row(22, 1),
  count: 1022,
  streaks: new Map(),
  pageSize: 10,
  page: null,
  shared: false,
  direct: false,
};

describe('a leaderboard', () => {
  it('tells readers their own place, however far down', () => {
    const words = wordsOf(leaderboardCard(query, page));
    expect(words).toContain('1 | P1 | 12,000 | 50% | 1');
    expect(words).toContain('You are 22nd of 1,022 with 1 point, 50% right.');
  });

  it('leads to the other spans of time, to all channels and back', () => {
    expect(wordsOf(leaderboardCard(query, page))).toContain('[This month] [All time] [All channels] [Teams]');
    expect(wordsOf(leaderboardCard({ ...query, everywhere: true }, page))).toContain('[This channel]');
    expect(wordsOf(leaderboardCard({ ...query, offset: 10 }, page))).toContain('[‹ Further up] [Further down ›]');
  });

  it('that is shared has no buttons, even when it is empty', () => {
    const shared = { ...page, own: null, shared: true };
    expect(buttonsOf(leaderboardCard(query, shared))).toEqual([]);
    expect(buttonsOf(leaderboardCard(query, { ...shared, rows: [], count: 0 }))).toEqual([]);
  });

  it('says how to get onto an empty one', () => {
    const words = wordsOf(leaderboardCard(query, { ...page, rows: [], own: null, count: 0 }));
    expect(words).toContain('start a quiz in a channel: quiz 5');
  });

  it('of teams leads to the other ones, also from an empty one', () => {
    const teams = { ...query, teams: true };
    const rows = [{ team: 'Red', won: 1, played: 2, points: 2000, rank: 1 }];
    const places = { shared: false, direct: false, page: null };
    const others = '[This month] [All time] [All channels] [People]';
    expect(wordsOf(teamBoardCard(teams, { ...places, rows }))).toContain('1 | Red | 1 | 2 | 2,000\n[Share to channel]');
    expect(wordsOf(teamBoardCard(teams, { ...places, rows }))).toContain(others);
    expect(wordsOf(teamBoardCard(teams, { ...places, rows: [] }))).toContain(`quiz 10 teams\n${others}`);
    for (const shown of [rows, []]) {
      expect(buttonsOf(teamBoardCard(teams, { ...places, rows: shown, shared: true }))).toEqual([]);
    }
  });
});

describe('one’s own record', () => {
  const place = { progress: noProgress, page: null, direct: false };
  const record = { everywhere: row(1, 1950), here: row(3, 500), streak: null, ...place };

  it('says what of it was made in this channel', () => {
    expect(wordsOf(personalCard(record, shipped.subject))).toContain(
      'Points: 1,950, of which 500 in this channel (3rd place)',
    );
    expect(wordsOf(personalCard({ ...record, here: row(1, 1950) }, shipped.subject))).toContain(
      '1,950, all in this channel (1st place)',
    );
    expect(wordsOf(personalCard({ ...record, here: null }, shipped.subject))).toContain('Points: 1,950\n');
    expect(wordsOf(personalCard({ ...record, everywhere: row(1, 0), here: row(1, 0) }, shipped.subject))).toContain(
      'Points: 0\n',
    );
  });

  it('names the weakest topic first and how to practise it', () => {
    const topics = [
      { topic: 'vision', answered: 3, correct: 1 },
      { topic: 'tensors', answered: 2, correct: 2 },
    ];
    const words = wordsOf(personalCard({ ...record, progress: sampleProgress(topics) }, shipped.subject));
    expect(words).toMatch(/Vision: 1 of 3\n.*Tensors: 2 of 2\n[\s\S]*To practise: practice vision/);
    const best = sampleProgress(topics.slice(1));
    expect(wordsOf(personalCard({ ...record, progress: best }, shipped.subject))).not.toContain('To practise');
  });

  it('says what is due and learned, and how it went of late, in words and as a picture', () => {
    const topics = [{ topic: 'vision', answered: 40, correct: 20 }];
    const card = personalCard({ ...record, progress: sampleProgress(topics), page: null }, shipped.subject);
    expect(wordsOf(card)).toContain('To repeat: 3 today, 12 within a week');
    expect(wordsOf(card)).toContain('Learned: 34 of 120 questions; 60 met so far');
    expect(wordsOf(card)).toContain('Vision: 20 of 40, in the last 4 weeks 15 of 30');
    const node = card.body.find(({ kind }) => kind === 'picture');
    expect(node).toMatchObject({
      alt: expect.stringContaining('34 of 120 questions learned, 50% of 40 answers right'),
      picture: { topics: [{ name: 'Vision', accuracy: 0.5, weeks: [...Array(9).fill(null), 0.5, 0.5, 0.5] }] },
    });
  });

  it('links to a page only where there is one, and is shared only where others are', () => {
    const progress = sampleProgress([{ topic: 'vision', answered: 4, correct: 2 }]);
    const words = (changed: object) =>
      JSON.stringify(personalCard({ ...record, progress, ...changed }, shipped.subject));
    expect(words({})).not.toContain('as a page');
    expect(words({ page: 'https://bot.example/progress/x' })).toContain('https://bot.example/progress/x');
    expect(words({})).toContain('progress:share');
    expect(words({ direct: true })).not.toContain('progress:share');
  });

  it('says where it was made when it is of many places', () => {
    const places = [
      { name: 'Chess club', points: 1500 },
      { name: 'Direct messages with me', points: 450 },
    ];
    expect(wordsOf(personalCard({ ...record, here: null, places }, shipped.subject))).toContain(
      'By place:\nChess club: 1,500 points\nDirect messages with me: 450 points',
    );
  });
});

describe('being forgotten', () => {
  const kept = {
    dailyAnswers: 12,
    quizzes: 3,
    running: 0,
    schedules: 0,
    votes: 0,
    dailyPractice: 0,
    flags: 0,
    reminders: 0,
    suggestions: 0,
    posted: 0,
    marked: 0,
    answers: 0,
    others: 9,
  };
  const club = { name: 'Chess club', points: 1950, kept };

  it('comes only after a word on what goes and what stays', () => {
    const words = wordsOf(forgetCard([club], 'here'));
    expect(words).toContain(
      'deleted for good, in all channels: 1,950 points, 12 daily answers and your part in 3 quizzes.',
    );
    expect(words).toContain('Messages that are in the chat already stay');
    expect(words).not.toMatch(/elsewhere|is being played|daily question goes on/);
    expect(buttonsOf(forgetCard([club], 'here'))).toMatchObject([{ label: 'Forget me', style: 'danger' }]);
  });

  it('says what becomes of a quiz that is played and of a daily question that they set up', () => {
    const words = wordsOf(forgetCard([{ ...club, kept: { ...kept, running: 1, schedules: 1 } }], 'here'));
    expect(words).toContain('You leave the quiz that is being played.');
    expect(words).toContain('The daily question goes on in its channel, without your name.');
  });

  it('names each place where it is meant everywhere, and counts those that are too many', () => {
    const many = Array.from({ length: 22 }, (_, no) => ({ ...club, name: `Club ${no}` }));
    const words = wordsOf(forgetCard(many, 'everywhere'));
    expect(words).toContain('Club 0: 1,950 points, 12 daily answers, your part in 3 quizzes\nClub 1:');
    expect(words).toContain('and what I keep in 12 more places.');
    expect(buttonsOf(forgetCard(many, 'everywhere'))).toMatchObject([{ label: 'Forget me everywhere' }]);
  });

  it('says how to be forgotten elsewhere where only this place is meant', () => {
    expect(wordsOf(forgetCard([club], 'apart'))).toContain('elsewhere stays');
    expect(wordsOf(forgottenCard('apart'))).toContain('nothing under your name any more here.');
  });

  it('has no button where there is nothing', () => {
    expect(wordsOf(forgetCard([], 'here'))).toContain('I keep nothing about you.');
    expect(buttonsOf(forgetCard([], 'here'))).toEqual([]);
  });
});
