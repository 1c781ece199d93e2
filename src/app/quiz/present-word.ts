import type { QuizState } from '../../core/quiz/state.ts';
import type { PageLinks } from '../page-links.ts';

/** The word of the address of a quiz's presenter's view; null for a quiz that has none. Its first part finds the quiz, the second cannot be guessed. */
export function presentWord({ id, page }: Pick<QuizState, 'id' | 'page'>): string | null {
  return page === undefined ? null : `${id}-${page}`;
}

/** The id of the quiz that such a word is of, if it is of one; whether it is, `presentWord` of that quiz tells. */
export function presentedId(word: string): string {
  return word.split('-', 1)[0] ?? '';
}

/** The address of a quiz's presenter's view; null where there is none, or nobody could reach it. */
export function presenterLink(state: QuizState, links: PageLinks): string | null {
  const word = presentWord(state);
  return word === null ? null : links.present(word);
}
