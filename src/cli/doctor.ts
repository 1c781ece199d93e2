import type { Log } from '../app/ports.ts';
import type { Diagnosis } from '../app/upkeep/diagnosis.ts';
import type { BankReport } from '../bank/bank.ts';
import { readBank } from '../bank/bank.ts';
import type { Configuration } from '../config.ts';
import { Fault } from '../core/fault.ts';
import { openStore } from '../storage/open-store.ts';
import { chooseZones, newerZonesCure, outdatedZones } from '../zones/choose.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';
import { version } from './version.ts';

const marks = { good: '✓', notice: '·', wrong: '✗' } as const;

/**
 * `doctor`: checks bank, database, tokens, scopes and commands, and prints what is wrong and how to fix it. Exit code 1
 * if anything is wrong.
 */
export async function diagnose(configuration: Configuration, print: Print, log: Log): Promise<number> {
  const { slack, discord } = configuration;
  const { report, diagnosis } = await diagnoseBank(configuration.bankDirectory);
  const subject = report?.bank?.subject ?? null;
  const diagnoses: readonly Diagnosis[] = [
    { state: 'good', what: `Version ${version} on Node ${process.versions.node}; the variables are well-formed.` },
    ...configuration.warnings.map((what) => ({ state: 'notice', what }) as const),
    diagnosis,
    ...diagnoseNotes(report),
    await diagnoseDatabase(configuration, log),
    diagnoseZones(configuration),
    ...(slack === null ? [] : await (await import('../adapters/slack/setup/doctor.ts')).diagnoseSlack(slack, log)),
    ...(discord === null
      ? []
      : await (await import('../adapters/discord/setup/doctor.ts')).diagnoseDiscord(discord, subject)),
    ...(slack === null && discord === null
      ? [
          {
            state: 'notice',
            what: 'Neither Slack nor Discord is configured: `npm start` serves the local page.',
          } as const,
        ]
      : []),
  ];
  for (const { state, what, cure } of diagnoses) {
    print.line(`${marks[state]} ${what}`);
    if (cure !== undefined) print.line(`    ${cure}`);
  }
  const wrong = diagnoses.filter(({ state }) => state === 'wrong').length;
  print.line(wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`);
  return wrong === 0 ? 0 : 1;
}

function diagnoseZones({ zoneDirectory }: Configuration): Diagnosis {
  const { rules, source, others, outdated } = chooseZones(zoneDirectory);
  const rest = others.map((other) => `${other.name}: ${'version' in other ? other.version : other.absent}`).join('; ');
  const what = `Local times go by the time zone rules ${rules.version} of ${source} (${rest}).`;
  if (!outdated) return { state: 'good', what };
  return { state: 'notice', what: `${what} ${outdatedZones}`, cure: newerZonesCure };
}

async function diagnoseBank(
  directory: string,
): Promise<{ readonly report: BankReport | null; readonly diagnosis: Diagnosis }> {
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

async function diagnoseDatabase({ database }: Configuration, log: Log): Promise<Diagnosis> {
  try {
    const store = await openStore(database, { owner: 'doctor', log });
    await store.close();
    return { state: 'good', what: 'The database can be opened and is up to date.' };
  } catch (error) {
    if (error instanceof Fault && error.code === 'storage-locked') {
      return { state: 'good', what: 'The database is in use by a running bot.' };
    }
    return toDiagnosis(error);
  }
}

function toDiagnosis(error: unknown): Diagnosis {
  if (error instanceof Fault) return { state: 'wrong', what: error.message, cure: error.hint };
  return { state: 'wrong', what: error instanceof Error ? error.message : String(error) };
}
