/** How many orders four things have. */
export const orders = 24;

/** An order by chance (a number in [0, 1)), every order equally likely. */
export function drawOrder(chance: () => number): ReturnType<typeof orderOf> {
  return orderOf(Math.floor(chance() * orders));
}

/**
 * The order of a number in [0, 24): which of the four options stands at A, B, C and D. Lexicographic, so 0 is
 * 0 1 2 3 and 23 is 3 2 1 0. Numbers outside are taken modulo 24.
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
