import type { Log } from '../app/ports.ts';
import type { Diagnosis } from '../app/upkeep/diagnosis.ts';
import type { Configuration } from '../config.ts';
import { Fault } from '../core/fault.ts';
import { openStore } from '../storage/open-store.ts';
import { chooseZones, newerZonesCure, outdatedZones } from '../zones/choose.ts';
import { diagnoseBanks } from './diagnose-banks.ts';
import { diagnoseTexts } from './diagnose-texts.ts';
import type { Print } from './print.ts';
import { toDiagnosis } from './to-diagnosis.ts';
import { version } from './version.ts';

const marks = { good: '✓', notice: '·', wrong: '✗' } as const;

/**
 * `doctor`: checks bank, database, tokens, scopes and commands, and prints what is wrong and how to fix it. Exit code 1
 * if anything is wrong.
 */
export async function diagnose(configuration: Configuration, print: Print, log: Log): Promise<number> {
  const { slack, discord } = configuration;
  const { subject, diagnoses: ofBanks } = await diagnoseBanks(configuration);
  const diagnoses: readonly Diagnosis[] = [
    { state: 'good', what: `Version ${version} on Node ${process.versions.node}; the variables are well-formed.` },
    ...configuration.warnings.map((what) => ({ state: 'notice', what }) as const),
    ...ofBanks,
    ...(configuration.web && subject !== null ? [await diagnoseTexts(configuration, subject)] : []),
    ...(await diagnoseDatabase(configuration, log)),
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

async function diagnoseDatabase({ database, slack }: Configuration, log: Log): Promise<readonly Diagnosis[]> {
  try {
    const store = await openStore(database, { owner: 'doctor', log });
    try {
      const good: Diagnosis = { state: 'good', what: 'The database can be opened and is up to date.' };
      if (slack?.installs === undefined) return [good];
      const { diagnoseInstallations } = await import('../adapters/slack/setup/doctor-installs.ts');
      return [good, await diagnoseInstallations(slack.installs, store)];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof Fault && error.code === 'storage-locked') {
      return [{ state: 'good', what: 'The database is in use by a running bot.' }];
    }
    return [toDiagnosis(error)];
  }
}
