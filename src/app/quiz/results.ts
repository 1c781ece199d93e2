import type { Card, CardFile } from '../../core/card.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { Feature } from '../dispatch/feature.ts';
import { replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { PageLinks } from '../page-links.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { noResultsCard, resultsDays, resultsFileCard, resultsNotYoursCard } from '../views/quiz-results-file.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { presentedId } from './present-word.ts';
import { resultsFile } from './results-file.ts';

const day = 86_400_000;

type Needs = Pick<Environment, 'store' | 'bank' | 'clock'> & { readonly live: Pick<LiveQuizzes, 'read'> };

/** Results of quizzes as files, for whoever hosted them: of one by its button, or of the last one in this channel. */
export function createResultsFeature({ links, ...needs }: Needs & { readonly links: () => PageLinks }): Feature {
  const { store, live, clock } = needs;

  async function give(state: QuizState): Promise<Card> {
    const why = whyNot(state, clock.steady());
    if (why !== null) return noResultsCard(why);
    const word = resultsWord(state);
    const url = word === null ? null : links().results(word);
    return resultsFileCard(await fileOf(state, needs), state.players.length, url);
  }

  async function ofQuiz(id: string, { user }: Caller): Promise<Card> {
    const state = await live.read(id);
    if (state === null) return noResultsCard('old');
    return state.host.user === user ? give(state) : resultsNotYoursCard(state.host);
  }

  async function ofLast({ channel, user }: Caller): Promise<Card> {
    const quiz = await store.transact(({ quizzes }) => quizzes.lastHosted(channel, user));
    if (quiz === null || whyNot(quiz.state, clock.steady()) !== null) return noResultsCard('none');
    return give(quiz.state);
  }

  return {
    run: (wish, { caller }) =>
      wish.kind === 'quiz' && wish.action === 'results' ? replyLater(() => ofLast(caller)) : null,
    press: ({ verb, args: [id = ''] }, { caller }) =>
      verb === 'results' ? replyLater(() => ofQuiz(id, caller)) : null,
  };
}

/** The file at an address that holds the word of a quiz's results (`resultsWord`); null where there is none (any more). */
export function createResultsPages(needs: Needs): (word: string) => Promise<CardFile | null> {
  return async (word) => {
    const state = await needs.live.read(presentedId(word));
    if (state === null || resultsWord(state) !== word || whyNot(state, needs.clock.steady()) !== null) return null;
    return fileOf(state, needs);
  };
}

/** The word of the address of a quiz's results; null for a quiz that has none. It is told to its host alone. */
function resultsWord({ id, results }: QuizState): string | null {
  return results === undefined ? null : `${id}-${results}`;
}

function whyNot({ phase }: QuizState, now: number): 'running' | 'old' | null {
  if (phase.kind !== 'over') return 'running';
  return now - phase.at > resultsDays * day ? 'old' : null;
}

function fileOf(state: QuizState, { store, bank }: Pick<Needs, 'store' | 'bank'>): Promise<CardFile> {
  const hashes = state.questions.map(({ asked }) => asked);
  return store.transact(async (unit: Unit) => resultsFile(state, await bank.allAsked(unit, hashes)));
}
