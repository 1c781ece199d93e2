import { randomInt } from 'node:crypto';
import { loadEnvironment } from '../../src/config.ts';
import { createRandom } from '../../src/core/quiz/random.ts';
import { patience, wholePatience } from '../patience.ts';

const { process: environment } = loadEnvironment();

const asked = Number(environment['FAULT_ROUNDS'] ?? 0);

/** True where somebody has asked for the long run: `FAULT_ROUNDS=100`. */
export const isLong = asked > 0;

/** How often the fault of a test comes: so often in the quick run, and `share` of FAULT_ROUNDS in the long one. */
export function rounds(quick: number, share = 1): number {
  return isLong ? Math.max(quick, Math.round(asked * share)) : quick;
}

/** What a test may take, in ms, and coming to rest at its end, where much stands in line for the edits that Slack allows in a minute. */
export const longest = isLong ? 20 * 60_000 : wholePatience;
export const longestRest = isLong ? 8 * 60_000 : 3 * patience;

/** Chance from a seed that is told when the test fails, and can be given as FAULT_SEED. */
export type Seeded = {
  readonly seed: number;
  readonly next: () => number;
  /** A number from `from` to `to`. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
};

export function seeded(): Seeded {
  const seed = Number(environment['FAULT_SEED'] ?? randomInt(2 ** 31));
  const next = createRandom(seed);
  return {
    seed,
    next,
    between: (from, to) => from + next() * (to - from),
    pick: (things) => {
      const thing = things[Math.floor(next() * things.length)];
      if (thing === undefined) throw new Error('There is nothing to choose from.');
      return thing;
    },
  };
}
