import type { Selectable } from 'kysely';
import type { Installation, InstallationUnit } from '../../app/store/installation.ts';
import type { UnitContext } from '../context.ts';
import type { InstallationTable } from '../schema.ts';

/** What is granted, a row for each installation; a renewal is claimed by the row, for all processes. */
export function createInstallationUnit({ tx, owner }: UnitContext): InstallationUnit {
  const rows = () => tx.selectFrom('installations').selectAll();
  const held = (scope: string, revision: number) =>
    tx.updateTable('installations').where('scope', '=', scope).where('revision', '=', revision);

  return {
    serving: async (scope) => {
      const own = await rows().where('scope', '=', scope).executeTakeFirst();
      if (own !== undefined) return toInstallation(own);
      const organisation = tx.selectFrom('installed_workspaces').select('organisation').where('scope', '=', scope);
      const shared = await rows().where('scope', 'in', organisation).executeTakeFirst();
      return shared === undefined ? null : toInstallation(shared);
    },
    list: async () => (await rows().orderBy('scope').execute()).map(toInstallation),
    put: async (scope, grant, now) => {
      const granted = { ...grant, installed_at: now, trouble: null, owner: null, claimed_until: 0 };
      await tx
        .insertInto('installations')
        .values({ scope, ...granted, revision: 1 })
        .onConflict((conflict) =>
          conflict
            .column('scope')
            .doUpdateSet((of) => ({ ...granted, revision: of('installations.revision', '+', 1) })),
        )
        .execute();
    },
    join: async (scope, organisation) => {
      await tx
        .insertInto('installed_workspaces')
        .values({ scope, organisation })
        .onConflict((conflict) => conflict.column('scope').doUpdateSet({ organisation }))
        .execute();
    },
    joined: async (organisation) => {
      const joined = tx.selectFrom('installed_workspaces').select('scope').where('organisation', '=', organisation);
      return (await joined.orderBy('scope').execute()).map(({ scope }) => scope);
    },
    expiring: async (before, limit) => {
      const ending = tx.selectFrom('installations').select('scope').where('expires', '<', before);
      return (await ending.orderBy('expires').limit(limit).execute()).map(({ scope }) => scope);
    },
    claim: async (scope, revision, now, lease) => {
      const claimed = held(scope, revision).where('claimed_until', '<=', now);
      return changed(await claimed.set({ owner, claimed_until: now + lease }).executeTakeFirstOrThrow());
    },
    renew: async (scope, revision, grant) => {
      const renewed = { ...grant, revision: revision + 1, trouble: null, owner: null, claimed_until: 0 };
      return changed(await held(scope, revision).where('owner', '=', owner).set(renewed).executeTakeFirstOrThrow());
    },
    release: async (scope, revision, trouble) => {
      const released = { trouble, owner: null, claimed_until: 0 };
      await held(scope, revision).where('owner', '=', owner).set(released).execute();
    },
    reseal: async (scope, before, after) => {
      const row = tx.updateTable('installations').where('scope', '=', scope).where('sealed', '=', before);
      return changed(await row.set({ sealed: after }).executeTakeFirstOrThrow());
    },
  };
}

function toInstallation(row: Selectable<InstallationTable>): Installation {
  const { scope, sealed, expires, revision, installed_at: installedAt, trouble } = row;
  return { scope, sealed, expires, revision, installedAt, trouble };
}

function changed({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): boolean {
  return numUpdatedRows === 1n;
}
