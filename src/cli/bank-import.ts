import { writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { listFolders } from '../bank/listed-file.ts';
import { foldersOf } from '../bank/place.ts';
import { idInName } from '../bank/replaced.ts';
import { Fault } from '../core/fault.ts';
import type { Entry } from '../import/candidate.ts';
import type { AboutSource } from '../import/drafts/draft.ts';
import { draftOf } from '../import/drafts/draft.ts';
import type { DraftFolder } from '../import/drafts/draft-folder.ts';
import { openDraftFolder } from '../import/drafts/draft-folder.ts';
import { usualLimits } from '../import/limits.ts';
import { openSource, wholeFile } from '../import/open-source.ts';
import { contentDigest } from '../ops/digest.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

/** Lines of what was not taken whole that are printed for each file. */
const shown = 20;

/** How many entries are read between two lines that tell how far it is. */
const stride = 2000;

/** Hexadecimal digits of the digest by which a question of a source is known again. */
const keyLength = 16;

export type ImportWish = {
  readonly files: readonly string[];
  readonly to: string | undefined;
  readonly topic: string | undefined;
  readonly author: string | undefined;
  readonly licence: string | undefined;
  /** A file for what became of each question; undefined for none. */
  readonly report: string | undefined;
};

/** What became of a file's questions. */
type Tally = { taken: number; inPart: number; refused: number; there: number };

/**
 * `bank import`: drafts of what stands in files of other programs, and a report of what was taken, in part, and not. Exit code 1 if a
 * file gives nothing. Rejects with a Fault of code `usage` where there is nothing to read or nowhere to write.
 */
export async function importQuestions(bank: string, wish: ImportWish, print: Print): Promise<number> {
  const { files, to, topic = '', author = '', licence = '' } = wish;
  if (files.length === 0) throw new Fault('usage', 'No file was named.', 'npm run bank -- import deck.txt --to ours');
  if (to === undefined)
    throw new Fault('usage', '--to is missing.', 'Name the folder that takes the drafts: --to ours.');
  if (topic !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic)) {
    throw new Fault('usage', `${topic} can be no topic.`, 'Use lower-case letters, digits and single hyphens.');
  }
  const taken = await idsOf(bank);
  const folder = await orFault(to, openDraftFolder(to, taken));
  const report = await openReport(wish.report);
  const about = { topic, author, licence, digest: (text: string) => contentDigest(text).slice(0, keyLength) };
  let empty = 0;
  for (const file of files) {
    const tally = await importFile(file, folder, about, { print, report });
    if (tally.taken + tally.inPart + tally.there === 0) empty += 1;
  }
  await report.end();
  if (empty < files.length) {
    print.line(`What each draft lacks: npm run bank -- drafts ${to}`);
    const both = [relative('', bank) || '.', to].join(',');
    print.line(
      `BANK_DIR=${both} puts them beside the bank. Each becomes a question once its line \`draft: true\` is taken away.`,
    );
  }
  return empty > 0 ? 1 : 0;
}

/** The ids of the bank in use, so that no draft takes the place of one of its questions. */
async function idsOf(bank: string): Promise<ReadonlySet<string>> {
  const files = await listFolders(foldersOf(bank));
  return new Set(files.filter(({ path }) => path.endsWith('.md')).map(({ path }) => idInName(path)));
}

type Report = { readonly line: (text: string) => void; readonly end: () => Promise<void> };

/** Lines that are written at the end; whether they can be is told at once. */
async function openReport(file: string | undefined): Promise<Report> {
  if (file === undefined) return { line: () => {}, end: async () => {} };
  const lines: string[] = [];
  await orFault(file, writeFile(file, ''));
  return { line: (text) => lines.push(`${text}\n`), end: () => orFault(file, writeFile(file, lines.join(''))) };
}

/** What cannot be written is the fault of its name. */
async function orFault<Result>(name: string, writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Fault('usage', `${name} cannot be written (${error.code}).`, 'Name another place.');
  }
}

type Telling = { readonly print: Print; readonly report: Report };

async function importFile(
  file: string,
  folder: DraftFolder,
  about: Omit<AboutSource, 'file'>,
  { print, report }: Telling,
): Promise<Tally> {
  const { form, entries } = await openSource(file, usualLimits);
  const tally: Tally = { taken: 0, inPart: 0, refused: 0, there: 0 };
  let told = 0;
  let number = 0;
  const tell = (text: string) => {
    report.line(`${file}: ${text}`);
    told += 1;
    if (told <= shown) print.error(`${file}: ${text}`);
  };
  for await (const entry of entries) {
    if (entry.kind === 'candidate') number += 1;
    await keepOne(entry, { folder, number, tally, tell, report, about: { ...about, file: basename(file) } });
    if (number > 0 && number % stride === 0 && entry.kind === 'candidate')
      print.error(`${file}: ${number} read so far.`);
  }
  if (told > shown) print.error(`${file}: … and ${told - shown} more like these; --report FILE keeps them all.`);
  const drafts = tally.taken + tally.inPart;
  print.line(
    `${file} (${form ?? 'unknown'}): ${counted(drafts, 'draft')}, ${tally.taken} taken whole and ${tally.inPart} in part; ` +
      `${tally.refused} refused${tally.there > 0 ? `; ${tally.there} were there already` : ''}.`,
  );
  return tally;
}

type Keeping = {
  readonly folder: DraftFolder;
  readonly number: number;
  readonly tally: Tally;
  readonly tell: (text: string) => void;
  readonly report: Report;
  readonly about: AboutSource;
};

async function keepOne(entry: Entry, { folder, number, tally, tell, report, about }: Keeping): Promise<void> {
  if (entry.kind === 'note') return tell(entry.text);
  if (entry.kind === 'refused') {
    tally.refused += 1;
    return tell(entry.place === wholeFile ? `refused. ${entry.why}` : `${entry.place} refused. ${entry.why}`);
  }
  const draft = draftOf(entry, number, about);
  const kept = await orFault(`A draft in ${draft.topic}`, folder.keep(draft));
  if (kept.kind === 'same') {
    tally.refused += 1;
    return tell(`${entry.place} refused. It asks the same as ${kept.place}, word for word.`);
  }
  if (kept.kind === 'there') {
    tally.there += 1;
    return report.line(`${about.file}: ${entry.place} is there already, ${kept.file}`);
  }
  if (draft.remarks.length === 0) {
    tally.taken += 1;
    return report.line(`${about.file}: ${entry.place} taken, ${kept.file}`);
  }
  tally.inPart += 1;
  return tell(`${entry.place} in part, ${kept.file}. ${draft.remarks.join(' ')}`);
}
