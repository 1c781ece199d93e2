import { describe, expect, it } from 'vitest';
import type { Card, Rich } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { commandOf } from '../../core/command-of.ts';
import { bank } from '../../search/bank.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { stop } from './played.ts';

const start = Date.parse('2026-11-02T09:00:00Z');

/** Mistakes of each kind; their cards end with an example. */
const slips = [
  'quiz 500',
  'quiz 10 20',
  'quiz 10 easy hard',
  'quiz banana',
  'quiz stop now',
  'quiz 10 4s',
  'daily on',
  'daily pause',
  'daily 9 Europe/Berlin',
  'leaderboard foo',
  'leaderboard week month',
];

function richOf(card: Card): readonly Rich[] {
  return card.body.flatMap((node) => (node.kind === 'text' ? [node.text] : node.kind === 'list' ? node.items : []));
}

/** What a card says to type. */
function typedIn(card: Card): readonly string[] {
  return richOf(card).flatMap((text) => text.flatMap((span) => (span.kind === 'command' ? [span.text] : [])));
}

const isCommand = (text: string) => !['ask', 'mistake'].includes(commandOf(text).kind);

async function quizzes(texts: readonly string[]) {
  return Promise.all(
    texts.map(async (text) => {
      const house = await openHouse(standingClock(start));
      const { card } = await house.command(text);
      return [text, wordsOf(card).includes('The quiz is open') ? 'open' : wordsOf(card)];
    }),
  );
}

const isStart = (text: string) => {
  const command = commandOf(text);
  return command.kind === 'quiz' && command.action === 'start';
};

describe('an example that the bot shows', () => {
  it('in the help can be typed as it stands, and a quiz among them starts', async () => {
    const house = await openHouse(standingClock(start));
    const shown = typedIn((await house.command('help')).card);
    const lookUps = shown.filter((text) => !isCommand(text));
    expect(lookUps).toEqual(['What is stride in a convolution?', "How does PyTorch's autograd engine work?"]);
    const starts = shown.filter(isStart);
    expect(starts.length).toBeGreaterThan(0);
    expect(await quizzes(starts)).toEqual(starts.map((text) => [text, 'open']));
  });

  it.each(slips)('after the mistake %j is right itself', async (slip) => {
    const house = await openHouse(standingClock(start));
    const shown = typedIn((await house.command(slip)).card);
    expect(shown).not.toEqual([]);
    expect(shown.filter((text) => !isCommand(text))).toEqual([]);
    const starts = shown.filter(isStart);
    expect(await quizzes(starts)).toEqual(starts.map((text) => [text, 'open']));
  });
});

describe('a quiz without a number', () => {
  it('has ten questions, or as many as there are', async () => {
    const counts = await Promise.all(
      ['quiz', 'quiz tensors', 'quiz sequences'].map(async (text) => {
        const house = await openHouse(standingClock(start));
        await house.command(text);
        const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
        return [quiz?.state.settings.count, quiz?.state.questions.length];
      }),
    );
    expect(counts).toEqual([
      [10, 10],
      [8, 8],
      [2, 2],
    ]);
  });

  it('is refused without a word of a number where there is no question at all', async () => {
    const house = await openHouse(standingClock(start));
    const words = wordsOf((await house.command('quiz tensors hard')).card);
    expect(words).toContain('The bank has no questions for Tensors, hard.');
    expect(words).not.toContain('asked for');
  });
});

describe('a quiz with too large a number', () => {
  it.each([
    ['quiz 10 tensors 20s teams 3', 'quiz 8 tensors 20s teams 3'],
    ['quiz 10 tensors autograd medium teams', 'quiz 6 tensors autograd medium teams'],
    ['quiz 30 vision', 'quiz 20 vision'],
  ])('is refused: %j, with the whole command that works', async (text, better) => {
    const house = await openHouse(standingClock(start));
    const { card } = await house.command(text);
    expect(card.title).toBe('Too few questions');
    expect(typedIn(card)).toEqual([better]);
    expect(await quizzes([better])).toEqual([[better, 'open']]);
  });

  it('says the settings again where a rematch finds too few', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('quiz 8 tensors 15s teams 3');
    const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
    await stop(house);
    await house.restart(
      bank
        .filter(({ topic }) => topic !== 'tensors')
        .concat(bank.filter(({ topic }) => topic === 'tensors').slice(0, 1)),
    );
    const { card } = await house.press(`rematch:${quiz?.id}`);
    expect(typedIn(card)).toEqual(['quiz 2 tensors 15s teams 3']);
    expect(buttonsOf(card)).toEqual([]);
  });
});
