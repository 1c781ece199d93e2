import { describe, expect, it } from 'vitest';
import { loadBank } from '../../../src/bank/load.ts';
import { nameBank } from '../../../src/core/bank-name.ts';
import type { Question } from '../../../src/core/question.ts';
import { foreignBank } from '../../foreign-bank.ts';
import { bank, bankOf, whole } from '../../search/bank.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const start = Date.UTC(2026, 10, 25, 9);
const git = nameBank(await loadBank(foreignBank), 'git', whole.subject.command);
/** The same ids as the default bank has, in words of its own. */
const twin = (name: string) =>
  nameBank(
    { ...bankOf(bank.slice(0, 5).map((question): Question => ({ ...question, title: `${question.title} (twin)` }))) },
    name,
    whole.subject.command,
  );
const open = (others = [git]) => openHouse(standingClock(start), bank, { others });
const elsewhere = { channel: 'sim:S:D' };
const ada = { user: 'sim:S:ada', name: 'Ada', direct: true, channel: 'sim:S:@ada', manages: true };

describe('several banks', () => {
  it('are shown with the one in use, and another is chosen by those who manage the channel', async () => {
    const house = await open();
    const shown = wordsOf((await house.command('bank')).card);
    expect(shown).toContain('This channel uses PyTorch interview questions');
    expect(shown).toContain('git – Git questions, 3 questions');
    expect(shown).toContain('pytorch – PyTorch interview questions, 50 questions');
    expect(wordsOf((await house.command('bank use git', { manages: false })).card)).toContain(
      'those who run this channel',
    );
    expect(wordsOf((await house.command('bank use svn')).card)).toContain('There is no bank “svn” here');
    expect(wordsOf((await house.command('bank use git')).card)).toContain('In use from now on: 3 questions');
    expect(wordsOf((await house.command('bank')).card)).toContain('This channel uses Git questions');
    expect(wordsOf((await house.command('bank', elsewhere)).card)).toContain('This channel uses PyTorch');
    await house.settled();
    expect(house.platform.in('sim:S:C').map(({ card }) => wordsOf(card).trim())).toEqual([
      'Ada chose another question bank for this channel: Git questions.',
    ]);
  });

  it('answer where they are in use, and nowhere else', async () => {
    const house = await open();
    await house.command('bank use git');
    expect(wordsOf((await house.command('What does git revert do?')).card)).toContain('It records a new commit');
    expect(wordsOf((await house.command('What does git revert do?', elsewhere)).card)).not.toContain('a new commit');
    expect(wordsOf((await house.command('help')).card)).toContain('I know 3 Git questions');
    expect(wordsOf((await house.command('help', elsewhere)).card)).toContain('I know 50 PyTorch questions');
    expect(wordsOf((await house.command('topics')).card)).toContain('Undoing things (2)');
    expect(wordsOf((await house.command('random undoing')).card)).toContain('Undoing things · ');
    const { complete, answers, subject } = house.bot.application;
    expect(complete('What does git rev', 5, 'sim:S:C')).toEqual(['What does git revert do?']);
    expect(complete('What does git rev', 5, 'sim:S:D')).not.toContain('What does git revert do?');
    expect([answers('what does git revert do', 'sim:S:C'), answers('what does git revert do', 'sim:S:D')]).toEqual([
      true,
      false,
    ]);
    expect(subject('sim:S:C').command).toBe('pytorch');
  });

  it('ask in quizzes, daily questions and practice what is theirs', async () => {
    const house = await open();
    await house.command('bank use git');
    await house.command('quiz 3 Undoing things');
    const live = await house.store.transact((unit) => unit.quizzes.liveIn('sim:S:C'));
    expect(live).toBeNull();
    await house.command('quiz 2');
    const quiz = await house.store.transact((unit) => unit.quizzes.liveIn('sim:S:C'));
    expect(quiz?.state.questions.every(({ question }) => question.startsWith('git.'))).toBe(true);
    await house.settled();
    expect(
      house.platform
        .in('sim:S:C')
        .map(({ card }) => wordsOf(card))
        .join('\n'),
    ).toContain('Git quiz');
    await house.command('daily on 10:00 Europe/Berlin');
    expect(wordsOf((await house.command('daily status')).card)).toContain('3');
    await house.pass(3 * 3_600_000);
    const [post] = await house.store.transact((unit) => unit.daily.openPosts('sim:S:C'));
    await house.command('daily now');
    const posts = await house.store.transact((unit) => unit.daily.openPosts('sim:S:C'));
    expect([post, ...posts].every((each) => each === undefined || each.question.startsWith('git.'))).toBe(true);
    expect(posts.length).toBeGreaterThan(0);
    const practice = wordsOf((await house.command('practice 1 undoing')).card);
    expect(practice).toContain('Undoing things');
  });

  it('do not share what people learn, though their questions have the same ids', async () => {
    const house = await open([twin('other')]);
    const answer = async (where: { readonly channel?: string }) => {
      await house.command('practice 1', where);
      const session = await house.store.transact((unit) => unit.practice.lock('sim:S:ada'));
      await house.press(`session:${session?.id}:pick:0:1`, where);
      return session?.items[0]?.question ?? '';
    };
    const first = await answer({});
    await house.command('bank use other', elsewhere);
    await house.press(`session:${(await house.store.transact((unit) => unit.practice.lock('sim:S:ada')))?.id}:stop`);
    const second = await answer(elsewhere);
    expect(first).not.toContain('.');
    expect(second).toMatch(/^other\./);
    const cards = await house.store.transact((unit) => unit.memory.cards('sim:S:ada'));
    expect(new Set(cards.map(({ question }) => question))).toEqual(new Set([first, second]));
    expect(wordsOf((await house.command('me', elsewhere)).card)).toMatch(/of 5 questions; 1 met so far/);
    expect(wordsOf((await house.command('me')).card)).toMatch(/of 50 questions; 1 met so far/);
  });

  it('keep what was asked before the change as it was', async () => {
    const house = await open();
    await house.command('daily now');
    await house.settled();
    const [post] = await house.store.transact((unit) => unit.daily.openPosts('sim:S:C'));
    await house.command('bank use git');
    const verdict = wordsOf((await house.press(`daily:${post?.date}:0`)).card);
    expect(verdict).toMatch(/Right|Not quite|right answer/);
    expect(wordsOf((await house.press('show:stride')).card)).toMatch(/stride/i);
    await house.command('bank use pytorch');
    expect(wordsOf((await house.press('show:git.revert')).card)).toContain('It records a new commit');
  });

  it('say when the daily question would end with the bank', async () => {
    const house = await open();
    await house.command('daily on 10:00 Europe/Berlin topic:tensors');
    expect(wordsOf((await house.command('bank use git')).card)).toMatch(/The daily question asks on .*ensors/);
  });

  it('are chosen in a conversation with the bot for one person alone', async () => {
    const house = await open();
    expect(wordsOf((await house.command('bank', ada)).card)).toContain('This conversation with me uses PyTorch');
    await house.command('bank use git', ada);
    await house.settled();
    expect(house.platform.in('sim:S:@ada')).toEqual([]);
    expect(wordsOf((await house.command('help', ada)).card)).toContain('Git');
    expect(wordsOf((await house.command('help')).card)).toContain('PyTorch');
  });

  it('come back by practice that comes by itself, whichever was learned', async () => {
    const house = await open();
    const note = { topic: 'git.undoing', level: 'easy', asked: null, choice: null, correct: false } as const;
    await house.store.transact(({ memory }) =>
      memory.note({
        ...{ ...note, question: 'git.revert', item: 'new', user: 'sim:S:ada', source: 'daily:x' },
        at: start - 86_400_000,
      }),
    );
    await house.command('practice daily 10:01 Europe/Berlin', ada);
    await house.pass(60_000);
    const [message] = house.platform.in('@sim:S:ada').map(({ card }) => wordsOf(card));
    expect(message).toContain('What does it add to the history?');
    expect(message).toContain('Undoing things');
  });

  it('are kept over a restart, and one that is gone is told of once to who chose it', async () => {
    const house = await open();
    await house.command('bank use git', { user: 'sim:S:boss', name: 'Boss' });
    await house.restart();
    expect(wordsOf((await house.command('help')).card)).toContain('Git');
    const told = () => house.platform.in('@sim:S:boss').map(({ card }) => wordsOf(card));
    for (const others of [[], []]) {
      await house.restart(bank, { others });
      expect(wordsOf((await house.command('help')).card)).toContain('PyTorch');
      await house.settled();
      expect(told()).toHaveLength(1);
    }
    expect(told()[0]).toContain('You chose the bank git for');
    expect(told()[0]).toContain('PyTorch interview questions are used there instead');
    await house.restart(bank, { others: [git] });
    expect(wordsOf((await house.command('help')).card)).toContain('Git');
    await house.pass(1000);
    await house.restart(bank, { others: [] });
    await house.settled();
    expect(told()).toHaveLength(2);
  });

  it('are told apart in what was asked in vain', async () => {
    const house = await open();
    await house.command('bank use git');
    await house.command('zymurgy of xylophones');
    await house.command('zymurgy of xylophones', elsewhere);
    await house.bot.stop();
    const gaps = await house.store.transact((unit) => unit.gaps.list(9));
    expect(gaps.map(({ question }) => question).toSorted()).toEqual(['', 'git.']);
    await house.restart();
  });

  it('are edited one by one', async () => {
    const house = await open();
    await house.command('bank use git');
    const [first] = git.questions;
    if (first === undefined) throw new Error('The bank is empty.');
    await house.bot.useBank({ ...git, questions: [first] });
    expect(wordsOf((await house.command('help')).card)).toContain('I know 1 Git question');
    expect(wordsOf((await house.command('help', elsewhere)).card)).toContain('I know 50 PyTorch questions');
  });
});
