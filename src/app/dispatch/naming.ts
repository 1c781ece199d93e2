import type { Caller, Inbound, Outcome } from '../ports.ts';

/** An event in which a person's name may become known between the acknowledgement and what is done because of it. */
export type Naming = {
  readonly inbound: Inbound;
  /** The outcome with the name being found out before it acts. */
  readonly named: (outcome: Outcome) => Outcome;
};

/**
 * Finds out how the person is called before anything is done in their name: as the platform says when it is asked, else
 * as the event says, else as they were called last according to `lastName` (null for never). Nothing is asked before the
 * acknowledgement, which must not wait, nor for what is answered with it.
 */
export function createNaming(lastName: (user: string) => Promise<string | null>): (inbound: Inbound) => Naming {
  return (inbound) => {
    const { caller, naming } = inbound;
    if (naming === undefined && caller.nameless !== true) return { inbound, named: (outcome) => outcome };
    let known = caller.name;
    const live: Caller = {
      ...caller,
      get name() {
        return known;
      },
    };
    const find = async () => {
      const told = (await naming?.()) ?? null;
      // A name that is only nicer is not worth the answer.
      const last = told === null && caller.nameless === true ? await lastName(caller.user).catch(() => null) : null;
      known = told ?? last ?? known;
    };
    return { inbound: { ...inbound, caller: live }, named: (outcome) => after(find, outcome) };
  };
}

function after(find: () => Promise<void>, outcome: Outcome): Outcome {
  const first = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    await find();
    return act();
  };
  if (outcome.kind === 'later') return { ...outcome, act: () => first(outcome.act) };
  return outcome.kind === 'aside' ? { ...outcome, act: () => first(outcome.act) } : outcome;
}
