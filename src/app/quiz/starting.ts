import type { Card } from '../../core/card.ts';
import type { Posted } from '../delivery/messenger.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { hindered } from '../dispatch/hindered.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import type { PageLinks } from '../page-links.ts';
import { withPresenter } from '../views/presenter-link.ts';
import { repeatedCard } from '../views/problem.ts';
import { needsChannelCard, noQuizCard, quizOpenedCard, quizOpenedElsewhereCard } from '../views/quiz-notices.ts';
import type { MessageLinks } from './addresses.ts';
import { threadUnder } from './addresses.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { outgoingIds } from './names.ts';
import { open } from './opening.ts';
import { presenterLink } from './present-word.ts';
import type { Requested } from './requested.ts';
import { requestedAgain } from './requested.ts';

/** Pauses between looks for a lobby that is on its way, in ms: somebody waits for the answer, 3 s at most. */
const lookPauses = [20, 40, 80, 160, 300, 400, 500, 500, 500, 500];

export type StartingOptions = Environment & {
  readonly live: LiveQuizzes;
  readonly link: MessageLinks;
  /** Makes a word that nobody can guess. */
  readonly token: () => string;
  readonly links: () => PageLinks;
  /** Told of every quiz that was opened. */
  readonly opened: () => void;
};

/** Opens quizzes where people order them: once for each event, however often it is delivered. */
export function createStarting({ live, link, links, token, opened, ...environment }: StartingOptions): {
  readonly start: (requested: Requested, circumstances: Circumstances) => Promise<Card>;
  /** Opens another quiz like one that was. */
  readonly rematch: (id: string, circumstances: Circumstances) => Promise<Card>;
} {
  async function start(requested: Requested, circumstances: Circumstances): Promise<Card> {
    const stopped = await hindered({ kind: 'quiz' }, circumstances);
    if (stopped !== null) return stopped;
    const done = await doOnce(circumstances.event, environment, (unit) =>
      open(requested, circumstances, { ...environment, unit, link, token }),
    );
    if (done === null) return repeatedCard();
    if (done.id === null) return done.card;
    opened();
    const { state } = done;
    const isElsewhere = circumstances.caller.thread === 'part';
    // Whoever is beside the card sees it come; only who is to go somewhere waits for the way there.
    const lobby = isElsewhere || state.phase.kind !== 'lobby' ? await lobbyOf(state.id) : null;
    const card = isElsewhere
      ? quizOpenedElsewhereCard(lobby === null ? null : link.message(state.channel, lobby.message))
      : quizOpenedCard(state, threadUnder(lobby, state, link));
    return withPresenter(card, presenterLink(state, links()));
  }

  /** The lobby's message, which is on its way; null where that takes too long. */
  async function lobbyOf(id: string): Promise<Posted | null> {
    for (const pause of lookPauses) {
      const posted = await environment.store.transact((unit) => unit.outbox.messageOf(outgoingIds.lobby(id)));
      if (posted !== null) return posted;
      await new Promise((resolve) => setTimeout(resolve, pause));
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
