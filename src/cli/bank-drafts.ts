import { readFileSync } from 'node:fs';
import { decodeQuestionFile } from '../bank/decode.ts';
import { isDraft } from '../bank/drafts/is-draft.ts';
import type { DraftState } from '../bank/drafts/missing.ts';
import { readDraft } from '../bank/drafts/missing.ts';
import { frontMatterOf } from '../bank/front-matter.ts';
import type { ListedFile } from '../bank/listed-file.ts';
import { listFolders } from '../bank/listed-file.ts';
import { foldersOf, topicFolder } from '../bank/place.ts';
import { Fault } from '../core/fault.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

/** Drafts that are listed unless all are asked for. */
const listed = 50;

type Draft = DraftState & { readonly location: string };

/**
 * `bank drafts`: every draft of these folders in the order of its source, with what is still to be written, what is against a rule, and
 * what its import left to a person. Exit code 0, also where there is none.
 */
export async function listDrafts(folders: readonly string[], print: Print, all = false): Promise<number> {
  const files = await listFolders(folders.flatMap(foldersOf));
  // One after the other: there may be more of them than a process may have open.
  const drafts = files.filter(({ path }) => /\.md$/i.test(path)).flatMap(readOne);
  const sorted = drafts.toSorted(
    (one, other) =>
      one.sourceFile.localeCompare(other.sourceFile) ||
      one.number - other.number ||
      one.location.localeCompare(other.location),
  );
  for (const draft of all ? sorted : sorted.slice(0, listed)) tell(draft, print);
  const complete = drafts.filter(({ missing, wrong }) => missing.length === 0 && wrong.length === 0).length;
  const more = !all && sorted.length > listed ? ` The first ${listed} are listed; --all lists them all.` : '';
  print.line(`${counted(drafts.length, 'draft')} in ${folders.join(' and ')}, ${complete} of them complete.${more}`);
  if (complete > 0)
    print.line('A complete one becomes a question when its line `draft: true` and its `remarks` are taken away.');
  return 0;
}

function readOne({ file, path, location }: ListedFile): readonly Draft[] {
  const text = decodeQuestionFile(file, read(location));
  if (typeof text !== 'string' || !isDraft(text)) return [];
  // Which topics there will be, the folders say; a bank of its own file says so itself when the draft becomes a question.
  return [{ ...readDraft(file, text, frontMatterOf([topicFolder(path) ?? ''])), location }];
}

function read(location: string): Uint8Array {
  try {
    return readFileSync(location);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Fault('bank-invalid', `${location} cannot be read (${error.code}).`, 'Check that the bot may read it.');
  }
}

function tell({ location, source, title, missing, wrong, remarks }: Draft, print: Print): void {
  print.line(`${location}${source === null ? '' : ` (${source})`}`);
  if (title !== '') print.line(`  ${title}`);
  if (missing.length > 0) print.line(`  missing: ${missing.join(', ')}`);
  for (const { line, field, problem, cure } of wrong) print.line(`  line ${line}, ${field}: ${problem} ${cure}`);
  for (const remark of remarks) print.line(`  ${remark}`);
}
