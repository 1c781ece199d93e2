import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Complaint } from './complaint.ts';

/** What a bank says about itself, in its folder. */
export const bankFile = 'bank.yaml';

/** The folder of a bank that may hold its topics' folders; they may as well stand in the bank's own. */
export const questionsFolder = 'questions';

/** A path within the bank, without the folder that holds the topics' folders. */
function withoutHolder(file: string): string {
  const holder = `${questionsFolder}/`;
  return file.startsWith(holder) ? file.slice(holder.length) : file;
}

/** The folder of a topic in which a file stands, however deep; null for one that stands in none. */
export function topicFolder(file: string): string | null {
  const [folder, ...rest] = withoutHolder(file).split('/');
  return folder === undefined || rest.length === 0 ? null : folder;
}

/** Where a question may stand, `<topic>/<id>.md` below one of the two; first the one beside which `file` stands now. */
export function placesOf(
  file: string,
  { topic, id }: { readonly topic: string; readonly id: string },
): readonly [string, string] {
  const places = [`${topic}/${id}.md`, `${questionsFolder}/${topic}/${id}.md`] as const;
  return withoutHolder(file) === file ? places : [places[1], places[0]];
}

/**
 * The folder of the bank that BANK_DIR means. Banks without a `bank.yaml` were named by the folder of their topics; where
 * that is the `questions` of a bank which has one, the bank is meant.
 */
export function rootOf(directory: string): string {
  const folder = resolve(directory);
  const above = dirname(folder);
  const isInner = basename(folder) === questionsFolder && !existsSync(join(folder, bankFile));
  return isInner && existsSync(join(above, bankFile)) ? above : directory;
}

/** A warning where BANK_DIR names only a part of the bank. */
export function remarkOnRoot(directory: string): readonly Complaint[] {
  const root = rootOf(directory);
  if (root === directory) return [];
  const problem = `BANK_DIR names the folder ${questionsFolder} of the bank, which is the one above it.`;
  return [{ file: bankFile, line: 1, field: 'file', problem, cure: `Set BANK_DIR to ${root}.` }];
}
