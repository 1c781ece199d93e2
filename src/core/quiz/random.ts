/** Gives the next random number in [0, 1). */
export type Chance = () => number;

/**
 * A pseudo-random generator that depends only on the seed (its low 32 bits): mulberry32 by Tommy Ettinger, public
 * domain. Good enough to shuffle questions, not for secrets.
 */
export function createRandom(seed: number): Chance {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in random order, every order equally likely (Fisher–Yates). */
export function shuffle<Thing>(things: readonly Thing[], chance: Chance): readonly Thing[] {
  const drawn: Thing[] = [];
  const left = [...things];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(chance() * left.length), 1));
  return drawn;
}
