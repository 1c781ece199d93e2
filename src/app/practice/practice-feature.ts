import type { Card } from '../../core/card.ts';
import type { PracticeWish } from '../../core/command/practice.ts';
import type { Command } from '../../core/command.ts';
import { isOver } from '../../core/practice/session.ts';
import { fitting } from '../../core/quiz/settings.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import { noPracticeCard, nothingToPractiseCard, openPracticeCard } from '../views/practice-notices.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import { presentCard } from './answering.ts';
import { beginPractice, isAnything, requestOf } from './beginning.ts';
import type { PracticeMemory, PracticeUnits } from './practice-memory.ts';
import { pressPractice, stopPractice } from './pressing.ts';

export type PracticeOptions = Pick<Environment, 'bank' | 'clock' | 'random'> & {
  readonly memory: PracticeMemory;
  /** Takes back what was to ask the person by itself; called before they begin a practice. */
  readonly takeBack?: (unit: PracticeUnits, user: string) => Promise<void>;
};

/**
 * Practice of one person alone: questions one after the other, chosen by what the person remembers, with a verdict after each
 * and a summary at the end. It is stored with every answer, so that it goes on where it was, in whatever process.
 */
export function createPracticeFeature(options: PracticeOptions): Feature {
  const { memory, bank, clock } = options;

  /** `insteadOfQuiz`: a quiz was asked for where there is nobody to play against. */
  function start(
    wish: PracticeWish,
    { caller: { user }, event }: Circumstances,
    insteadOfQuiz: boolean,
  ): Promise<Card> {
    const request = requestOf(wish);
    if (!isAnything(request, options)) return Promise.resolve(nothingToPractiseCard(request, bank.subject()));
    return memory.transact(async (unit) => {
      if (!(await unit.isNew(event, clock.wall()))) return repeatedCard();
      await options.takeBack?.(unit, user);
      const open = await unit.practice.reserve(user);
      if (open !== null && !isOver(open) && open.answers.length > 0) {
        await unit.practice.save(user, { ...open, wish: request }, clock.wall());
        return openPracticeCard(open, request, bank.subject());
      }
      const session = await beginPractice(unit, user, request, options);
      return presentCard(unit, session, options, insteadOfQuiz);
    });
  }

  function stop({ caller: { user } }: Circumstances): Promise<Card> {
    return memory.transact(async (unit) => {
      const session = await unit.practice.lock(user);
      return session === null || isOver(session) ? noPracticeCard() : stopPractice(unit, session, user, options);
    });
  }

  function run(command: Command, circumstances: Circumstances) {
    if (command.kind === 'practice') {
      if (command.action === 'stop') return replyLater(() => stop(circumstances));
      return command.action === 'start' ? replyLater(() => start(command.wish, circumstances, false)) : null;
    }
    if (command.kind !== 'quiz' || command.action !== 'start' || !circumstances.caller.direct) return null;
    const { count, topics, level } = command.settings;
    const wish = {
      topics,
      ...(count === undefined ? {} : { count }),
      ...(level === undefined || level === fitting ? {} : { level }),
    };
    return replyLater(() => start(wish, circumstances, true));
  }

  return {
    run,
    press: ({ verb, args }, circumstances) => {
      if (verb === 'practice-on' || (verb === 'quiz-on' && circumstances.caller.direct)) {
        return replyLater(() => start({ topics: args.slice(0, 1) }, circumstances, verb === 'quiz-on'));
      }
      if (verb !== 'session') return null;
      if (args.length < 2) return reply(staleCard());
      return replyIdempotently(
        () => memory.transact((unit) => pressPractice(unit, args, circumstances, options)),
        'instead',
      );
    },
  };
}
