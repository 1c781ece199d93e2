import { describe, expect, it } from 'vitest';
import { helpCard } from '../../../src/app/views/help.ts';
import { nothingCard, unsureCard } from '../../../src/app/views/not-found.ts';
import { personalCard } from '../../../src/app/views/personal.ts';
import { emptyFilterCard, mistakeCard } from '../../../src/app/views/problem.ts';
import type { CardNode } from '../../../src/core/card.ts';
import { commandOf } from '../../core/command-of.ts';
import { bank as questions, shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';
import { noProgress } from './sample-progress.ts';

const help = helpCard(shipped.subject, 50, { plays: true });
const listed = (node: CardNode) => (node.kind === 'list' ? node.items : []);

/** What is set as code, the first in each line: what one can type as it stands. */
const typed = help.body.flatMap(listed).flatMap(([first]) => (first?.kind === 'command' ? [first.text] : []));

describe('the help', () => {
  it('names every command', () => {
    for (const action of [
      'daily on',
      'daily status',
      'daily now',
      'daily skip',
      'daily unskip',
      'daily off',
      'quiz',
      'pause',
      'resume',
      'stop',
      'teams',
    ]) {
      expect(wordsOf(help)).toContain(action);
    }
    for (const command of ['random', 'topics', 'leaderboard', 'everywhere', 'me', 'forget me', 'Look this up']) {
      expect(wordsOf(help)).toContain(command);
    }
  });

  it('has examples that mean what they are said to', () => {
    const kinds = typed.map((text) => commandOf(text).kind);
    expect(kinds).toEqual([
      'ask',
      'ask',
      'random',
      'topics',
      'practice',
      'interview',
      'daily',
      'daily',
      'quiz',
      'quiz',
      'quiz',
      'quiz',
      'leaderboard',
      'season',
      'daily',
      'practice',
      'me',
      'export',
      'forget-me',
    ]);
  });

  it('says who may pause, skip and stop a quiz', () => {
    expect(wordsOf(help)).toContain('for its host, and for whoever manages the bot here');
  });

  it('speaks of no channel where there is none', () => {
    expect(wordsOf(helpCard({ ...shipped.subject, examples: [] }, 50, { plays: false }))).not.toMatch(
      /channel|quiz 10|daily/,
    );
  });
});

describe('a word on what went wrong', () => {
  it('sets the right way to write it apart, to be copied', () => {
    const command = commandOf('quiz 500');
    if (command.kind !== 'mistake') throw new Error('500 questions are too many');
    const { body } = mistakeCard(command);
    expect(body[0]).toMatchObject({ text: [{ text: 'A quiz has 1 to 50 questions, not 500.' }] });
    expect(body[1]).toMatchObject({ text: [{}, { kind: 'command', text: expect.stringMatching(/^quiz 10 /) }] });
  });

  it('asks in the singular where there is one thing that could be meant', () => {
    expect(wordsOf(unsureCard('x', questions.slice(0, 1)))).toContain('Did you mean this?');
    expect(wordsOf(unsureCard('x', questions.slice(0, 2)))).toContain('Did you mean one of these?');
  });

  it('names the way on where the bank has nothing', () => {
    expect(wordsOf(nothingCard('x'))).toContain('topics shows what the bank covers, and help what else I can do.');
  });

  it('sends those who have no points to a channel, since no quiz starts elsewhere', () => {
    const nothing = { everywhere: null, here: null, streak: null, progress: noProgress, page: null, direct: false };
    const card = personalCard(nothing, shipped.subject);
    expect(wordsOf(card)).toContain('start a quiz in a channel: quiz 5.');
  });

  it('quotes no empty filter', () => {
    expect(wordsOf(emptyFilterCard(''))).not.toContain('“');
  });
});
