import type { Card } from '../../core/card.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { PageLinks } from '../page-links.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { ankiCard, dataCard } from '../views/export.ts';
import { staleCard } from '../views/problem.ts';
import { noProgressCard, sharedProgressCard } from '../views/progress.ts';
import { ankiExport } from './anki-file.ts';
import { dataExport } from './data-file.ts';
import type { ExportKind } from './progress-pages.ts';
import { readProgress } from './reading.ts';

type Options = Pick<Environment, 'store' | 'bank' | 'clock'> & {
  readonly links: () => PageLinks;
  /** Generates an unguessable token. */
  readonly token: () => string;
};

/** What people do with their progress: show it to a channel, or take along what they answered. */
export function createProgressFeature({ store, bank, clock, links, token }: Options): Feature {
  async function share({ user, name }: Caller): Promise<Card> {
    const progress = await store.transact((unit) => readProgress(unit, user, { bank, clock }));
    if (progress.met === 0) return noProgressCard({ user, name });
    return sharedProgressCard({ user, name }, progress, bank.subject());
  }

  function give(kind: ExportKind, caller: Caller): Promise<Card> {
    return store.transact(async (unit) => {
      const { user, elsewhere } = caller;
      const exported =
        kind === 'anki'
          ? await ankiExport(unit, user, bank)
          : await dataExport(
              unit,
              { user, keys: elsewhere === 'meant' ? await unit.people.keysOf(user) : [user] },
              bank,
              clock.wall(),
            );
      const url = exported.count === 0 ? null : links().progressFile(await pageToken(unit, user), kind);
      return (kind === 'anki' ? ankiCard : dataCard)({ ...exported, url });
    });
  }

  async function pageToken(unit: Unit, user: string): Promise<string> {
    return links().progress('') === null ? '' : unit.progress.token(user, token());
  }

  return {
    run: (command, { caller }) => (command.kind === 'export' ? replyLater(() => give(command.as, caller)) : null),
    press: ({ verb, args }, { caller }) => {
      if (verb !== 'progress') return null;
      const [wish] = args;
      if (args.length !== 1) return reply(staleCard());
      if (wish === 'share') return { kind: 'later', audience: 'channel', place: 'new', act: () => share(caller) };
      return wish === 'anki' || wish === 'data' ? replyLater(() => give(wish, caller)) : reply(staleCard());
    },
  };
}
