import type { Card } from '../../core/card.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { forgetCard, forgottenCard, personalCard } from '../views/personal.ts';
import { staleCard } from '../views/problem.ts';
import { ownRecord } from './counted-boards.ts';

/** A person's own record, and deleting it. */
export function createPersonalFeature({ store, bank }: Pick<Environment, 'store' | 'bank'>): Feature {
  async function record(unit: Unit, { scope, channel, user, direct }: Caller): Promise<Card> {
    const alone = ownRecord(scope);
    const totals = {
      everywhere: await unit.scores.own(scope, 'all', user),
      alone: await unit.scores.own(alone, 'all', user),
      here: direct ? null : await unit.scores.own(channel, 'all', user),
      topics: [...(await unit.scores.topics(scope, user)), ...(await unit.scores.topics(alone, user))],
      streak: await unit.daily.streak(channel, user),
    };
    return personalCard(totals, bank.subject());
  }

  return {
    run: (command, { caller }) => {
      if (command.kind === 'me') return replyLater(() => store.transact((unit) => record(unit, caller)));
      return command.kind === 'forget-me' ? reply(forgetCard()) : null;
    },
    press: ({ verb, args }, { caller }) => {
      if (verb !== 'forget') return null;
      if (args.length !== 1 || args[0] !== 'yes') return reply(staleCard());
      return replyLater(async () => {
        await store.transact((unit) => unit.people.forget(caller.user));
        return forgottenCard();
      }, 'instead');
    },
  };
}
