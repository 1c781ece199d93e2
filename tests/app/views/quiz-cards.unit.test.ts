import { describe, expect, it } from 'vitest';
import { lobbyCard, overCard } from '../../../src/app/views/quiz-lobby.ts';
import { joinedCard, refusalCard, tooFewCard } from '../../../src/app/views/quiz-notices.ts';
import { ownOf } from '../../../src/app/views/quiz-own.ts';
import { channelResultCard, resultCard } from '../../../src/app/views/quiz-result.ts';
import { reviewCard } from '../../../src/app/views/quiz-review.ts';
import { questionCard, revealCard } from '../../../src/app/views/quiz-round.ts';
import { plainText } from '../../../src/core/card.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import type { OverReason, QuizState } from '../../../src/core/quiz/state.ts';
import { commandOf } from '../../core/command-of.ts';
import { shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';
import { reviewOf } from './every-quiz-card.ts';
import { asked, askingOf, itemOf, lobbyOf, pausedAt, quizOf, skippedIn, userOf } from './quiz-samples.ts';

const names = ['Ada', 'Bo', 'Cy'];
const named = (no: number) => names[no] ?? `Player ${no + 1}`;
const over = (state: QuizState, reason: OverReason): string =>
  wordsOf(overCard({ ...state, phase: { kind: 'over', reason, at: 0 } }, shipped.subject));

describe('the lobby', () => {
  it('says who is in, in singular and plural, and what the rules are', () => {
    expect(wordsOf(lobbyCard(lobbyOf({ players: 0, questions: 10, named }), shipped.subject))).toContain(
      'if anybody joins.\n',
    );
    const one = wordsOf(lobbyCard(lobbyOf({ players: 1, questions: 1, named }), shipped.subject));
    expect(one).toContain('1 question · ');
    expect(one).toContain('1 player: Ada');
    expect(one).toContain('It begins in a moment, also if nobody else joins.');
    expect(wordsOf(lobbyCard(lobbyOf({ players: 3, questions: 10, named }), shipped.subject))).toContain(
      '3 players: Ada, Bo and Cy',
    );
  });

  it('has a button for each team, and says that a bigger one has no advantage', () => {
    const words = wordsOf(lobbyCard(lobbyOf({ players: 3, questions: 10, teams: 2, named }), shipped.subject));
    expect(words).toContain('[Join Red] [Join Blue] [Any team]');
    expect(words).toContain('Red: Ada and Cy\nBlue: Bo');
    expect(words).toContain('a bigger team has no advantage');
  });

  it('while the quiz runs says how to join it late', () => {
    const words = wordsOf(lobbyCard(askingOf({ players: 2, questions: 3, named }), shipped.subject));
    expect(words).toContain('You can still join: just answer a question.');
    expect(words).not.toContain('[Join]');
  });
});

describe('the first card of a quiz that is over', () => {
  const two = { questions: 2, named };

  it('names the winner, or all who share the first place, or the team', () => {
    expect(over(quizOf({ players: 2, ...two }), 'finished')).toContain('It is over. Ada won with 1,950 points.');
    expect(over(quizOf({ players: 2, ...two, tied: true }), 'finished')).toContain(
      'Ada and Bo won with 1,950 points each.',
    );
    expect(over(quizOf({ players: 6, ...two, teams: 2 }), 'finished')).toContain('It is over. Blue won.');
    expect(over(quizOf({ players: 1, ...two }), 'finished')).toContain('Ada made 1,950 points.');
    expect(over(quizOf({ players: 2, ...two, choose: () => null }), 'finished')).toContain('Nobody scored a point.');
  });

  it('that was ended early says who led, not who won', () => {
    expect(over(quizOf({ players: 2, ...two }), 'stopped')).toContain('stopped early. Ada led with 1,950 points.');
  });

  it('offers to start one that never began, not a rematch', () => {
    const nobody = over(quizOf({ players: 0, ...two, closed: 0 }), 'nobody');
    expect(nobody).toContain('Nobody was in it, so it was called off.\n[Start it again]');
    expect(nobody).not.toContain('point');
  });
});

describe('what a question says to one player', () => {
  const none = { players: 3, questions: 2, named };

  it('is only their own choice while it is open', () => {
    const open = askingOf(none);
    const phase = open.phase;
    if (phase.kind !== 'asking' || phase.question.kind !== 'posted') throw new Error('It is not open.');
    const answers = [{ user: userOf(0), choice: 2, ms: 500 } as const];
    const round = { ...phase.question.round, answers };
    const state = { ...open, phase: { ...phase, question: { ...phase.question, round } } };
    expect(ownOf(state, 1, userOf(0))).toEqual({ chosen: 2, tone: 'neutral', text: [] });
    expect(ownOf(state, 1, userOf(1))).toEqual({ tone: 'neutral', text: [] });
    expect(ownOf(state, 1, 'sim:S:nobody')).toBeNull();
  });

  it('is whether it was right, what it brought and the place once it is closed', () => {
    const state = quizOf(none);
    const said = (user: string) => plainText(ownOf(state, 0, user)?.text ?? []);
    expect(said(userOf(0))).toBe('Right. +975 points. You are 1st of 3.');
    expect(said(userOf(2))).toBe('Not quite. No points this time. You are 3rd of 3.');
    const silent = quizOf({ ...none, choose: (player) => (player === 0 ? null : 0) });
    expect(plainText(ownOf(silent, 0, userOf(0))?.text ?? [])).toMatch(/^You did not answer\. You are \d/);
    expect(plainText(ownOf(quizOf({ players: 1, questions: 1 }), 0, userOf(0))?.text ?? [])).toBe(
      'Right. +975 points.',
    );
  });
});

describe('a question', () => {
  it('tells how many have answered, and from the second on who leads', () => {
    const state = askingOf({ players: 3, questions: 2, named });
    const words = wordsOf(questionCard(state, 1, itemOf(state, 1), 1));
    expect(words).toContain('1 of 3 answered');
    expect(words).toContain('1. Ada 975 · 2. Bo ');
    expect(words).toContain('[A] [B] [C] [D]');
  });

  it('in a pause says how much time is left, and does not count it down', () => {
    const state = askingOf({ players: 3, questions: 2, named });
    const paused = (remaining: number) => questionCard(pausedAt(state, remaining), 1, itemOf(state, 1), 1);
    expect(wordsOf(paused(12_300))).toContain('Paused with 13 seconds left · 1 of 3 answered');
    expect(wordsOf(paused(1000))).toContain('Paused with 1 second left');
    expect(JSON.stringify(paused(1000))).not.toContain('"time"');
    expect(wordsOf(paused(1000))).not.toContain('Time is up');
  });

  it('is covered in a pause: nothing of it can be read or pressed, on any platform', () => {
    const state = askingOf({ players: 3, questions: 2, named });
    const item = itemOf(state, 1);
    const covered = JSON.stringify(questionCard(pausedAt(state, 9000), 1, item, 0));
    for (const text of [item?.stem, item?.code, ...(item?.options ?? []).map(({ text }) => text)]) {
      if (text !== undefined) expect(covered).not.toContain(JSON.stringify(text).slice(1, -1));
    }
    expect(covered).toContain('The question is covered');
    expect(covered).not.toContain('pick:');
  });

  it('has no row of zeros before it or after it as long as nobody has a point', () => {
    const none = { players: 3, questions: 2, named, choose: () => null };
    const asking = askingOf(none);
    expect(wordsOf(questionCard(asking, 1, itemOf(asking, 1), 0))).not.toContain('Ada');
    expect(wordsOf(revealCard(quizOf(none), 0, itemOf(quizOf(none), 0), 'stride'))).not.toContain('Ada');
  });

  it('shows at its end what was right, why, who chose what and who was fastest', () => {
    const state = quizOf({ players: 3, questions: 1, named });
    const item = itemOf(state, 0);
    const words = wordsOf(revealCard(state, 0, item, 'stride'));
    const right = item?.options.find(({ correct }) => correct);
    expect(words).toMatch(/✅ [A-D] {2}.* ███████░░░ 2/);
    expect(words).toMatch(/The right answer is [A-D]\. /);
    expect(words).toContain((right?.why ?? '?').replaceAll('`', ''));
    expect(words).toContain('Fastest: Ada in 1.0 s.');
  });
});

describe('the result', () => {
  it('has the podium, everybody’s points, and the hardest question', () => {
    const state = quizOf({ players: 3, questions: 3, named });
    const words = wordsOf(resultCard(state, ['one', 'two', 'three']));
    expect(words).toContain('🥇 Ada 2,925 points\n🥈 Bo 2,919 points');
    expect(words).toContain('3 | Cy | 0 | 0 of 3');
    expect(words).toContain('Hardest question: number 1, on “one” (67% right).');
    expect(words).toContain('[Review my mistakes] [Rematch]');
  });

  it('calls no question hard that everybody had right, or that was the only one', () => {
    expect(wordsOf(resultCard(quizOf({ players: 2, questions: 3 }), []))).not.toContain('Hardest');
    expect(wordsOf(resultCard(quizOf({ players: 3, questions: 1 }), []))).not.toContain('Hardest');
  });

  it('has none right for somebody who answered nothing, and a dash where nothing counts', () => {
    const state = quizOf({ players: 1, questions: 3, named, choose: () => null });
    expect(wordsOf(resultCard(state, []))).toContain('1 | Ada | 0 | 0 of 3');
    expect(wordsOf(resultCard(skippedIn(state, [0, 1, 2]), []))).toContain('1 | Ada | 0 | –');
  });

  it('counts those who share a place where they are many, and names all teams that won', () => {
    const tied = quizOf({ players: 40, questions: 2, tied: true, choose: (_, __, right) => right });
    expect(wordsOf(channelResultCard(tied, shipped.subject))).toContain('and 32 more who share a place');
    const teams = quizOf({ players: 6, questions: 2, teams: 3, tied: true, choose: (_, __, right) => right });
    expect(wordsOf(channelResultCard(teams, shipped.subject))).toContain('Red, Blue and Green won: ');
  });

  it('lists thirty players one by one and counts the rest', () => {
    const words = wordsOf(resultCard(quizOf({ players: 31, questions: 2 }), []));
    expect(words).toContain('and 1 more player');
    expect(words).not.toContain('1 more players');
  });
});

describe('the review of mistakes', () => {
  it('of a few shows each with its code, the own choice, the right one and why', () => {
    const words = wordsOf(reviewOf(2, 'right'));
    expect(words).toContain('2 questions to look at again');
    expect(words).toContain('print(sorted(Scale().state_dict()))');
    expect(words).toMatch(/You chose: .+\n.+\nRight: .+\n.+/);
    expect(wordsOf(reviewOf(2, 'none'))).toContain('You gave no answer');
  });

  it.each(Array.from({ length: 50 }, (_, no) => no + 1))('of %i names every one of them', (count) => {
    const words = wordsOf(reviewOf(count, 'right'));
    for (let no = 1; no <= count; no += 1) expect(words).toMatch(new RegExp(`^${no}\\. .+`, 'm'));
    expect(words).not.toContain('…\n');
  });

  it('counts the same questions as the result, without those that were skipped', () => {
    const choose = (_: number, no: number, right: number) => [right, (right + 1) % 4, null, null][no] ?? null;
    const state = skippedIn(quizOf({ players: 1, questions: 4, named, choose }), [3]);
    expect(wordsOf(resultCard(state, []))).toMatch(/1 \| Ada \| \d+ \| 1 of 3/);
    expect(JSON.stringify(channelResultCard(state, shipped.subject))).toContain(`"accuracy":${1 / 3}`);
    const words = wordsOf(reviewCard(state, userOf(0), asked));
    expect(words).toContain('2 questions to look at again\nYou got 1 of 3 right.\n2. ');
    expect(words).not.toMatch(/^4\. /m);
  });

  it('of nothing but skipped questions says that none counted', () => {
    const state = skippedIn(quizOf({ players: 1, questions: 2, named, choose: () => null }), [0, 1]);
    expect(wordsOf(reviewCard(state, userOf(0), asked))).toContain('No question counted for you');
  });

  it('of none says so', () => {
    expect(wordsOf(reviewOf(0, 'right'))).toContain('You got every question right.');
  });
});

describe('a private word', () => {
  it('on too few questions suggests a quiz of the same kind that can be started', () => {
    const settings = { ...defaultSettings, topics: ['sequences'], level: 'medium', count: 10 };
    const words = wordsOf(tooFewCard(1, settings, { count: 10 }, shipped.subject));
    expect(words).toContain('only 1 question for Sequences, medium, and you asked for 10.');
    const [, typed = ''] = /Try (.+)\./.exec(words) ?? [];
    expect(commandOf(typed)).toMatchObject({
      kind: 'quiz',
      action: 'start',
      settings: { count: 1, topics: ['sequences'], level: 'medium' },
    });
    expect(wordsOf(tooFewCard(0, settings, {}, shipped.subject))).toContain('no questions for Sequences, medium');
  });

  it('on joining says where the questions come', () => {
    const state = quizOf({ players: 2, questions: 1, teams: 2 });
    const card = joinedCard(state, userOf(1), 'https://chat.example/1/thread');
    expect(wordsOf(card)).toContain('You are in team Blue. The questions come in the thread.');
    expect(JSON.stringify(card)).toContain('https://chat.example/1/thread');
    expect(wordsOf(joinedCard({ ...state, inPlace: true }, userOf(1), null))).toContain('The questions come here.');
  });

  it('on a click in a pause says what becomes of answers', () => {
    const state = quizOf({ players: 1, questions: 1 });
    expect(wordsOf(refusalCard({ kind: 'paused' }, state))).toContain('Answers count again when it goes on.');
  });
});
