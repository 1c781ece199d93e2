/** The number of permutations of four things. */
export const orders = 24;

/** A random permutation (`chance` gives a number in [0, 1)), all equally likely. */
export function drawOrder(chance: () => number): ReturnType<typeof orderOf> {
  return orderOf(drawOrderNumber(chance));
}

/** The number of such a permutation, for where it is to be written down. */
export function drawOrderNumber(chance: () => number): number {
  return Math.floor(chance() * orders);
}

/**
 * The permutation with a number in [0, 24): which of the four options is shown at A, B, C and D. Lexicographic: 0 is 0
 * 1 2 3, and 23 is 3 2 1 0. Other numbers are taken modulo 24.
 */
export function orderOf(number: number): readonly [number, number, number, number] {
  let rest = ((Math.trunc(number) % orders) + orders) % orders;
  const left = [0, 1, 2, 3];
  const take = (choices: number): number => {
    const [taken = 0] = left.splice(Math.floor(rest / choices), 1);
    rest %= choices;
    return taken;
  };
  return [take(6), take(2), take(1), take(1)];
}
