import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Missed } from '../../core/quiz/result.ts';
import { missedBy } from '../../core/quiz/result.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { findPlayer } from '../../core/quiz/state.ts';
import type { BankIndex } from '../bank-index.ts';
import { questionAction } from './answer.ts';
import { optionAt, rightPlace } from './item.ts';

/** More full answers than this are not offered under one message. */
const offered = 5;

/** A player's own misses with what would have been right and why, and the full answers a click away. */
export function reviewCard(state: QuizState, user: string, bank: BankIndex): Card {
  if (findPlayer(state, user) === undefined) {
    return { tone: 'notice', body: [paragraph('You did not play in this quiz, so there is nothing to review.')] };
  }
  const missed = missedBy(state, user);
  if (missed.length === 0) {
    return { tone: 'good', title: 'No mistakes', body: [paragraph('You had every question right.')] };
  }
  const actions = missed.flatMap(({ no }): Action[] => {
    const question = bank.question(state.questions[no]?.question ?? '');
    return question === undefined ? [] : [questionAction('show', question)];
  });
  const unique = [...new Map(actions.map((action) => [action.id, action])).values()].slice(0, offered);
  return {
    title: missed.length === 1 ? 'One question to look at again' : `${missed.length} questions to look at again`,
    body: [
      ...missed.flatMap((miss) => missedNodes(state, miss, bank)),
      ...(unique.length === 0 ? [] : [{ kind: 'actions', actions: unique } as const]),
    ],
  };
}

function missedNodes(state: QuizState, { no, choice }: Missed, bank: BankIndex): readonly CardNode[] {
  const picked = state.questions[no];
  const item = picked === undefined ? undefined : bank.item(picked.question, picked.item)?.item;
  if (picked === undefined || item === undefined) return [];
  const option = (place: number): Rich => inlineCode(optionAt(item, picked.order, place)?.text ?? '');
  const right = rightPlace(item, picked.order);
  return [
    { kind: 'text', text: [{ kind: 'text', text: `${no + 1}. `, bold: true }, ...inlineCode(item.stem)] },
    {
      kind: 'list',
      ordered: false,
      items: [
        ...(choice === null
          ? [[{ kind: 'text', text: 'No answer' } as const]]
          : [[{ kind: 'text', text: 'You: ' } as const, ...option(choice)]]),
        [{ kind: 'text', text: 'Right: ', bold: true }, ...option(right)],
      ],
    },
    { kind: 'text', text: inlineCode(optionAt(item, picked.order, right)?.why ?? '') },
  ];
}
