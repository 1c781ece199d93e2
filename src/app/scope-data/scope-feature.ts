import type { Card } from '../../core/card.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../ports.ts';
import { staleCard } from '../views/problem.ts';
import {
  askToForgetScopeCard,
  notGoverningCard,
  scopeExportCard,
  scopeForgottenCard,
  scopeTooLargeCard,
} from '../views/scope-data.ts';

type Options = Pick<Environment, 'store' | 'clock'> & {
  /** Forgets what this process remembers of a scope, too. */
  readonly forgotten: (scope: string) => void;
};

/** Largest file that is given in the chat, in characters; whoever runs the bot can export more. */
const largest = 4_000_000;

/** What is kept for a whole workspace or server: taken along or deleted by those who govern it. */
export function createScopeFeature({ store, clock, forgotten }: Options): Feature {
  async function give({ scope }: Caller): Promise<Card> {
    const rows = await store.transact((unit) => unit.people.rowsOfScope(scope, false));
    const exported = new Date(clock.wall()).toISOString();
    const text = `${JSON.stringify({ format: 'interview-bot/scope-data', version: 1, scope, exported, stored: rows }, null, 1)}\n`;
    if (text.length > largest) return scopeTooLargeCard(scope);
    const file = { name: 'workspace-data.json', type: 'application/json', text };
    return scopeExportCard(file, countOf(rows));
  }

  async function confirm({ scope }: Caller): Promise<Card> {
    const rows = await store.transact((unit) => unit.people.rowsOfScope(scope, true));
    return askToForgetScopeCard(rows);
  }

  /** What the platform has granted stays: the bot goes on, as on its first day. */
  async function forget({ scope }: Caller): Promise<Card> {
    await store.transact((unit) => unit.people.forgetScope(scope, 'but-grants'));
    forgotten(scope);
    return scopeForgottenCard();
  }

  return {
    run: (command, { caller }) => {
      if (command.kind !== 'scope') return null;
      if (caller.governs !== true) return reply(notGoverningCard());
      return replyLater(() => (command.action === 'export' ? give(caller) : confirm(caller)));
    },
    press: ({ verb, args }, { caller }) => {
      if (verb !== 'scope') return null;
      if (caller.governs !== true) return reply(notGoverningCard());
      return args[0] === 'forget' ? replyLater(() => forget(caller), 'instead') : reply(staleCard());
    },
  };
}

function countOf(rows: Readonly<Record<string, readonly object[]>>): number {
  return Object.values(rows).reduce((sum, some) => sum + some.length, 0);
}
