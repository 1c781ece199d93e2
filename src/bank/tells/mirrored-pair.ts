import { plainWords } from '../../core/plain-words.ts';
import type { Strategy } from './strategy.ts';

/** From this share of common words on, two options are one sentence turned round. */
const mostly = 0.6;

/**
 * Chooses from two options that say the same but for a word or two, where no other two do: writers turn the key round to
 * get a distractor.
 */
export const mirroredPair: Strategy = (items) =>
  items.map(({ options }) => {
    const words = options.map(plainWords);
    const pairs = options.flatMap((_, one) =>
      options.flatMap((__, other) =>
        one < other && isMirrored(words[one] ?? [], words[other] ?? []) ? [[one, other]] : [],
      ),
    );
    return pairs.length === 1 ? (pairs[0] ?? null) : null;
  });

/** Compared with the longer one, each word as often as it stands there. */
function isMirrored(one: readonly string[], other: readonly string[]): boolean {
  const left = [...other];
  const shared = one.filter((word) => {
    const place = left.indexOf(word);
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  });
  return shared.length >= mostly * Math.max(one.length, other.length, 1);
}
