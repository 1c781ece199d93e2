import { setBounded } from '../../core/bounded-map.ts';
import { learnerOf } from '../person-keys.ts';

/** What somebody has just written, so that they see it beside the answer. */
export type Said = {
  readonly note: (user: string, question: string, text: string) => void;
  /** Null for nothing, or for what was written to another process, or for another question. */
  readonly of: (user: string, question: string) => string | null;
  readonly drop: (user: string) => void;
};

/** People of whom one text each is remembered. */
const most = 500;

/** In the memory of this process alone, until the next question: it is stored nowhere. `question` names one of an interview. */
export function createSaid(): Said {
  const last = new Map<string, { readonly question: string; readonly text: string }>();
  return {
    note: (user, question, text) => setBounded(last, learnerOf(user), { question, text }, most),
    of: (user, question) => {
      const found = last.get(learnerOf(user));
      return found?.question === question ? found.text : null;
    },
    drop: (user) => void last.delete(learnerOf(user)),
  };
}
