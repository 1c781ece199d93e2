import type { Card } from '../../core/card.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { hindered } from '../dispatch/hindered.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import { repeatedCard } from '../views/problem.ts';
import { needsChannelCard, noQuizCard, quizOpenedElsewhereCard } from '../views/quiz-notices.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { addressOf, open } from './opening.ts';
import type { Requested } from './requested.ts';
import { requestedAgain } from './requested.ts';

/** How often, and at which interval (ms), it is looked for a lobby that is on its way; somebody waits for the answer. */
const looks = 20;
const lookPause = 150;

export type StartingOptions = Environment & {
  readonly live: LiveQuizzes;
  /** The address of a message for people to click, null where there is none. */
  readonly link: (channel: string, message: string) => string | null;
  /** Told of every quiz that was opened. */
  readonly opened: () => void;
};

/** Opens quizzes where people order them: once for each event, however often it is delivered. */
export function createStarting({ live, link, opened, ...environment }: StartingOptions): {
  readonly start: (requested: Requested, circumstances: Circumstances) => Promise<Card>;
  /** Opens another quiz like one that was. */
  readonly rematch: (id: string, circumstances: Circumstances) => Promise<Card>;
} {
  async function start(requested: Requested, circumstances: Circumstances): Promise<Card> {
    const stopped = await hindered({ kind: 'quiz' }, circumstances);
    if (stopped !== null) return stopped;
    const done = await doOnce(circumstances.event, environment, (unit) =>
      open(requested, circumstances, { ...environment, unit, link }),
    );
    if (done === null) return repeatedCard();
    if (done.id === null) return done.card;
    opened();
    const { channel, thread } = circumstances.caller;
    return thread === 'part' ? quizOpenedElsewhereCard(await lobbyOf({ id: done.id, channel })) : done.card;
  }

  async function lobbyOf(quiz: { readonly id: string; readonly channel: string }): Promise<string | null> {
    for (let look = 0; look < looks; look += 1) {
      const address = await environment.store.transact((unit) => addressOf(quiz, unit, link));
      if (address !== null) return address;
      await new Promise((resolve) => setTimeout(resolve, lookPause));
    }
    return null;
  }

  return {
    start,
    rematch: async (id, circumstances) => {
      const state = await live.read(id);
      if (state === null) return noQuizCard();
      return circumstances.caller.direct ? needsChannelCard() : start(requestedAgain(state.settings), circumstances);
    },
  };
}
