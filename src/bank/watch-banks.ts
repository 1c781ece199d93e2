import type { Subject } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { BankPlaces } from './load-banks.ts';
import { underName } from './load-banks.ts';
import type { BankEdit, watchBank } from './watch.ts';

type Options = {
  readonly watch: typeof watchBank;
  /** What the default bank is about at present. */
  readonly standard: () => Subject;
  readonly tell: (edit: BankEdit) => void;
};

/** Watches every bank by itself, see `watchBank`; edits of those beside the default one come under their names. */
export function watchBanks({ bankDirectory, banks }: BankPlaces, { watch, standard, tell }: Options): () => void {
  const ends = [
    watch(bankDirectory, tell),
    ...[...banks].map(([name, directory]) =>
      watch(directory, (edit) => tell(edit.kind === 'changed' ? named(edit, name, directory, standard()) : edit)),
    ),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function named(
  edit: Extract<BankEdit, { readonly kind: 'changed' }>,
  name: string,
  directory: string,
  standard: Subject,
): BankEdit {
  try {
    return { ...edit, bank: underName(edit.bank, name, standard) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const complaint = { file: directory, line: 1, field: 'id', problem: error.message, cure: error.hint };
    return { kind: 'broken', complaints: [complaint] };
  }
}
