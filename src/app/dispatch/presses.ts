import { setBounded } from '../../core/bounded-map.ts';
import type { Inbound, Outcome, Reply } from '../ports.ts';
import { sharedBeforeCard } from '../views/problem.ts';

/** One press of a button. */
export type Press = Extract<Inbound, { readonly kind: 'press' }>;

/**
 * Two presses of one button within this time (ms, by the platform's clock) count as one: a double click, or impatience.
 */
export const doublePress = 1000;

/** Number of presses that are remembered; only those of the last second matter. */
const remembered = 10_000;

/** Remembers for days that something was done, across processes. */
export type Once = {
  /** True the first time that a key is claimed. */
  readonly take: (key: string) => Promise<boolean>;
  /** It was not done after all: the key can be claimed again. */
  readonly giveBack: (key: string) => Promise<void>;
};

/** Makes sure that no button acts twice, whatever it is for. */
export type Presses = {
  /** The outcome of a press; `respond` is called unless it is the second of a double press. */
  readonly answer: (press: Press, respond: () => Outcome) => Outcome;
};

/**
 * Three rules. A person's double press counts once. What everybody can see is shown once per button and message,
 * however often and wherever it is pressed (through `once`). Changes of state take care of themselves: an event of a
 * quiz or a daily question that has already happened changes nothing the second time.
 */
export function createPresses(once: Once): Presses {
  const last = new Map<string, Pick<Press, 'id' | 'at'>>();
  const keyOf = ({ caller, message }: Press) => `${caller.user}|${message}`;

  function isDouble(press: Press): boolean {
    const key = keyOf(press);
    const before = last.get(key);
    if (before?.id === press.id && Math.abs(press.at - before.at) <= doublePress) return true;
    setBounded(last, key, { id: press.id, at: press.at }, remembered);
    return false;
  }

  /** After a failure the same button may be pressed again at once. */
  const forgetting = async <Result>(press: Press, work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      last.delete(keyOf(press));
      throw error;
    }
  };

  function forAll(press: Press, reply: () => Promise<Reply>): Outcome {
    const key = `press:${press.message}:${press.id}`;
    const undo = async () => {
      last.delete(keyOf(press));
      await once.giveBack(key);
    };
    const act = async (): Promise<Reply> => {
      if (!(await once.take(key))) return { audience: 'asker', place: 'new', card: sharedBeforeCard() };
      try {
        return await reply();
      } catch (error) {
        await undo();
        throw error;
      }
    };
    return { kind: 'aside', act: () => forgetting(press, act()), undo };
  }

  return {
    answer: (press, respond) => {
      if (isDouble(press)) return { kind: 'nothing' };
      const outcome = respond();
      if (outcome.kind === 'now' && outcome.reply.audience === 'channel')
        return forAll(press, async () => outcome.reply);
      if (outcome.kind !== 'later') return outcome;
      const { audience, place, act } = outcome;
      if (audience === 'channel') return forAll(press, async () => ({ audience, place, card: await act() }));
      return { ...outcome, act: () => forgetting(press, act()) };
    },
  };
}
