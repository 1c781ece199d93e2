/** Work on many things, in a lane of its own for each of them. */
export type Lanes = {
  /** Runs when all that was asked for this key before has ended, and before anything asked later begins. */
  readonly exclusive: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
  /** Runs beside others of its kind, but never beside what is exclusive. */
  readonly shared: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
};

type Lane = { last: Promise<unknown>; readonly shared: Set<Promise<unknown>>; waiting: number };

/** Fair: in the order of asking. Memory is kept only for keys with work. */
export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();

  async function run<Result>(key: string, work: () => Promise<Result>, exclusive: boolean): Promise<Result> {
    const lane = lanes.get(key) ?? { last: Promise.resolve(), shared: new Set<Promise<unknown>>(), waiting: 0 };
    lanes.set(key, lane);
    lane.waiting += 1;
    const before = exclusive ? Promise.allSettled([lane.last, ...lane.shared]) : lane.last;
    const done = before.then(work, work);
    const settled = done.then(
      () => {},
      () => {},
    );
    if (exclusive) lane.last = settled;
    else lane.shared.add(settled);
    try {
      return await done;
    } finally {
      lane.shared.delete(settled);
      lane.waiting -= 1;
      if (lane.waiting === 0) lanes.delete(key);
    }
  }

  return {
    exclusive: (key, work) => run(key, work, true),
    shared: (key, work) => run(key, work, false),
  };
}
