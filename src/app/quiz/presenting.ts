import type { CardFile } from '../../core/card.ts';
import type { Person, QuizState } from '../../core/quiz/state.ts';
import { questionNo } from '../../core/quiz/state.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import type { Presentation } from '../views/presentation.ts';
import { presentationOf } from '../views/presentation.ts';
import type { MessageLinks } from './addresses.ts';
import { lobbyAddress } from './addresses.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { outgoingIds } from './names.ts';
import { presentedId, presentWord } from './present-word.ts';
import { replay } from './replay.ts';
import { createResultsPages } from './results.ts';
import { subjectOfQuiz } from './subject-of-quiz.ts';

/** How often (ms) it is looked for what other processes have done to a quiz that somebody watches. */
const lookInterval = 1000;

/** A quiz as its presenter's view shows it. */
export type Presented = {
  readonly presentation: Presentation;
  /** Key of the channel in which it is played. */
  readonly channel: string;
  /** Where its players join in the chat; null as long as that is not posted, and where messages have no address. */
  readonly lobby: string | null;
  /** The word of the live quiz that the same host has begun there since this one ended, as with a rematch; null for none. */
  readonly next: string | null;
  /** The steady clock, by which the presentation's instants are. */
  readonly now: number;
};

/** A quiz that can be joined. */
export type Joinable = {
  readonly id: string;
  /** The platform's id of its lobby's message, under which it is played. */
  readonly lobby: string;
  /** How many questions it has, and how many of them were asked so far; 0 in the lobby. */
  readonly questions: number;
  readonly asked: number;
  readonly players: readonly Person[];
};

/** What pages beside the chat show of quizzes. */
export type Presenting = {
  /** The quiz with this word in its address (`presentWord`) as it is now; null if there is none. */
  readonly show: (word: string) => Promise<Presented | null>;
  /** Calls back whenever that may have changed; the returned function unsubscribes. */
  readonly watch: (word: string, listener: () => void) => () => void;
  /** The live quiz of a channel; null if there is none, or if its lobby is not posted yet. */
  readonly joinable: (channel: string) => Promise<Joinable | null>;
  /** The results of a quiz as a file, by the word that its host was told; null where there are none (any more). */
  readonly results: (word: string) => Promise<CardFile | null>;
};

type Options = Pick<Environment, 'store' | 'bank' | 'clock'> & {
  readonly live: Pick<LiveQuizzes, 'read' | 'watch'>;
  readonly link: MessageLinks;
};

/** Whoever was told of one quiz of a host may follow them to their next one; quizzes of others are not theirs to see. */
async function wordOfNext({ channel, host }: QuizState, unit: Unit): Promise<string | null> {
  const live = await unit.quizzes.liveIn(channel);
  return live === null || live.state.host.user !== host.user ? null : presentWord(live.state);
}

export function createPresenting({ store, bank, clock, live, link }: Options): Presenting {
  async function show(word: string): Promise<Presented | null> {
    const id = presentedId(word);
    const read = await live.read(id);
    if (read === null || presentWord(read) !== word) return null;
    return store.transact(async (unit) => {
      // With what other processes have recorded since.
      const { state } = replay(read, await unit.quizzes.answers(id));
      const hash = state.questions[questionNo(state)]?.asked ?? '';
      return {
        presentation: presentationOf(state, await bank.asked(unit, hash), subjectOfQuiz(state, bank)),
        channel: state.channel,
        lobby: await lobbyAddress(state, unit, link),
        next: state.phase.kind === 'over' ? await wordOfNext(state, unit) : null,
        now: clock.steady(),
      };
    });
  }

  return {
    show,
    watch: (word, listener) => {
      const unsubscribe = live.watch(presentedId(word), listener);
      const timer = setInterval(listener, lookInterval);
      timer.unref();
      return () => {
        clearInterval(timer);
        unsubscribe();
      };
    },
    results: createResultsPages({ store, bank, clock, live }),
    joinable: (channel) =>
      store.transact(async (unit) => {
        const stored = await unit.quizzes.liveIn(channel);
        const posted = stored === null ? null : await unit.outbox.messageOf(outgoingIds.lobby(stored.id));
        if (stored === null || posted === null) return null;
        const { state } = replay(stored.state, await unit.quizzes.answers(stored.id));
        const { id, questions, phase, players } = state;
        const asked = phase.kind === 'lobby' ? 0 : questionNo(state) + 1;
        return { id, lobby: posted.message, questions: questions.length, asked, players };
      }),
  };
}
