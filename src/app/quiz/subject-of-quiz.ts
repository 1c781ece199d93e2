import type { Subject } from '../../core/bank.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { BankIndex } from '../bank-index.ts';

/** What a quiz is about: all of its questions are of one bank. */
export function subjectOfQuiz({ questions }: QuizState, bank: Pick<BankIndex, 'subjectOf'>): Subject {
  return bank.subjectOf(questions[0]?.question ?? '');
}
