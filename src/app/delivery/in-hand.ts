/** How much of each scope is being sent, so that a flood of one is not claimed before what others have to send. */
export type InHand = {
  /** Counts one until the work has ended. */
  readonly during: <Result>(scope: string, work: () => Promise<Result>) => Promise<Result>;
  /** The scopes of which nothing more is to be taken in hand that can wait. */
  readonly full: () => readonly string[];
};

/**
 * A scope has enough in hand from `most` on until half of that has ended: with room for each single one that ends the outbox would
 * be read as often.
 */
export function createInHand(most: number): InHand {
  const counts = new Map<string, number>();
  const full = new Set<string>();

  function change(scope: string, by: 1 | -1): void {
    const count = (counts.get(scope) ?? 0) + by;
    if (count === 0) counts.delete(scope);
    else counts.set(scope, count);
    if (count >= most) full.add(scope);
    else if (count <= most / 2) full.delete(scope);
  }

  return {
    during: async (scope, work) => {
      change(scope, 1);
      try {
        return await work();
      } finally {
        change(scope, -1);
      }
    },
    full: () => [...full],
  };
}
