import type { Clock } from '../clock.ts';
import type { Caller } from '../ports.ts';
import type { Gap } from '../store/gap.ts';
import type { Store } from '../store/store.ts';

type Voter = Pick<Caller, 'scope' | 'user'>;

/**
 * 👎 on answers: at most one per person and answer, and it can be withdrawn. Both methods return whether anything
 * changed.
 */
export type Votes = {
  readonly down: (voter: Voter, gap: Pick<Gap, 'query' | 'question'>) => Promise<boolean>;
  readonly takeBack: (voter: Voter, question: string) => Promise<boolean>;
};

/** Counts votes as gaps, across processes. */
export function createVotes(store: Store, clock: Clock): Votes {
  return {
    down: ({ scope, user }, gap) =>
      store.transact(async (unit) => {
        const isFirst = await unit.votes.add({ scope, user, ...gap }, clock.wall());
        if (isFirst) await unit.gaps.count({ kind: 'down-voted', ...gap }, clock.wall());
        return isFirst;
      }),
    takeBack: ({ user }, question) =>
      store.transact(async (unit) => {
        const query = await unit.votes.remove(user, question);
        if (query !== null) await unit.gaps.uncount({ kind: 'down-voted', query, question });
        return query !== null;
      }),
  };
}

/** For a bot without a store: remembers votes as long as the process runs. */
export function createInMemoryVotes(): Votes {
  const votes = new Set<string>();
  const keyOf = ({ user }: Voter, question: string) => `${user}|${question}`;
  return {
    down: async (voter, { question }) => {
      const isFirst = !votes.has(keyOf(voter, question));
      votes.add(keyOf(voter, question));
      return isFirst;
    },
    takeBack: async (voter, question) => votes.delete(keyOf(voter, question)),
  };
}
