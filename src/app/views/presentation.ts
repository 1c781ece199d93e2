import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import type { Rich } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import type { QuizResult } from '../../core/quiz/result.ts';
import { resultOf } from '../../core/quiz/result.ts';
import type { Reveal } from '../../core/quiz/reveal.ts';
import { revealOf } from '../../core/quiz/reveal.ts';
import type { OverReason, PauseReason, QuizState } from '../../core/quiz/state.ts';
import { openQuestion, questionNo, roundOf, timeLimit } from '../../core/quiz/state.ts';
import { optionAt } from './item.ts';
import { quizName, rulesOf } from './quiz-lobby.ts';

/** An item as everybody may see it, also before its reveal. */
export type ShownItem = {
  readonly stem: Rich;
  readonly code: string | null;
  /** At A, B, C, D. */
  readonly options: readonly Rich[];
};

/** `no` counts questions from 0. `item`: null where nobody knows any more what was asked. */
export type Stage =
  | { readonly kind: 'lobby' }
  /** A question is on its way to the chat; nobody is to see it here first. */
  | { readonly kind: 'coming'; readonly no: number }
  | {
      readonly kind: 'question';
      readonly no: number;
      readonly item: ShownItem | null;
      readonly answered: number;
      /** The time for it, in ms. */
      readonly limit: number;
    }
  | {
      readonly kind: 'answer';
      readonly no: number;
      readonly item: ShownItem | null;
      readonly reveal: Reveal;
      /** Why the right option is right; empty if nobody knows any more. */
      readonly why: Rich;
    }
  | { readonly kind: 'paused'; readonly no: number; readonly reason: PauseReason['kind'] }
  | { readonly kind: 'over'; readonly reason: OverReason; readonly wasPlayed: boolean; readonly result: QuizResult };

/** A quiz as all may see it at this moment, on a screen in a room. Names are untrusted text. */
export type Presentation = {
  readonly title: string;
  readonly rules: string;
  /** How many questions it has. */
  readonly questions: number;
  /** In the order in which they joined. */
  readonly players: readonly string[];
  readonly stage: Stage;
  /** When the stage ends by itself, UTC ms by the bot's steady clock; null where nothing counts down. */
  readonly due: number | null;
};

/**
 * What the presenter's view shows of a quiz. Before a question's reveal it says nothing of the right option, and nothing of who
 * has chosen what. `asked`: the present question; undefined if unknown.
 */
export function presentationOf(state: QuizState, asked: AskedItem | undefined, subject: Subject): Presentation {
  const stage = stageOf(state, asked?.item ?? null);
  return {
    title: quizName(subject),
    rules: rulesOf(state, subject),
    questions: state.questions.length,
    players: state.players.map(({ name }) => name),
    stage,
    due: dueOf(state),
  };
}

function stageOf(state: QuizState, item: Item | null): Stage {
  const { phase } = state;
  const no = questionNo(state);
  switch (phase.kind) {
    case 'lobby':
      return { kind: 'lobby' };
    case 'paused':
      return { kind: 'paused', no, reason: phase.reason.kind };
    case 'over':
      return {
        kind: 'over',
        reason: phase.reason,
        wasPlayed: state.closed.some(({ kind }) => kind === 'played'),
        result: resultOf(state),
      };
    case 'revealing': {
      const reveal = revealOf(state, no);
      return reveal === null ? { kind: 'coming', no } : answerStage(state, item, reveal);
    }
    case 'asking':
      if (openQuestion(state)?.kind !== 'posted') return { kind: 'coming', no };
      return {
        kind: 'question',
        no,
        item: item === null ? null : shown(state, no, item),
        answered: roundOf(state, no)?.answers.length ?? 0,
        limit: timeLimit(state),
      };
  }
}

function answerStage(state: QuizState, item: Item | null, reveal: Reveal): Stage {
  const { no, correct } = reveal;
  const right = item === null ? undefined : optionAt(item, state.questions[no]?.order ?? [], correct);
  return {
    kind: 'answer',
    no,
    item: item === null ? null : shown(state, no, item),
    reveal,
    why: inlineCode(right?.why ?? ''),
  };
}

function shown(state: QuizState, no: number, { stem, code, options }: Item): ShownItem {
  return {
    stem: inlineCode(stem),
    code: code ?? null,
    options: (state.questions[no]?.order ?? []).map((index) => inlineCode(options[index]?.text ?? '')),
  };
}

function dueOf({ phase }: QuizState): number | null {
  if (phase.kind === 'lobby' || phase.kind === 'revealing') return phase.due;
  return phase.kind === 'asking' && phase.question.kind === 'posted' ? phase.question.due : null;
}
