/** Work on many things, in turn for each of them. */
export type Queues = {
  /** Runs when all that was asked for this key before has ended, and before anything asked later begins. */
  readonly alone: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
  /** Runs beside others of its kind, but never beside what runs alone. */
  readonly beside: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
};

type Lane = { last: Promise<unknown>; readonly besides: Set<Promise<unknown>>; waiting: number };

/** Fair: in the order of asking. Memory is kept only for keys with work. */
export function createQueues(): Queues {
  const lanes = new Map<string, Lane>();

  async function run<Result>(key: string, work: () => Promise<Result>, alone: boolean): Promise<Result> {
    const lane = lanes.get(key) ?? { last: Promise.resolve(), besides: new Set<Promise<unknown>>(), waiting: 0 };
    lanes.set(key, lane);
    lane.waiting += 1;
    const before = alone ? Promise.allSettled([lane.last, ...lane.besides]) : lane.last;
    const done = before.then(work, work);
    const settled = done.then(
      () => {},
      () => {},
    );
    if (alone) lane.last = settled;
    else lane.besides.add(settled);
    try {
      return await done;
    } finally {
      lane.besides.delete(settled);
      lane.waiting -= 1;
      if (lane.waiting === 0) lanes.delete(key);
    }
  }

  return {
    alone: (key, work) => run(key, work, true),
    beside: (key, work) => run(key, work, false),
  };
}
