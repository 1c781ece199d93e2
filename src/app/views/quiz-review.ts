import type { AskedItem } from '../../core/asked-item.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { paragraph, rich } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Missed } from '../../core/quiz/result.ts';
import { missedBy, resultOf } from '../../core/quiz/result.ts';
import type { PickedQuestion, QuizState } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { questionAction } from './answer.ts';
import { estimateSize } from './estimated-size.ts';
import { flagActions } from './flags.ts';
import { letterOf, optionAt, rightPlace } from './item.ts';

/** Most full answers to offer under one message. */
const offered = 5;

/** What certainly fits into one private message on every platform, in `estimateSize` and in nodes. */
const mostCharacters = 3900;
const mostNodes = 43;

type Miss = Missed & AskedItem & { readonly picked: PickedQuestion };

/** A miss of which nobody knows any more what was asked; the thread shows it, and its right letter is known. */
type Lost = Missed & { readonly picked: PickedQuestion };

/**
 * A player's own misses, with the right answers and reasons, and the full answers a click away. The more there are, the
 * shorter each becomes, so that all fit into one message. `items`: what was asked, by hash.
 */
export function reviewCard(state: QuizState, user: string, items: ReadonlyMap<string, AskedItem>): Card {
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
    return { tone: 'good', title: 'No mistakes', body: [paragraph('You got every question right.')] };
  }
  const all = missed.flatMap((miss): Lost[] => {
    const picked = state.questions[miss.no];
    return picked === undefined ? [] : [{ ...miss, picked }];
  });
  const misses = all.flatMap((miss): Miss[] => {
    const asked = items.get(miss.picked.asked);
    return asked === undefined ? [] : [{ ...miss, ...asked }];
  });
  const lost = all.filter(({ picked }) => !items.has(picked.asked));
  const questions = new Map(misses.map(({ question }) => [question.id, question]));
  const actions = [
    ...[...questions.values()].slice(0, offered).map((question) => questionAction('show', question)),
    ...reviewFlags(state.id, misses),
  ];
  return {
    title: missed.length === 1 ? 'One question to look at again' : `${missed.length} questions to look at again`,
    body: [
      paragraph(`You got ${player.right} of ${player.counted} right.`),
      ...fitting(misses, lost.length === 0 ? [] : [inNumbers(lost)]),
      ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const]),
    ],
  };
}

/** One button, however many were missed: which of them is wrong is asked when it is pressed. */
function reviewFlags(quiz: string, misses: readonly Miss[]): readonly Action[] {
  const [only, ...others] = misses;
  if (only === undefined) return [];
  if (others.length === 0) return flagActions(only.picked.asked);
  return [{ id: buttonId('review', quiz, 'flag'), label: 'One of these is wrong', quiet: true }];
}

/** Asks which of somebody's misses is wrong. */
export function whichIsWrongCard(state: QuizState, user: string, items: ReadonlyMap<string, AskedItem>): Card {
  const actions = missedBy(state, user).flatMap(({ no }): Action[] => {
    const asked = state.questions[no]?.asked ?? '';
    const title = items.get(asked)?.question.title;
    return title === undefined ? [] : [{ id: buttonId('flag', asked), label: `${no + 1}. ${title}` }];
  });
  return { title: 'Which one is wrong?', body: [{ kind: 'actions', actions }] };
}

/** The most detailed form in which everything fits; the shortest fits as many as a quiz can have. */
function fitting(misses: readonly Miss[], others: readonly CardNode[]): readonly CardNode[] {
  const forms = [
    () => [...misses.flatMap((miss) => inFull(miss, {})), ...others],
    () => [...misses.flatMap((miss) => inFull(miss, { code: true })), ...others],
    () => [...misses.flatMap((miss) => inFull(miss, { code: true, misconception: true })), ...others],
    () => [inShort(misses), ...others],
  ];
  for (const form of forms) {
    const nodes = form();
    if (nodes.length <= mostNodes && estimateSize(nodes) <= mostCharacters) return nodes;
  }
  return [paragraph('The right answers; the questions are in the thread.'), inLetters(misses), ...others];
}

/** What a form of the review leaves out of each miss; the reason why the right option is right never is. */
type LeftOut = { readonly code?: true; readonly misconception?: true };

function inFull({ no, choice, item, picked }: Miss, without: LeftOut): readonly CardNode[] {
  const right = rightPlace(item, picked.order);
  const why = (place: number): Rich => [...rich('\n'), ...inlineCode(optionAt(item, picked.order, place)?.why ?? '')];
  const own =
    choice === null
      ? rich('You gave no answer')
      : [
          ...rich('You chose: '),
          ...optionText(item, picked, choice),
          ...(without.misconception === true ? [] : why(choice)),
        ];
  return [
    { kind: 'text', text: [numberOf(no), ...inlineCode(item.stem)] },
    ...(item.code === undefined || without.code === true
      ? []
      : [{ kind: 'code', code: item.code, language: 'python' } as const]),
    {
      kind: 'list',
      ordered: false,
      items: [own, [{ kind: 'text', text: 'Right: ', bold: true }, ...rightText(item, picked), ...why(right)]],
    },
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

/** The shortest form: which letter was right, and that option as shown in the thread. */
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

/** For questions that an update has changed: which letter was right in the thread. */
function inNumbers(lost: readonly Lost[]): CardNode {
  const letters = lost.map(({ no, picked }) => `${no + 1} ${letterOf(picked.correct)}`).join(', ');
  return paragraph(`Changed during an update of the bot since; these were right in the thread: ${letters}.`);
}

function numberOf(no: number): Rich[number] {
  return { kind: 'text', text: `${no + 1}. `, bold: true };
}

function rightText(item: AskedItem['item'], picked: PickedQuestion): Rich {
  return optionText(item, picked, rightPlace(item, picked.order));
}

function optionText(item: AskedItem['item'], { order }: PickedQuestion, place: number): Rich {
  return inlineCode(optionAt(item, order, place)?.text ?? '');
}
