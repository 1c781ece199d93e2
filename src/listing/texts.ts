import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Subject } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { TextName, TextPage, TextPages } from '../core/text-page.ts';
import { textNames } from '../core/text-page.ts';
import type { Operator } from './operator.ts';
import { operatorVariables } from './operator.ts';
import { readTextPage } from './text-page.ts';

type Told = {
  readonly folder: string;
  readonly operator: Operator;
  readonly subject: Pick<Subject, 'title' | 'name' | 'command'>;
  /** The public address of the pages, without a slash at its end; null if they have none. */
  readonly address: string | null;
};

/** The pages, and the variables that they would need and that are not set. */
export type ReadTexts = { readonly pages: TextPages; readonly unfilled: readonly string[] };

/**
 * Reads all texts of a folder, a Markdown file each (`support.md`). Rejects with a Fault of code `configuration` that names the file,
 * if one is missing or has what a page cannot show.
 */
export async function readTexts({ folder, operator, subject, address }: Told): Promise<ReadTexts> {
  const values = {
    ...operator,
    bot: subject.title,
    name: subject.name,
    command: subject.command,
    address: address ?? '',
  };
  const pages = new Map<TextName, TextPage>();
  const unfilled = new Set<string>();
  for (const name of textNames) {
    const file = join(folder, `${name}.md`);
    const read = readTextPage(await textOf(file), values);
    const [problem] = read.problems;
    if (problem !== undefined) throw new Fault('configuration', `${file} cannot be shown as a page. ${problem}`, cure);
    pages.set(name, read.page);
    for (const missing of read.unfilled) unfilled.add(missing);
  }
  const missing = Object.entries(operatorVariables).filter(([name]) => unfilled.has(name));
  return { pages, unfilled: missing.map(([, variable]) => variable) };
}

const cure = 'docs/listing.md says what a text may have, and TEXTS_DIR names the folder.';

async function textOf(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Fault('configuration', `The text ${file} cannot be read.`, cure, error);
  }
}
