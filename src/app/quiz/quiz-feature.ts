import type { Card } from '../../core/card.ts';
import type { Command } from '../../core/command.ts';
import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Settings } from '../../core/quiz/settings.ts';
import { defaultSettings } from '../../core/quiz/settings.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { choices } from '../../core/quiz/state.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Button } from '../dispatch/button.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Outcome as FeatureOutcome } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import { reviewCard } from '../views/quiz-review.ts';
import {
  controlledCard,
  joinedCard,
  leftCard,
  lockedInCard,
  needsChannelCard,
  noQuizCard,
  refusalCard,
} from '../views/quiz-words.ts';
import type { Order } from './controls.ts';
import { createQuizControls } from './controls.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import type { Wanted } from './opening.ts';
import { open } from './opening.ts';
import type { Progress } from './progress.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly live: LiveQuizzes;
  readonly progress: Progress;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  readonly random: () => number;
  readonly link: (channel: string, message: string) => string | null;
  /** Told of every quiz that was opened. */
  readonly opened: () => void;
};

type QuizCommand = Extract<Command, { readonly kind: 'quiz' }>;

/** Teams when only `teams` was said. */
const defaultTeams = 2;

/** A click may overtake the news that its question is out: it is tried again for a while, in ms. */
const openingPatience = 2500;
const openingPause = 50;

/** Commands and buttons of quiz competitions. */
export function createQuizFeature(options: Options): Feature {
  const { store, bank, live, progress, clock, rules, random, link } = options;

  /** Opens a quiz once for each event, however often it is delivered. */
  async function start(wanted: Wanted, circumstances: Circumstances): Promise<Card> {
    const { card, id } = await store.transact(async (unit) => {
      if (!(await unit.isNew(circumstances.event, clock.wall()))) return { card: repeatedCard(), id: null };
      return open(wanted, circumstances, { unit, bank, clock, rules, random, link });
    });
    if (id !== null) options.opened();
    return card;
  }

  /** Takes an event of `user` to the quiz; what it came to as a card, or why it changed nothing. */
  async function tell(id: string, event: QuizEvent, done: (state: QuizState) => Card): Promise<Card> {
    const outcome = await live.handle(id, event, clock.steady());
    if (outcome === null) return noQuizCard();
    const { refusal, state } = outcome;
    return refusal === null ? done(state) : refusalCard(refusal, state, 'user' in event ? event.user : undefined);
  }

  const controls = createQuizControls({ live, clock, tell });

  async function command(action: Order, circumstances: Circumstances): Promise<Card> {
    const running = await store.transact((unit) => unit.quizzes.liveIn(circumstances.caller.channel));
    if (running === null) return noQuizCard();
    return controls.order(running.id, action, circumstances, null, () => controlledCard(action));
  }

  function join(id: string, team: number | null, { caller: { user, name } }: Circumstances): Promise<Card> {
    return tell(id, { kind: 'join', user, name, team }, (state) => joinedCard(state, user));
  }

  function leave(id: string, { caller: { user } }: Circumstances): Promise<Card> {
    return tell(id, { kind: 'leave', user }, leftCard);
  }

  async function pick(
    id: string,
    no: number,
    place: number,
    { caller, at }: Circumstances,
    received: number,
  ): Promise<Card> {
    const choice = choices.find((candidate) => candidate === place);
    if (choice === undefined) return staleCard();
    const event = { kind: 'answer', no, user: caller.user, name: caller.name, choice, at } as const;
    for (let waited = 0; ; waited += openingPause) {
      const outcome = await live.answer(id, event, received);
      if (outcome === null) return noQuizCard();
      const { refusal, state } = outcome;
      if (refusal?.kind === 'not-open' && waited < openingPatience) {
        await pause(openingPause);
        continue;
      }
      if (refusal !== null) return refusalCard(refusal, state, caller.user);
      progress.note(id, no);
      return lockedInCard(choice);
    }
  }

  async function review(id: string, { caller }: Circumstances): Promise<Card> {
    const state = await live.look(id);
    if (state === null) return noQuizCard();
    const hashes = state.questions.map(({ asked }) => asked);
    return reviewCard(state, caller.user, await store.transact((unit) => bank.allAsked(unit, hashes)));
  }

  async function rematch(id: string, circumstances: Circumstances): Promise<Card> {
    const state = await live.look(id);
    if (state === null) return noQuizCard();
    return circumstances.caller.direct ? needsChannelCard() : start(again(state.settings), circumstances);
  }

  function press({ verb, args }: Button, circumstances: Circumstances): FeatureOutcome | null {
    const [id = '', ...rest] = args;
    const received = clock.steady();
    switch (verb) {
      case 'join':
        return replyLater(() => join(id, null, circumstances));
      case 'leave':
        return replyLater(() => leave(id, circumstances));
      case 'team':
        return replyLater(() => join(id, Number(rest[0]), circumstances));
      case 'begin':
        return replyLater(() => controls.order(id, 'start', circumstances, null, () => controlledCard('start')));
      case 'pick':
        return replyLater(() => pick(id, Number(rest[0]), Number(rest[1]), circumstances, received));
      case 'review':
        return replyLater(() => review(id, circumstances));
      case 'rematch':
        return replyLater(() => rematch(id, circumstances));
      default:
        return controls.press({ verb, args }, circumstances);
    }
  }

  return {
    run: (wish, circumstances) => {
      if (wish.kind !== 'quiz') return null;
      if (wish.action !== 'start') return replyLater(() => command(wish.action, circumstances));
      if (circumstances.caller.direct) return reply(needsChannelCard());
      return replyLater(() => start({ settings: toSettings(wish), said: wish.settings }, circumstances));
    },
    press,
  };
}

/** The defaults with what was said; the command has checked the bounds. */
function toSettings({ settings }: Extract<QuizCommand, { readonly action: 'start' }>): Settings {
  const { count, topics, level, seconds, teams } = settings;
  return {
    ...defaultSettings,
    topics,
    ...(count === undefined ? {} : { count }),
    ...(level === undefined ? {} : { level }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(teams === undefined ? {} : { teams: teams === 'default' ? defaultTeams : teams }),
  };
}

/** Of a quiz that was, every number counts as said. */
function again(settings: Settings): Wanted {
  const { count, seconds, teams } = settings;
  return { settings, said: { count, seconds, ...(teams === null ? {} : { teams }) } };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
