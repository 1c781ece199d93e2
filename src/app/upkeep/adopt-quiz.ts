import type { Choice, PickedQuestion, QuizState } from '../../core/quiz/state.ts';
import { choices, openQuestion } from '../../core/quiz/state.ts';
import type { BankItem } from '../bank-index.ts';

/**
 * A question of a quiz as earlier versions stored it: `item` is its position among the items of the question, from 0.
 */
export type OlderQuestion = Omit<PickedQuestion, 'item' | 'asked'> & { readonly item: number };

type AtPlace = (question: string, place: number) => BankItem | undefined;

/**
 * Converts a quiz of an earlier version, using what now stands at its positions in the bank. A question that people
 * have seen keeps its right letter, by which they are graded; its content is unknown if the bank has another item
 * there, or none. A question that nobody has seen yet is asked as the bank has it now, and dropped if it is gone.
 */
export function adoptQuiz(state: QuizState, atPlace: AtPlace): QuizState {
  const seen = state.closed.length + (openQuestion(state) === null ? 0 : 1);
  const older = state.questions as readonly (PickedQuestion | OlderQuestion)[];
  const questions = older.flatMap((picked, no): PickedQuestion[] => {
    if (!isOlder(picked)) return [picked];
    const found = atPlace(picked.question, picked.item);
    const correct = found === undefined ? undefined : rightPlaceOf(found, picked.order);
    const isKnown = found !== undefined && correct !== undefined;
    if (no < seen) {
      const agrees = isKnown && correct === picked.correct;
      return [{ ...picked, item: agrees ? found.item.id : '', asked: agrees ? found.hash : '' }];
    }
    return isKnown ? [{ ...picked, item: found.item.id, asked: found.hash, correct }] : [];
  });
  return { ...state, questions };
}

function isOlder(picked: PickedQuestion | OlderQuestion): picked is OlderQuestion {
  return !('asked' in picked);
}

function rightPlaceOf({ item }: BankItem, order: PickedQuestion['order']): Choice | undefined {
  return choices.find((place) => item.options[order[place]]?.correct === true);
}
