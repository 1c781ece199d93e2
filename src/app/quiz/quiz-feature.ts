import type { Card } from '../../core/card.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { Button } from '../dispatch/button.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Outcome as FeatureOutcome } from '../ports.ts';
import { begunCard, controlledCard, joinedCard, leftCard, noQuizCard } from '../views/quiz-notices.ts';
import { ownInLobby, ownOf } from '../views/quiz-own.ts';
import { reviewCard, whichIsWrongCard } from '../views/quiz-review.ts';
import { answerQuiz } from './answering.ts';
import type { Order } from './controls.ts';
import { createQuizControls } from './controls.ts';
import type { Outages } from './outages.ts';
import type { Progress } from './progress.ts';
import { requestedBy } from './requested.ts';
import { shareLooks } from './shared-look.ts';
import type { StartingOptions } from './starting.ts';
import { createStarting } from './starting.ts';
import { createTelling } from './telling.ts';

type Options = StartingOptions & { readonly progress: Progress; readonly outages: Pick<Outages, 'over'> };

/** Commands and buttons of quiz competitions. */
export function createQuizFeature({ progress, outages, ...options }: Options): Feature {
  const { store, bank, clock, live, link, links } = options;
  const { start, rematch } = createStarting(options);

  const tell = createTelling({ live, clock, link });
  /** A crowd wants to know at once what a question is to each of them. */
  const read = shareLooks(live.read);
  const controls = createQuizControls({ live, clock, links, tell });

  async function command(action: Exclude<Order, 'start'>, circumstances: Circumstances): Promise<Card> {
    const running = await store.transact((unit) => unit.quizzes.liveIn(circumstances.caller.channel));
    if (running === null) return noQuizCard();
    if (action === 'stop') return controls.askToStop(running.id, circumstances);
    return controls.order(running.id, action, circumstances, null, () => controlledCard(action));
  }

  function join(id: string, team: number | null, { caller: { user, name } }: Circumstances): Promise<Card> {
    return tell(id, { kind: 'join', user, name, team }, (state, thread) => joinedCard(state, user, thread));
  }

  async function review(id: string, { caller }: Circumstances, toCard: typeof reviewCard): Promise<Card> {
    const state = await live.read(id);
    if (state === null) return noQuizCard();
    const hashes = state.questions.map(({ asked }) => asked);
    return toCard(state, caller.user, await store.transact((unit) => bank.allAsked(unit, hashes)));
  }

  function press({ verb, args }: Button, circumstances: Circumstances): FeatureOutcome | null {
    const [id = '', ...rest] = args;
    const [no, place] = [Number(rest[0]), Number(rest[1])];
    const received = clock.steady();
    switch (verb) {
      case 'join':
        return replyLater(() => join(id, null, circumstances));
      case 'leave':
        return replyLater(() => tell(id, { kind: 'leave', user: circumstances.caller.user }, leftCard));
      case 'team':
        return replyLater(() => join(id, Number(rest[0]), circumstances));
      case 'begin':
        return replyLater(() => controls.order(id, 'start', circumstances, null, begunCard));
      case 'pick':
        return replyIdempotently(() =>
          answerQuiz({ id, no, place, received }, circumstances, { live, progress, outages }),
        );
      case 'review':
        return replyLater(() => review(id, circumstances, rest[0] === 'flag' ? whichIsWrongCard : reviewCard));
      case 'quiz-on':
        return replyLater(() => start(requestedBy({ topics: [id] }), circumstances));
      case 'rematch':
        return replyLater(() => rematch(id, circumstances));
      default:
        return controls.press({ verb, args }, circumstances);
    }
  }

  return {
    run: (wish, circumstances) => {
      if (wish.kind !== 'quiz' || wish.action === 'results') return null;
      if (wish.action !== 'start') return replyLater(() => command(wish.action, circumstances));
      return replyLater(() => start(requestedBy(wish.settings), circumstances));
    },
    press,
    own: ({ verb, args: [id = '', no] }, { user }) => {
      if (verb !== 'pick' && verb !== 'join') return null;
      const look = (state: QuizState) => (verb === 'join' ? ownInLobby(state, user) : ownOf(state, Number(no), user));
      return read(id).then((state) => (state === null ? null : look(state)));
    },
  };
}
