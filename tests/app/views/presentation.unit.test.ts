import { describe, expect, it } from 'vitest';
import { presentationOf } from '../../../src/app/views/presentation.ts';
import type { Choice, Phase, QuizState } from '../../../src/core/quiz/state.ts';
import { choices } from '../../../src/core/quiz/state.ts';
import { asked, bank, quizOf } from './quiz-samples.ts';

const due = 5_000_000;
const round = { openedAt: 0, skew: 0, breaks: [], answers: [] };
const posted = { kind: 'posted', round, due } as const;

function show(state: QuizState) {
  const question =
    state.questions[state.phase.kind === 'asking' ? state.closed.length : Math.max(0, state.closed.length - 1)];
  return presentationOf(state, asked.get(question?.asked ?? ''), bank.subject());
}

const running = (phase: Phase, closed = 1): QuizState => ({ ...quizOf({ players: 3, questions: 3, closed }), phase });

describe('before its reveal', () => {
  it.each<[string, Phase]>([
    ['asked', { kind: 'asking', question: posted }],
    ['on its way', { kind: 'asking', question: { kind: 'unposted', interrupted: false } }],
    [
      'paused',
      {
        kind: 'paused',
        was: { kind: 'asking', question: { ...posted, remaining: 1, haltedAt: 0 } },
        reason: { kind: 'asked', user: 'u' },
        due,
      },
    ],
  ])('a question that is %s is shown alike whichever option is right, and whoever chose what', (_, phase) => {
    const state = running(phase, 0);
    const withRight = (correct: Choice, choice: Choice): QuizState => {
      const answers = state.players.slice(0, 2).map(({ user }) => ({ user, choice, ms: 1 }));
      const filled = { ...posted, round: { ...round, answers } };
      return {
        ...state,
        phase:
          phase.kind === 'asking' && phase.question.kind === 'posted' ? { kind: 'asking', question: filled } : phase,
        questions: state.questions.map((question) => ({ ...question, correct })),
      };
    };
    const [first, ...others] = choices.flatMap((right) => choices.map((choice) => show(withRight(right, choice))));
    for (const other of others) expect(other).toEqual(first);
    const item = asked.get(state.questions[0]?.asked ?? '')?.item;
    for (const { why } of item?.options ?? [])
      expect(JSON.stringify(first)).not.toContain(JSON.stringify(why).slice(1, -1));
  });
});

describe('a quiz on a screen', () => {
  it('counts down in its lobby and names who came', () => {
    const { stage, due: ends, players, title } = show(running({ kind: 'lobby', due }, 0));
    expect([stage, ends, players]).toEqual([{ kind: 'lobby' }, due, ['Player 1', 'Player 2', 'Player 3']]);
    expect(title).toBe('PyTorch quiz');
  });

  it('counts answers, and says until when', () => {
    const answers = [{ user: 'u', choice: 1, ms: 5 } as const];
    const shown = show(running({ kind: 'asking', question: { ...posted, round: { ...round, answers } } }));
    expect(shown).toMatchObject({ due, stage: { kind: 'question', no: 1, answered: 1, limit: 20_000 } });
  });

  it('shows at the reveal what is right and why, how many chose what, and who leads', () => {
    const state = running({ kind: 'revealing', due });
    const { stage } = show(state);
    expect(stage).toMatchObject({
      kind: 'answer',
      no: 0,
      reveal: { answered: 3, correct: state.questions[0]?.correct },
    });
    expect(stage.kind === 'answer' && stage.why.length).toBeGreaterThan(0);
  });

  it('says that it is paused without the question, and how it ended', () => {
    const paused = running({ kind: 'paused', was: { kind: 'between' }, reason: { kind: 'lost', what: 'x' }, due });
    expect(show(paused)).toMatchObject({ due: null, stage: { kind: 'paused', reason: 'lost' } });
    expect(show(running({ kind: 'over', reason: 'nobody', at: 0 }, 0)).stage).toMatchObject({ wasPlayed: false });
    expect(show(running({ kind: 'over', reason: 'finished', at: 0 }, 3)).stage).toMatchObject({
      kind: 'over',
      wasPlayed: true,
      result: { podium: [{ rank: 1 }, { rank: 2 }] },
    });
  });

  it('says of a question that nobody knows any more only that', () => {
    const { stage } = presentationOf(running({ kind: 'revealing', due }), undefined, bank.subject());
    expect(stage).toMatchObject({ kind: 'answer', item: null, why: [] });
  });
});
