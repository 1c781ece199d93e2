/** Shows how many have answered, some time after an answer and not for every one. */
export type Progress = {
  readonly note: (quiz: string, no: number) => void;
  readonly stop: () => void;
};

/** From an answer until it is shown, in ms; what comes meanwhile is shown with it. */
const delay = 2000;

/** Kept in memory only: it is the first thing that may be lost. */
export function createProgress(show: (quiz: string, no: number) => Promise<void>): Progress {
  const pending = new Map<string, NodeJS.Timeout>();
  let stopped = false;
  return {
    note: (quiz, no) => {
      if (stopped || pending.has(quiz)) return;
      const timer = setTimeout(() => {
        pending.delete(quiz);
        show(quiz, no).catch(() => {});
      }, delay);
      pending.set(quiz, timer);
    },
    stop: () => {
      stopped = true;
      for (const timer of pending.values()) clearTimeout(timer);
      pending.clear();
    },
  };
}
