import type { Log } from '../../../app/ports.ts';
import type { Installation } from '../../../app/store/installation.ts';
import type { Store } from '../../../app/store/store.ts';
import type { Seal } from '../../../ops/seal.ts';
import type { Installed } from './installed.ts';
import { readInstalled, writeInstalled } from './installed.ts';

/** An installation as it was read: its own scope may be that of an organisation. */
export type Kept = Pick<Installation, 'scope' | 'revision' | 'installedAt'> & { readonly installed: Installed };

/** All installations of the app, in the store and sealed. Every method rejects as the store does. */
export type Installations = {
  /** The one that serves a workspace; null if there is none, or none of the keys opens it, which the log tells. */
  readonly serving: (scope: string) => Promise<Kept | null>;
  readonly put: (scope: string, installed: Installed) => Promise<void>;
  readonly join: (scope: string, organisation: string) => Promise<void>;
  readonly joined: (organisation: string) => Promise<readonly string[]>;
  readonly expiring: (before: number) => Promise<readonly string[]>;
  readonly claim: (kept: Kept, lease: number) => Promise<boolean>;
  /** Stores renewed credentials under this process's claim; false if it has none any more. */
  readonly renew: (kept: Kept, installed: Installed) => Promise<boolean>;
  readonly release: (kept: Kept, trouble: string | null) => Promise<void>;
  /** All that can be opened; those that another key than the first has sealed are sealed anew. */
  readonly readAll: () => Promise<readonly Kept[]>;
};

/** The most whose credentials are renewed in one turn. */
const mostExpiring = 1000;

const lostKey = {
  problem: 'The credentials of a workspace cannot be opened: no key in SLACK_ENCRYPTION_KEYS has sealed them.',
  cure: 'Add the key that was in use before as the second one, or let the workspace install the app again.',
};

type Options = {
  readonly transact: Store['transact'];
  readonly seal: Seal;
  /** UTC ms: by the clock that all instances share, and by Slack's. */
  readonly now: () => number;
  readonly slackNow: () => number;
  readonly log: Log;
};

export function createInstallations({ transact, seal, now, slackNow, log }: Options): Installations {
  /** Whose credentials cannot be opened, as the log was told. */
  const told = new Set<string>();

  function open(row: Installation): (Kept & { readonly byFirst: boolean }) | null {
    const opened = seal.open(row.sealed, row.scope);
    const installed = opened === null ? null : readInstalled(opened.text);
    if (opened === null || installed === null) {
      if (!told.has(row.scope)) log.error({ scope: row.scope, ...lostKey }, 'A workspace cannot be served.');
      told.add(row.scope);
      return null;
    }
    told.delete(row.scope);
    const { scope, revision, installedAt } = row;
    return { scope, revision, installedAt, installed, byFirst: opened.byFirst };
  }

  const grantOf = (scope: string, installed: Installed) => ({
    sealed: seal.close(writeInstalled(installed), scope),
    expires: installed.expires,
  });

  return {
    serving: async (scope) => {
      const row = await transact((unit) => unit.installations.serving(scope));
      return row === null ? null : open(row);
    },
    put: (scope, installed) =>
      transact((unit) => unit.installations.put(scope, grantOf(scope, installed), Math.round(slackNow()))),
    join: (scope, organisation) => transact((unit) => unit.installations.join(scope, organisation)),
    joined: (organisation) => transact((unit) => unit.installations.joined(organisation)),
    expiring: (before) => transact((unit) => unit.installations.expiring(before, mostExpiring)),
    claim: ({ scope, revision }, lease) =>
      transact((unit) => unit.installations.claim(scope, revision, Math.round(now()), lease)),
    renew: ({ scope, revision }, installed) =>
      transact((unit) => unit.installations.renew(scope, revision, grantOf(scope, installed))),
    release: ({ scope, revision }, trouble) => transact((unit) => unit.installations.release(scope, revision, trouble)),
    readAll: async () => {
      const rows = await transact((unit) => unit.installations.list());
      const read: Kept[] = [];
      let resealed = 0;
      for (const row of rows) {
        const opened = open(row);
        if (opened === null) continue;
        const { byFirst, ...kept } = opened;
        read.push(kept);
        if (byFirst) continue;
        const { sealed } = grantOf(row.scope, kept.installed);
        if (await transact((unit) => unit.installations.reseal(row.scope, row.sealed, sealed))) resealed += 1;
      }
      if (resealed > 0) log.info({ resealed }, 'Credentials were sealed anew with the first key.');
      return read;
    },
  };
}
