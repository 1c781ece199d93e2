/** Time (ms) without changes after which a keep-alive is sent, so that dead connections are noticed. */
const quiet = 15_000;

/** Somebody who sleeps until there is something to do. */
export type Wakening = {
  /** Ends the present sleep, or the next one if nobody sleeps. */
  readonly wake: () => void;
  /** Resolves to true if nothing woke it for a while. */
  readonly sleep: () => Promise<boolean>;
};

export function createWakening(): Wakening {
  let isWoken = false;
  let rise = () => {};
  return {
    wake: () => {
      isWoken = true;
      rise();
    },
    sleep: async () => {
      const slept = isWoken
        ? false
        : await sleepUntil((wake) => {
            rise = wake;
          });
      isWoken = false;
      return slept;
    },
  };
}

function sleepUntil(arm: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), quiet);
    arm(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
