import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve, sep } from 'node:path';
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

/** A folder of a bank. */
export type BankFolder = {
  readonly root: string;
  /** What stands before the paths of its files where people read them: nothing in the first one, which is the bank's own. */
  readonly label: string;
};

/**
 * The folders that BANK_DIR names, with commas between them: the bank's own, and others whose questions come beside the bank's or
 * take their place. A folder that has such a name itself is one.
 */
export function foldersOf(directory: string): readonly BankFolder[] {
  const roots = namedIn(directory).map(rootOf);
  const different = roots.filter((root, no) => roots.findIndex((other) => resolve(other) === resolve(root)) === no);
  return different.map((root, no) => ({ root, label: no === 0 ? '' : `${normalize(root).split(sep).join('/')}/` }));
}

function namedIn(directory: string): readonly string[] {
  const named = directory.split(',').map((folder) => folder.trim());
  return existsSync(directory) || named.length === 1 ? [directory] : named.filter((folder) => folder !== '');
}

/** A warning where BANK_DIR names only a part of a bank. */
export function remarkOnRoot(directory: string): readonly Complaint[] {
  const named = namedIn(directory);
  return named.flatMap((folder) => {
    const root = rootOf(folder);
    if (root === folder) return [];
    const problem = `BANK_DIR names the folder ${questionsFolder} of the bank, which is the one above it.`;
    const cure = named.length === 1 ? `Set BANK_DIR to ${root}.` : `Write ${root} there.`;
    return [{ file: bankFile, line: 1, field: 'file', problem, cure }];
  });
}
