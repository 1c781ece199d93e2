import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { LiveQuizzes } from './live-quizzes.ts';

/** From one sign of life to the next, in ms, while quizzes run; time that is lost in a crash is known up to this. */
const beatInterval = 250;

/** The same while none runs: nobody's time can be lost, and the disk may rest. */
const restingInterval = 10_000;

/** Less than this (ms) was no crash: another process has been there all the time. */
const leastLost = 2 * beatInterval;

type Options = {
  readonly store: Store;
  readonly live: LiveQuizzes;
  readonly clock: Clock;
  readonly log: Log;
  /** The parts of platforms that this process hears, for the others to know. */
  readonly heard?: () => readonly string[];
};

/** Gives back the time that quizzes lost while no process looked after them, and shows that one does. */
export type Recovery = {
  /**
   * Once before any event is taken, and again when the platforms have let the bot in, which takes its time: nobody could
   * answer meanwhile. In between there is no sign of life.
   */
  readonly start: () => Promise<void>;
  /** A quiz has begun, or all loops run: from now on signs of life come, and often while quizzes run. */
  readonly hurry: () => void;
  readonly stop: () => Promise<void>;
};

export function createRecovery({ store, live, clock, log, heard = () => [] }: Options): Recovery {
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> | null = null;
  let isAnyLive = false;
  /** Somebody asked for haste since the last sign of life began. */
  let isHurried = false;
  let stopped = false;
  let hasCrashed = false;

  async function beatOnce(): Promise<void> {
    isHurried = false;
    try {
      await store.beat(clock.wall(), heard());
      // Of all instances: another one may have opened it, or it may have gone with its workspace.
      isAnyLive = await store.transact((unit) => unit.quizzes.isAnyLive());
    } catch (error) {
      log.warn({ err: error }, 'The sign of life could not be written.');
    }
  }

  function beat(): void {
    if (beating !== null || stopped) return;
    clearTimeout(timer);
    beating = beatOnce().finally(() => {
      beating = null;
      if (stopped) return;
      timer = setTimeout(beat, isAnyLive || isHurried ? beatInterval : restingInterval);
      timer.unref();
    });
  }

  return {
    start: async () => {
      const now = clock.wall();
      const last = await store.beat(now);
      const lost = last === null ? 0 : now - last;
      // What is lost after a crash until the platforms have let the bot in is lost however short it is.
      hasCrashed = lost >= (hasCrashed ? 1 : leastLost);
      const quizzes = await store.transact((unit) => unit.quizzes.live());
      for (const { id } of hasCrashed ? quizzes : []) {
        await live.handle(id, { kind: 'recovered', lost }, clock.steady());
      }
      if (quizzes.length > 0)
        log.info({ quizzes: quizzes.length, lost }, 'Quizzes go on; the time lost was given back.');
    },
    hurry: () => {
      isHurried = true;
      beat();
    },
    stop: async () => {
      stopped = true;
      await beating;
      clearTimeout(timer);
    },
  };
}
