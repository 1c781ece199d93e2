import type { Card } from '../../core/card.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { questionNo } from '../../core/quiz/state.ts';
import type { Clock } from '../clock.ts';
import type { Button } from '../dispatch/button.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { PageLinks } from '../page-links.ts';
import type { Outcome } from '../ports.ts';
import { withPresenter } from '../views/presenter-link.ts';
import { staleCard } from '../views/problem.ts';
import { controlsCard, stopCard } from '../views/quiz-controls.ts';
import { controlledWords, noQuizCard, refusalCard } from '../views/quiz-notices.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { presenterLink } from './present-word.ts';
import type { Done, Tell } from './telling.ts';

const presses = ['pause', 'resume', 'skip', 'stop'] as const;

/** What the host, or who manages, orders; a quiz is started by its own button. */
export type Order = (typeof presses)[number] | 'start';

type SkipTarget = { readonly what: 'question' | 'reveal'; readonly no: number };

type Options = {
  readonly live: LiveQuizzes;
  readonly clock: Clock;
  readonly links: () => PageLinks;
  readonly tell: Tell;
};

/**
 * Pause, skip and stop. Their buttons stand in private answers to who may use them, and each takes the place of the one
 * before; a stop asks once more, also one that was typed: it is for everybody, and by completion a key too many is enough.
 */
export function createQuizControls({ live, clock, links, tell }: Options): {
  readonly order: (id: string, kind: Order, by: Circumstances, said: SkipTarget | null, done: Done) => Promise<Card>;
  /** Asks whoever may stop it whether they mean it. */
  readonly askToStop: (id: string, by: Circumstances) => Promise<Card>;
  readonly press: (button: Button, by: Circumstances) => Outcome | null;
} {
  async function order(
    id: string,
    kind: Order,
    { caller, at }: Circumstances,
    said: SkipTarget | null,
    done: Done,
  ): Promise<Card> {
    const about = { user: caller.user, byManager: caller.moderates, at };
    if (kind !== 'skip') return tell(id, { kind, ...about }, done);
    const state = await live.read(id);
    if (state === null) return noQuizCard();
    return tell(id, { kind, ...(said ?? present(state)), ...about }, done);
  }

  /** Shows something of a quiz that goes on, to its host and to who moderates. */
  async function show(id: string, { caller }: Circumstances, toCard: (state: QuizState) => Card): Promise<Card> {
    const state = await live.read(id);
    if (state === null) return noQuizCard();
    if (state.phase.kind === 'over') return refusalCard({ kind: 'not-running' }, state);
    if (!caller.moderates && caller.user !== state.host.user) return refusalCard({ kind: 'not-host' }, state);
    return toCard(state);
  }

  async function stop(id: string, during: string, by: Circumstances): Promise<Card> {
    const { caller, at } = by;
    const event = { kind: 'stop', during, user: caller.user, byManager: caller.moderates, at } as const;
    const outcome = await live.handle(id, event, clock.steady());
    if (outcome === null) return noQuizCard();
    const { state, refusal } = outcome;
    if (refusal === null) return controlsCard(state, controlledWords.stop);
    return refusal.kind === 'stale' ? stopCard(state, true) : refusalCard(refusal, state);
  }

  const askToStop = (id: string, by: Circumstances) => show(id, by, (state) => stopCard(state));

  return {
    order,
    askToStop,
    press: ({ verb, args }, by) => {
      const [id = '', word, ...more] = args;
      switch (verb) {
        case 'host':
          return replyLater(() =>
            show(id, by, (state) => withPresenter(controlsCard(state), presenterLink(state, links()))),
          );
        case 'control': {
          const action = presses.find((candidate) => candidate === word);
          if (action === undefined) return reply(staleCard());
          if (action === 'stop') return replyLater(() => askToStop(id, by), 'instead');
          const done: Done = (state) => controlsCard(state, controlledWords[action]);
          return replyLater(() => order(id, action, by, targetOf(more), done), 'instead');
        }
        case 'stop':
          if (word === undefined) return reply(staleCard());
          return replyLater(
            () => (word === 'no' ? show(id, by, (state) => controlsCard(state, 'It goes on.')) : stop(id, word, by)),
            'instead',
          );
        default:
          return null;
      }
    },
  };
}

/** What `skip` means when it names nothing: whatever is going on. */
function present(state: QuizState): SkipTarget {
  return { what: state.phase.kind === 'revealing' ? 'reveal' : 'question', no: questionNo(state) };
}

/** The question that a button skips, or its reveal; buttons of all other orders name none. */
function targetOf([no, what]: readonly string[]): SkipTarget | null {
  return no === undefined ? null : { what: what === 'reveal' ? 'reveal' : 'question', no: Number(no) };
}
