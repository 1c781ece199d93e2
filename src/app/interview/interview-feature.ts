import type { Card } from '../../core/card.ts';
import type { InterviewWish } from '../../core/command/interview.ts';
import type { Interview, InterviewRequest } from '../../core/interview/interview.ts';
import { interviewMinutes, isTimeUp, revealed } from '../../core/interview/interview.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Caller, Outcome } from '../ports.ts';
import { answerAsked } from '../views/interview.ts';
import {
  interviewGoneCard,
  noInterviewCard,
  nothingSaidCard,
  nothingToAskCard,
  openInterviewCard,
} from '../views/interview-notices.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import type { Needs } from './going-on.ts';
import { beginInterview, endInterview } from './going-on.ts';
import type { InterviewMemory, InterviewUnits } from './interview-memory.ts';
import { ownWords, presentInterview, questionKey } from './presenting.ts';
import { pressInterview } from './pressing.ts';
import type { Said } from './said.ts';
import { createSaid } from './said.ts';

export type InterviewOptions = Needs & {
  readonly memory: InterviewMemory;
  /** What people have just written, for them to post it for peers; left out where there are none. */
  readonly said?: Said;
};

/**
 * A mock interview of one person: open questions one after the other, each answered in one's own words, then held against a
 * checklist that the person ticks, and a report at the end. It is stored with every press, so that it goes on where it was, in
 * whatever process; what the person writes is not.
 */
export function createInterviewFeature(options: InterviewOptions): Feature {
  const { memory, bank, clock } = options;
  const needs = { ...options, said: options.said ?? createSaid(), asks: options.said !== undefined };

  function start(wish: InterviewWish, { caller, event }: Circumstances): Promise<Card> {
    const { user } = caller;
    const request = requestOf(wish);
    if (bank.open(request.topics, request.level).length === 0) {
      return Promise.resolve(nothingToAskCard(request, bank.subject()));
    }
    return memory.transact(async (unit) => {
      if (!(await unit.isNew(event, clock.wall()))) return repeatedCard();
      const open = await unit.interviews.reserve(user);
      if (open !== null && isUnderWay(open, clock.wall())) {
        const asked = { ...open, wish: request };
        await unit.interviews.save(user, asked, clock.wall());
        return openInterviewCard(asked, request, bank.subject());
      }
      if (open !== null) await endInterview(unit, open, user, needs);
      const begun = await beginInterview(unit, user, request, needs);
      return begun === null ? nothingToAskCard(request, bank.subject()) : presentInterview(begun, caller, needs);
    });
  }

  async function stop(unit: InterviewUnits, caller: Caller): Promise<Card> {
    const { user } = caller;
    const interview = await unit.interviews.lock(user);
    if (interview === null || interview.ended) return noInterviewCard();
    return presentInterview(await endInterview(unit, interview, user, needs), caller, needs);
  }

  /** In place of the question, which is asked no more. */
  function say([id = '', , no = '']: readonly string[], text: string, { caller, stored }: Circumstances): Outcome {
    const { user } = caller;
    if (text.trim() === '') return reply(nothingSaidCard());
    needs.said.note(user, questionKey(id, no), { text: text.trim(), stored: stored === true });
    return replyIdempotently(
      () =>
        memory.transact(async (unit) => {
          const interview = await unit.interviews.lock(user);
          if (interview === null || interview.id !== id) return interviewGoneCard();
          const shown = revealed(interview, Number(no));
          if (shown !== interview) await unit.interviews.save(user, shown, clock.wall());
          return presentInterview(shown, caller, needs);
        }),
      'instead',
    );
  }

  return {
    run: (command, circumstances) => {
      if (command.kind !== 'interview') return null;
      if (command.action === 'start') return replyLater(() => start(command.wish, circumstances));
      return replyLater(() => memory.transact((unit) => stop(unit, circumstances.caller)));
    },
    press: ({ verb, args }, circumstances) => {
      if (verb !== 'interview') return null;
      const [id = '', what = '', no = '', question = ''] = args;
      if (what !== 'answer') {
        const place = what === 'tick' || what === 'reveal' ? 'instead' : 'new';
        return replyIdempotently(
          () => memory.transact((unit) => pressInterview(unit, args, circumstances, needs)),
          place,
        );
      }
      const title = bank.question(question)?.title;
      return title === undefined ? reply(staleCard()) : { kind: 'ask', asked: answerAsked(id, no, title) };
    },
    own: (about, reader) => ownWords(about, reader, needs.said),
    take: ({ verb, args }, { text = '' }, circumstances) =>
      verb === 'interview' && args[1] === 'said' ? say(args, text, circumstances) : null,
  };
}

/** What was wished for, with the defaults. */
function requestOf({ minutes = interviewMinutes.usual, topics, level }: InterviewWish): InterviewRequest {
  return { minutes, topics, level: level ?? null };
}

/** Something was answered, and there is time left to go on. */
function isUnderWay(interview: Interview, now: number): boolean {
  return !isTimeUp(interview, now) && interview.questions.some((question) => question.revealed);
}
