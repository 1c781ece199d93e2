import type { Candidate, Entry } from './candidate.ts';
import { refusal } from './candidate.ts';
import type { Limits } from './limits.ts';

/** An entry as it is, or its refusal where it is larger than any question. */
export function withinLimits(entry: Entry, limits: Pick<Limits, 'questionCharacters' | 'options'>): Entry {
  if (entry.kind !== 'candidate') return entry;
  const size = sizeOfCandidate(entry);
  if (size > limits.questionCharacters) {
    return refusal(entry.place, `It has ${size} characters; no question has more than ${limits.questionCharacters}.`);
  }
  if (entry.options.length > limits.options) {
    return refusal(entry.place, `It has ${entry.options.length} options; at most ${limits.options} are read.`);
  }
  return entry;
}

function sizeOfCandidate({ stem, code, name, explanation, options, category, tags, id }: Candidate): number {
  const texts = [
    stem,
    code,
    name,
    explanation,
    category,
    id,
    ...tags,
    ...options.flatMap(({ text, why }) => [text, why]),
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}
