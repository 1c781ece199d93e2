import type { BankIndex } from '../../../src/app/bank-index.ts';
import { askedOf, createBankIndex } from '../../../src/app/bank-index.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import type { Answer, ClosedRound, PickedQuestion, Player, QuizState } from '../../../src/core/quiz/state.ts';
import { choices, openQuestion } from '../../../src/core/quiz/state.ts';
import { createTeams } from '../../../src/core/quiz/teams.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { shipped } from '../../search/bank.ts';

export const bank: BankIndex = createBankIndex(shipped, contentDigest);

/** All that it asks, by hash. */
export const asked = askedOf(bank);

/** Every item of the bank, those with the most words first. */
const longestItems = bank
  .items([], null)
  .toSorted((one, other) => JSON.stringify(other.item).length - JSON.stringify(one.item).length);

/** The longest name that Slack and Discord give out, and one that wants to be read as markup. */
export const longName = `@everyone <!channel> **${'M'.repeat(58)}**`;

type Sample = {
  readonly players: number;
  readonly questions: number;
  readonly teams?: number;
  readonly named?: (no: number) => string;
  /** The place that a player chooses; null for no answer. Right by default for all but every third player. */
  readonly choose?: (player: number, no: number, correct: number) => number | null;
  /** Closed questions; all by default. */
  readonly closed?: number;
  /** Everybody answers equally fast. */
  readonly tied?: boolean;
};

/** The key of player `no`, as long as a key of Discord's, which a mention holds. */
export function userOf(no: number): string {
  return `discord:800000000000000001:${9_000_000_000_000_000_000n + BigInt(no)}`;
}

const start = Date.parse('2026-11-25T09:00:00Z');

/** A quiz as it stands after `closed` questions, over. Other phases: `{ ...quizOf(…), phase }`. */
export function quizOf(sample: Sample): QuizState {
  const {
    players,
    questions: count,
    teams = 0,
    named = (no) => `Player ${no + 1}`,
    closed = count,
    tied = false,
  } = sample;
  const choose = sample.choose ?? ((player, _, correct) => (player % 3 === 2 ? (correct + 1) % 4 : correct));
  const picked = longestItems.slice(0, count).map(
    ({ question, item, hash }): PickedQuestion => ({
      question: question.id,
      item: item.id,
      asked: hash,
      order: [0, 1, 2, 3],
      correct: choices.find((choice) => item.options[choice]?.correct === true) ?? 0,
    }),
  );
  const everybody = Array.from(
    { length: players },
    (_, no): Player => ({
      user: userOf(no),
      name: named(no),
      team: teams === 0 ? null : { no: no % teams, chosen: true },
    }),
  );
  const rounds = picked.slice(0, closed).map(({ correct }, no): ClosedRound => {
    const answers = everybody.flatMap(({ user }, player): Answer[] => {
      const choice = choices.find((candidate) => candidate === choose(player, no, correct));
      return choice === undefined ? [] : [{ user, choice, ms: tied ? 1000 : 1000 + 100 * player }];
    });
    const round = { openedAt: start, skew: 0, breaks: [], answers };
    return { kind: 'played', round, limit: null, until: start + 30_000 };
  });
  return {
    id: 'abcdefghijkl',
    channel: 'sim:S:C',
    host: { user: userOf(0), name: named(0) },
    settings: { ...defaultSettings, count, teams: teams === 0 ? null : teams },
    seed: 1,
    questions: picked,
    teams: createTeams(teams === 0 ? null : teams),
    players: everybody,
    closed: rounds,
    unanswered: 0,
    orderedAt: null,
    phase: { kind: 'over', reason: 'finished', at: start },
  };
}

/** The same quiz in its lobby, which ends half a minute after `start`. */
export function lobbyOf(sample: Sample): QuizState {
  return { ...quizOf({ ...sample, closed: 0 }), phase: { kind: 'lobby', due: start + 30_000 } };
}

/** The same quiz while its last question is asked. */
export function askingOf(sample: Sample): QuizState {
  const round = { openedAt: start, skew: 0, breaks: [], answers: [] };
  const state = quizOf({ ...sample, closed: sample.questions - 1 });
  return { ...state, phase: { kind: 'asking', question: { kind: 'posted', round, due: start + 20_000 } } };
}

/** The same quiz with its open question halted when so many ms were left. */
export function pausedAt(asking: QuizState, remaining: number): QuizState {
  const open = openQuestion(asking);
  if (open?.kind !== 'posted') throw new Error('No question is open.');
  const question = { kind: 'posted', round: open.round, remaining, haltedAt: start } as const;
  const reason = { kind: 'asked', user: userOf(0) } as const;
  return { ...asking, phase: { kind: 'paused', was: { kind: 'asking', question }, reason, due: start + 1_800_000 } };
}

/** The same quiz with these questions ended before their time was up. */
export function skippedIn(state: QuizState, numbers: readonly number[]): QuizState {
  const closed = state.closed.map((round, no) =>
    round.kind === 'played' && numbers.includes(no) ? { ...round, limit: start + 2000 } : round,
  );
  return { ...state, closed };
}

/** The item that a quiz asks as question `no`. */
export function itemOf(state: QuizState, no: number) {
  const picked = state.questions[no];
  return picked === undefined ? null : (bank.item(picked.question, picked.item)?.item ?? null);
}
