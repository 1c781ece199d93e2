import type { CandidateOption } from '../candidate.ts';
import { cut } from './cut.ts';

/** How explanations name an option by its letter. */
const byLetter =
  /\b(?:correct|right) (?:answer|option|choice)(?: is|:)? (?:option |choice )?\(?([A-H])\b(?![\w'’])|\b(?:answer|option|choice)(?: is|:) \(?([A-H])\b(?![\w'’])|(?<![\w-])\(?([A-H])\)? is (?:correct|right)\b/;

/** The same by its words. */
const byWords = /\b(?:correct|right) (?:answer|option|choice)(?: is|:) ["“”'‘’]?([^\n]{1,200})/i;

/**
 * A sentence where what explains a question names another option than the one that is marked as right, with both side by side: which
 * of them is wrong only a person can tell. Null where they agree or the explanation names none.
 */
export function doubtOfKey(options: readonly CandidateOption[], explanation: string): string | null {
  const right = options.filter(({ correct }) => correct);
  const [key] = right;
  if (key === undefined || right.length > 1 || options.length < 2) return null;
  const named = namedByWords(options, explanation) ?? namedByLetter(options, explanation);
  if (named === null || named.option === key) return null;
  return `The key is “${cut(key.text, 100)}”, and the explanation says “${cut(named.words, 140)}”. Decide which is right.`;
}

type Named = { readonly option: CandidateOption; readonly words: string };

function namedByLetter(options: readonly CandidateOption[], explanation: string): Named | null {
  const found = byLetter.exec(explanation);
  const letter = found?.[1] ?? found?.[2] ?? found?.[3];
  const option = letter === undefined ? undefined : options[letter.charCodeAt(0) - 65];
  return found === null || option === undefined ? null : { option, words: found[0] };
}

/** The longest option with which the words begin, since one may begin like another. */
function namedByWords(options: readonly CandidateOption[], explanation: string): Named | null {
  const found = byWords.exec(explanation);
  const words = found?.[1]?.toLowerCase() ?? '';
  const [option] = options
    .filter(({ text }) => text !== '' && words.startsWith(text.toLowerCase()) && !/^\w/.test(words.slice(text.length)))
    .toSorted((one, other) => other.text.length - one.text.length);
  return found === null || option === undefined ? null : { option, words: found[0] };
}
