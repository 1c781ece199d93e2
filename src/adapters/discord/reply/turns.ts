/** Lets so much work be under way at once, in the order in which it comes. */
export type Turns = {
  readonly take: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** True while some is waiting for its turn. */
  readonly isFull: () => boolean;
};

/** At most `most` at once. */
export function createTurns(most: number): Turns {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return {
    take: async (work) => {
      if (underWay < most) underWay += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) underWay -= 1;
        else next();
      }
    },
    isFull: () => waiting.length > 0,
  };
}
