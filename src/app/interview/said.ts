import { setBounded } from '../../core/bounded-map.ts';
import { learnerOf } from '../person-keys.ts';

/** A text that somebody has just written; `stored`: what is shown to them is stored, so that it may not be in it. */
export type SaidText = { readonly text: string; readonly stored: boolean };

/** What somebody has just written, so that they see it beside the answer. */
export type Said = {
  readonly note: (user: string, question: string, said: SaidText) => void;
  /** Null for nothing, or for what was written to another process, or for another question. */
  readonly of: (user: string, question: string) => SaidText | null;
  readonly drop: (user: string) => void;
};

/** People of whom one text each is remembered. */
const most = 500;

/** In the memory of this process alone, until the next question: it is stored nowhere. `question` names one of an interview. */
export function createSaid(): Said {
  const last = new Map<string, { readonly question: string; readonly said: SaidText }>();
  return {
    note: (user, question, said) => setBounded(last, learnerOf(user), { question, said }, most),
    of: (user, question) => {
      const found = last.get(learnerOf(user));
      return found?.question === question ? found.said : null;
    },
    drop: (user) => void last.delete(learnerOf(user)),
  };
}
