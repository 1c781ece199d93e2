import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { FileToWrite, SuggestionDesk } from './app/suggestions/desk.ts';
import type { FrontMatterSchema } from './bank/front-matter.ts';
import { foldersOf, questionsFolder } from './bank/place.ts';
import type { Bank } from './core/bank.ts';

type Options = {
  /** What BANK_DIR names. */
  readonly bankDirectory: string;
  /** Where accepted questions are written; null for nowhere. */
  readonly folder: string | null;
  /** Goes on with a bank that was read anew. */
  readonly useBank: (bank: Bank) => Promise<void>;
};

/** What the bot does with suggestions. What reads Markdown and YAML is loaded with the first of them. */
export function createSuggestionDesk({ bankDirectory, folder, useBank }: Options): SuggestionDesk {
  let known: { readonly topics: string; readonly schema: FrontMatterSchema } | null = null;

  async function schemaFor(topics: readonly string[]): Promise<FrontMatterSchema> {
    const { frontMatterOf } = await import('./bank/front-matter.ts');
    const key = topics.join('\n');
    if (known?.topics !== key) known = { topics: key, schema: frontMatterOf(topics) };
    return known.schema;
  }

  return {
    check: async (text, { topics, ...among }) => {
      const { checkSuggestion } = await import('./bank/suggestions/check-suggestion.ts');
      return checkSuggestion(text, { ...among, schema: await schemaFor(topics) });
    },
    write:
      folder === null
        ? null
        : async (files) => {
            await writeQuestionFiles(folder, files);
            return isOfBank(folder, bankDirectory) && (await readAnew(bankDirectory, useBank));
          },
  };
}

/**
 * Writes question files into a folder as they stand in a bank, each as a whole; what is there already stays as it is. Gives the paths
 * of those that it wrote.
 */
export async function writeQuestionFiles(folder: string, files: readonly FileToWrite[]): Promise<readonly string[]> {
  const written: string[] = [];
  const { signed } = await import('./bank/suggestions/question-text.ts');
  const root = (await isThere(join(folder, questionsFolder))) ? join(folder, questionsFolder) : folder;
  for (const { path, text, author } of files) {
    const file = join(root, path);
    if (await isThere(file)) continue;
    const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(draft, author === null ? text : signed(text, author));
      await rename(draft, file);
      written.push(file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
  return written;
}

/** True for a folder of the bank, or one in it. */
function isOfBank(folder: string, bankDirectory: string): boolean {
  return foldersOf(bankDirectory).some(({ root }) => {
    const way = relative(resolve(root), resolve(folder));
    return way === '' || way === questionsFolder;
  });
}

/** False where the bank has a fault, which may be of any of its files: then the one before stays in use. */
async function readAnew(bankDirectory: string, useBank: Options['useBank']): Promise<boolean> {
  const { readBank } = await import('./bank/bank.ts');
  const { bank } = await readBank(bankDirectory);
  if (bank === null) return false;
  await useBank(bank);
  return true;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
