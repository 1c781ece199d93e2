import type { Entry, EntryOptions } from './entries.ts';
import { createEntries } from './entries.ts';
import { renewedAhead } from './renewal.ts';

/** What this process holds of each installation, made of it when it is used; `Held` belongs to one identity. */
export type Directory<Held> = {
  /** Reads all installations; returns how many there are. Rejects as the store does. */
  readonly load: () => Promise<number>;
  /** What serves a workspace or organisation; null if the app is not installed there. Rejects as the store does. */
  readonly of: (scope: string) => Promise<Held | null>;
  /** The same, as far as this process knows it. */
  readonly known: (scope: string) => Held | null;
  /** Notes that an organisation's installation serves this workspace. Rejects as the store does. */
  readonly join: (scope: string, organisation: string) => Promise<void>;
  /** The installation has changed, or is gone: it is read again when it is used. */
  readonly forget: (scope: string) => void;
  /** Renews all tokens that expire soon, also of installations that nobody uses. Never rejects. */
  readonly renewAll: () => Promise<void>;
  /** Gives up all that it holds. */
  readonly stop: () => void;
};

/** After so many ms it is looked, beside its use, whether another process has changed an installation. */
const freshFor = 10_000;

/** How many tokens are renewed at once. */
const renewedAtOnce = 5;

export function createDirectory<Held>(options: EntryOptions<Held>): Directory<Held> {
  const { installations, now, log } = options;
  const entries = createEntries(options);
  const reading = new Map<string, Promise<Entry<Held> | null>>();

  async function read(scope: string): Promise<Entry<Held> | null> {
    const kept = await installations.serving(scope);
    if (kept === null) {
      entries.forget(scope);
      return null;
    }
    if (kept.scope !== scope) entries.joins(scope, kept.scope);
    return entries.enter(kept);
  }

  /** Of many who ask for the same at once, one reads. */
  function readOnce(scope: string): Promise<Entry<Held> | null> {
    const before = reading.get(scope);
    if (before !== undefined) return before;
    const begun = read(scope).finally(() => reading.delete(scope));
    reading.set(scope, begun);
    return begun;
  }

  const failed = (scope: string) => (error: unknown) => {
    log.warn({ err: error, scope }, 'An installation could not be read, or its token renewed.');
  };

  async function renewAll(): Promise<void> {
    const scopes = await installations.expiring(Math.round(now() + renewedAhead)).catch(failed('all'));
    const left = [...(scopes ?? [])];
    const renewNext = async () => {
      for (let scope = left.shift(); scope !== undefined; scope = left.shift()) {
        const entry = entries.of(scope) ?? (await readOnce(scope).catch(failed(scope)));
        await entry?.tokens.renew().catch(failed(scope));
      }
    };
    await Promise.all(Array.from({ length: renewedAtOnce }, renewNext));
  }

  return {
    load: async () => {
      const all = await installations.readAll();
      for (const kept of all) {
        entries.enter(kept);
        const isOfOrganisation = kept.installed.identity.team === null;
        const joined = isOfOrganisation ? await installations.joined(kept.scope) : [];
        for (const scope of joined) entries.joins(scope, kept.scope);
      }
      return all.length;
    },
    of: async (scope) => {
      const known = entries.of(scope);
      if (known === undefined) return (await readOnce(scope))?.held() ?? null;
      if (now() - known.readAt > freshFor) {
        known.readAt = now();
        void readOnce(scope).catch(failed(scope));
      }
      return known.held();
    },
    known: (scope) => entries.of(scope)?.held() ?? null,
    join: async (scope, organisation) => {
      if (entries.isJoined(scope, organisation)) return;
      await installations.join(scope, organisation);
      entries.joins(scope, organisation);
    },
    forget: entries.forget,
    renewAll,
    stop: entries.clear,
  };
}
