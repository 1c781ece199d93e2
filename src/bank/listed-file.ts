import { join } from 'node:path';
import { listBank } from './list-files.ts';
import type { BankFolder } from './place.ts';

/** A file of a bank that may consist of several folders. */
export type ListedFile = {
  readonly folder: BankFolder;
  /** Its path within its folder, with `/` on every system. */
  readonly path: string;
  /** As people are told of it. */
  readonly file: string;
  /** Where it lies. */
  readonly location: string;
};

/** Every file of these folders, in their order. Rejects with a Fault where one of them is missing. */
export async function listFolders(folders: readonly BankFolder[]): Promise<readonly ListedFile[]> {
  const listed = await Promise.all(
    folders.map(async (folder) =>
      (await listBank(folder.root)).map((path) => ({
        ...{ folder, path, file: `${folder.label}${path}` },
        location: join(folder.root, path),
      })),
    ),
  );
  return listed.flat();
}
