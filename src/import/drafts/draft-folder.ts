import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from './draft.ts';
import { draftText } from './draft-text.ts';

/** What became of a draft: the file where it is, or the place in the same import that asks the same. */
export type Kept =
  | { readonly kind: 'written' | 'there'; readonly file: string }
  | { readonly kind: 'same'; readonly place: string };

export type DraftFolder = { readonly keep: (draft: Draft) => Promise<Kept> };

/**
 * A folder that takes drafts, as `<topic>/<id>.md`. A question that another import has brought is left as it is now, a draft or not, and
 * no file is ever replaced. `taken` are ids that questions elsewhere have. Names are made of letters, digits and hyphens alone, so
 * that nothing a source says leads out of the folder.
 */
export async function openDraftFolder(root: string, taken: ReadonlySet<string>): Promise<DraftFolder> {
  const top = existsSync(join(root, 'questions')) ? join(root, 'questions') : root;
  const files = questionFiles(root);
  const ids = new Map([...taken, ...files.map(idOf)].map((id) => [id, 1]));
  const before = new Map(files.flatMap((file) => keyIn(file).map((key) => [key, file] as const)));
  const now = new Map<string, string>();
  const made = new Set<string>();

  return {
    keep: async (draft) => {
      const { key, place } = draft.source;
      const there = before.get(key);
      if (there !== undefined) return { kind: 'there', file: there };
      const same = now.get(key);
      if (same !== undefined) return { kind: 'same', place: same };
      now.set(key, place);
      const id = freeId(ids, draft.id);
      const folder = join(top, draft.topic);
      if (!made.has(folder)) await mkdir(folder, { recursive: true });
      made.add(folder);
      const file = join(folder, `${id}.md`);
      await writeFile(file, draftText({ ...draft, id }), { flag: 'wx' });
      return { kind: 'written', file };
    },
  };
}

/** The id itself, or with the first number behind it that makes it another one. */
function freeId(ids: Map<string, number>, wanted: string): string {
  let count = ids.get(wanted);
  if (count === undefined) {
    ids.set(wanted, 1);
    return wanted;
  }
  do count += 1;
  while (ids.has(`${wanted}-${count}`));
  ids.set(wanted, count).set(`${wanted}-${count}`, 1);
  return `${wanted}-${count}`;
}

function questionFiles(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(root, name));
}

function idOf(file: string): string {
  return /([^/\\]*)\.md$/.exec(file)?.[1] ?? '';
}

/** The digest that an import left in a file. */
function keyIn(file: string): readonly string[] {
  const found = /^ {2}key: "?([0-9a-f]{16})"?$/m.exec(readFileSync(file, 'utf8'));
  return found?.[1] === undefined ? [] : [found[1]];
}
