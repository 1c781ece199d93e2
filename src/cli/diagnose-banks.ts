import type { Diagnosis } from '../app/upkeep/diagnosis.ts';
import type { BankReport } from '../bank/bank.ts';
import { readBank } from '../bank/bank.ts';
import type { BankPlaces } from '../bank/load-banks.ts';
import { underName } from '../bank/load-banks.ts';
import type { Subject } from '../core/bank.ts';
import { subjectAmong } from '../core/bank-name.ts';
import { counted } from './counted.ts';
import { toDiagnosis } from './to-diagnosis.ts';

type Diagnosed = {
  readonly subject: Subject | null;
  readonly diagnosis: Diagnosis;
  readonly notes: readonly Diagnosis[];
};

/** Every bank, and what platforms are to be told of all of them together; null where one has a fault. */
export async function diagnoseBanks({
  bankDirectory,
  banks,
}: BankPlaces): Promise<{ readonly subject: Subject | null; readonly diagnoses: readonly Diagnosis[] }> {
  const { report, diagnosis } = await diagnoseBank(bankDirectory);
  const standard = report?.bank?.subject ?? null;
  const all: Diagnosed[] = [{ subject: standard, diagnosis, notes: diagnoseNotes(report) }];
  for (const [name, directory] of banks) all.push(diagnoseBeside(name, standard, await diagnoseBank(directory)));
  const subjects = all.flatMap(({ subject }) => subject ?? []);
  const isWhole = standard !== null && subjects.length === all.length;
  return {
    subject: isWhole ? subjectAmong(standard, subjects) : null,
    diagnoses: all.flatMap((diagnosed) => [diagnosed.diagnosis, ...diagnosed.notes]),
  };
}

/** A bank beside the default one, which has to bear its name. */
function diagnoseBeside(name: string, standard: Subject | null, { report, diagnosis }: Read): Diagnosed {
  const named = { ...diagnosis, what: `${name}: ${diagnosis.what}` };
  const bank = report?.bank ?? null;
  const notes = diagnoseNotes(report);
  if (bank === null || standard === null) return { subject: null, diagnosis: named, notes };
  try {
    return { subject: underName(bank, name, standard).subject, diagnosis: named, notes };
  } catch (error) {
    return { subject: null, diagnosis: toDiagnosis(error), notes };
  }
}

type Read = { readonly report: BankReport | null; readonly diagnosis: Diagnosis };

async function diagnoseBank(directory: string): Promise<Read> {
  try {
    const report = await readBank(directory);
    return { report, diagnosis: diagnoseReport(report) };
  } catch (error) {
    return { report: null, diagnosis: toDiagnosis(error) };
  }
}

function diagnoseReport({ files, complaints, warnings }: BankReport): Diagnosis {
  if (complaints.length === 0 && warnings.length > 0) {
    return {
      state: 'notice',
      what: `The bank has ${counted(files.length, 'question')} without a fault, and ${counted(warnings.length, 'warning')}.`,
      cure: '`npm run bank -- check` names each with its file, line and cure.',
    };
  }
  if (complaints.length === 0)
    return { state: 'good', what: `The bank has ${counted(files.length, 'question')} without a fault.` };
  return {
    state: 'wrong',
    what: `The bank has ${counted(complaints.length, 'fault')}.`,
    cure: '`npm run bank -- check` names each with its file, line and cure.',
  };
}

/** Questions that take the place of others: probably meant, and good to see. */
function diagnoseNotes(report: BankReport | null): readonly Diagnosis[] {
  const notes = report?.notes ?? [];
  if (notes.length === 0) return [];
  const named = notes.slice(0, 5).map(({ file, problem }) => `${file}: ${problem}`);
  const more = notes.length > 5 ? ` … and ${notes.length - 5} more.` : '';
  return [{ state: 'notice', what: `${named.join(' ')}${more}`, cure: 'Give one another id if that is not meant.' }];
}
