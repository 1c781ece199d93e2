import type { Log } from '../ports.ts';

/** Longest sleep in ms, so that what another process put in, or a clock that was set, is noticed. */
const longestSleep = 1000;

/** Pause after a failure, in ms. */
const pauseAfterFailure = 1000;

/** A loop that does what is due and sleeps until the next is. */
export type DueLoop = {
  readonly start: () => void;
  /** Something new may be due: looks at once. */
  readonly wake: () => void;
  /** Begins nothing new; resolves when all that was begun has ended. */
  readonly stop: () => Promise<void>;
};

type Options<Item> = {
  /** Takes what is due into this process's hands. */
  readonly claim: () => Promise<readonly Item[]>;
  /** Does one; several at once. What rejects is logged, and comes again when its lease ends. */
  readonly work: (item: Item) => Promise<void>;
  readonly untilNext: () => Promise<number | null>;
  readonly name: string;
  readonly log: Log;
};

export function createDueLoop<Item>({ claim, work, untilNext, name, log }: Options<Item>): DueLoop {
  const underWay = new Set<Promise<void>>();
  let running = false;
  let awake = false;
  let looking: Promise<void> = Promise.resolve();
  let alarm: NodeJS.Timeout | undefined;

  function begin(item: Item): void {
    const done = work(item)
      .catch((error: unknown) =>
        log.error({ err: error, loop: name }, 'Something that was due failed; it comes again.'),
      )
      .finally(() => {
        underWay.delete(done);
        // It may have brought forward what is due next.
        wake();
      });
    underWay.add(done);
  }

  /** Takes until nothing is due, then tells how long to sleep. */
  async function look(): Promise<number> {
    try {
      for (;;) {
        awake = false;
        const items = running ? await claim() : [];
        for (const item of items) begin(item);
        if (items.length > 0) continue;
        const wait = Math.min(longestSleep, (await untilNext()) ?? longestSleep);
        if (!awake) return wait;
      }
    } catch (error) {
      log.error({ err: error, loop: name }, 'What is due cannot be read; trying again.');
      return pauseAfterFailure;
    }
  }

  let busy = false;
  function run(): void {
    if (busy || !running) return;
    busy = true;
    clearTimeout(alarm);
    looking = look().then((wait) => {
      busy = false;
      if (!running) return;
      // What is due in less than a millisecond is due; a timer of 0 ms lets everything else run first.
      alarm = setTimeout(run, Math.max(0, wait));
    });
  }

  function wake(): void {
    awake = true;
    run();
  }

  return {
    start: () => {
      running = true;
      run();
    },
    wake,
    stop: async () => {
      running = false;
      clearTimeout(alarm);
      await looking;
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
