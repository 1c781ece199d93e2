import type { BankChoice, BankChoiceUnit } from '../../app/store/bank-choice.ts';
import type { UnitContext } from '../context.ts';
import type { Schema } from '../schema.ts';

/** Which bank each channel uses. */
export function createBankChoiceUnit({ tx }: Pick<UnitContext, 'tx'>): BankChoiceUnit {
  return {
    choose: async ({ channel, scope, bank, setBy, at }) => {
      const changed = { scope, bank, set_by: setBy, at, missed: 0 };
      await tx
        .insertInto('channel_banks')
        .values({ channel, ...changed })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet(changed))
        .execute();
    },
    chosenSince: async (instant) => {
      const rows = tx.selectFrom('channel_banks').selectAll().where('at', '>=', instant).orderBy('channel');
      return (await rows.execute()).map(toChoice);
    },
    missing: async (names) => {
      const rows = tx.selectFrom('channel_banks').selectAll().where('missed', '=', 0);
      return (await rows.where('bank', 'not in', names).orderBy('channel').execute()).map(toChoice);
    },
    noteMissing: async (channel) => {
      await tx.updateTable('channel_banks').set({ missed: 1 }).where('channel', '=', channel).execute();
    },
    noteThere: async (names) => {
      const told = tx.updateTable('channel_banks').set({ missed: 0 }).where('missed', '=', 1);
      await told.where('bank', 'in', names).execute();
    },
  };
}

function toChoice({ channel, scope, bank, set_by: setBy, at }: Schema['channel_banks']): BankChoice {
  return { channel, scope, bank, setBy, at };
}
