import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { paragraph, rich } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import type { Missed } from '../../core/quiz/result.ts';
import { missedBy, resultOf } from '../../core/quiz/result.ts';
import type { PickedQuestion, QuizState } from '../../core/quiz/state.ts';
import type { BankIndex } from '../bank-index.ts';
import { questionAction } from './answer.ts';
import { letterOf, optionAt, rightPlace } from './item.ts';
import { roughSize } from './rough-size.ts';

/** More full answers than this are not offered under one message. */
const offered = 5;

/** What one private message surely holds on every platform, as `roughSize` counts and in nodes. */
const mostCharacters = 3900;
const mostNodes = 43;

type Miss = Missed & { readonly item: Item; readonly picked: PickedQuestion };

/**
 * A player's own misses with what would have been right and why, and the full answers a click away. The more there are, the
 * less is said of each, so that all of them stand in one message.
 */
export function reviewCard(state: QuizState, user: string, bank: BankIndex): Card {
  const player = resultOf(state).players.find((each) => each.user === user);
  if (player === undefined) {
    return { tone: 'notice', body: [paragraph('You did not play in this quiz, so there is nothing to review.')] };
  }
  if (player.counted === 0) {
    return {
      tone: 'notice',
      body: [paragraph('No question counted for you in this quiz, so there is nothing to review.')],
    };
  }
  const missed = missedBy(state, user);
  if (missed.length === 0) {
    return { tone: 'good', title: 'No mistakes', body: [paragraph('You had every question right.')] };
  }
  const misses = missed.flatMap((miss): Miss[] => {
    const picked = state.questions[miss.no];
    const item = picked === undefined ? undefined : bank.item(picked.question, picked.item)?.item;
    return picked === undefined || item === undefined ? [] : [{ ...miss, item, picked }];
  });
  const ids = [...new Set(misses.map(({ picked }) => picked.question))].slice(0, offered);
  const actions = ids.flatMap((id): Action[] => {
    const question = bank.question(id);
    return question === undefined ? [] : [questionAction('show', question)];
  });
  return {
    title: missed.length === 1 ? 'One question to look at again' : `${missed.length} questions to look at again`,
    body: [
      paragraph(`You had ${player.right} of ${player.counted} right.`),
      ...fitting(misses),
      ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const]),
    ],
  };
}

/** The fullest form in which all have room; the shortest has room for as many as a quiz can have. */
function fitting(misses: readonly Miss[]): readonly CardNode[] {
  const forms = [
    () => misses.flatMap((miss) => inFull(miss, true)),
    () => misses.flatMap((miss) => inFull(miss, false)),
    () => [inShort(misses)],
  ];
  for (const form of forms) {
    const nodes = form();
    if (nodes.length <= mostNodes && roughSize(nodes) <= mostCharacters) return nodes;
  }
  return [paragraph('The right answers; the questions are in the thread.'), inLetters(misses)];
}

function inFull({ no, choice, item, picked }: Miss, withCode: boolean): readonly CardNode[] {
  return [
    { kind: 'text', text: [numberOf(no), ...inlineCode(item.stem)] },
    ...(item.code === undefined || !withCode ? [] : [{ kind: 'code', code: item.code, language: 'python' } as const]),
    {
      kind: 'list',
      ordered: false,
      items: [
        choice === null ? rich('You gave no answer') : [...rich('You chose: '), ...optionText(item, picked, choice)],
        [{ kind: 'text', text: 'Right: ', bold: true }, ...rightText(item, picked)],
      ],
    },
    { kind: 'text', text: inlineCode(optionAt(item, picked.order, rightPlace(item, picked.order))?.why ?? '') },
  ];
}

/** One line each: the question and its answer. */
function inShort(misses: readonly Miss[]): CardNode {
  const items = misses.map(
    ({ no, item, picked }): Rich => [
      numberOf(no),
      ...inlineCode(item.stem),
      { kind: 'text', text: ' → ', bold: true },
      ...rightText(item, picked),
    ],
  );
  return { kind: 'list', ordered: false, items };
}

/** The least: which letter was right, and the option as it stands in the thread. */
function inLetters(misses: readonly Miss[]): CardNode {
  const items = misses.map(
    ({ no, item, picked }): Rich => [
      numberOf(no),
      ...rich(`${letterOf(rightPlace(item, picked.order))}  `),
      ...rightText(item, picked),
    ],
  );
  return { kind: 'list', ordered: false, items };
}

function numberOf(no: number): Rich[number] {
  return { kind: 'text', text: `${no + 1}. `, bold: true };
}

function rightText(item: Item, picked: PickedQuestion): Rich {
  return optionText(item, picked, rightPlace(item, picked.order));
}

function optionText(item: Item, { order }: PickedQuestion, place: number): Rich {
  return inlineCode(optionAt(item, order, place)?.text ?? '');
}
