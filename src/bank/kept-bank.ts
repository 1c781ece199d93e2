import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '../core/bank.ts';
import type { Complaint } from './complaint.ts';
import { listFiles } from './list-files.ts';

/** A bank without a fault, as it was read once. */
export type KeptBank = Bank & { readonly warnings: readonly Complaint[] };

/** A file of a bank as it lies on the disk. */
export type Source = { readonly path: string; readonly bytes: Uint8Array };

/** Beside the code that reads it: whoever may write here may change that, too. */
const ownFolder = fileURLToPath(new URL('../../node_modules/.cache/question-bank', import.meta.url));

/** What makes questions of files, and what tells how they are searched: our code, and the packages that are installed. */
const readers = ['.', '../core', '../search'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const installed = fileURLToPath(new URL('../../node_modules/.package-lock.json', import.meta.url));

/** Banks that are kept: some versions of one's own while one writes, and those of tests. */
const most = 20;

export type KeptBanks = {
  readonly keyOf: (sources: readonly Source[]) => Promise<string>;
  /** Null where there is none, or none that is whole. */
  readonly find: (key: string) => Promise<KeptBank | null>;
  /** Never rejects. */
  readonly keep: (key: string, bank: KeptBank) => Promise<void>;
};

/**
 * Banks that were read before, by the content of their files and of the code that reads them, so that a kept bank is
 * never another than the one that would be read. Reading one takes a tenth of the time of its Markdown and YAML. Where
 * nothing can be kept (a folder that is read-only) every bank is read.
 */
export function createKeptBanks(folder = ownFolder): KeptBanks {
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    keyOf: async (sources) => digest([await readCode(), ...sources.flatMap(({ path, bytes }) => [path, bytes])]),
    find: async (key) => {
      try {
        const [written, text = ''] = (await readFile(fileOf(key), 'utf8')).split('\n');
        return written === digest([text]) ? (JSON.parse(text) as KeptBank) : null;
      } catch {
        return null;
      }
    },
    keep: async (key, bank) => {
      const draft = `${fileOf(key)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        const text = JSON.stringify(bank);
        await writeFile(draft, `${digest([text])}\n${text}`);
        // Whoever reads meanwhile finds the whole bank or none.
        await rename(draft, fileOf(key));
        await dropOldest(folder);
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

let code: Promise<string> | null = null;

/** Of a process once: it goes on with the code that it has loaded. */
function readCode(): Promise<string> {
  code ??= (async () => {
    const texts = await Promise.all(
      readers.map(async (folder) => Promise.all((await listFiles(folder)).map((path) => readFile(join(folder, path))))),
    );
    return digest([process.version, await readFile(installed), ...texts.flat()]);
  })();
  return code;
}

/** Each part with its length before it, so that no two rows of parts are alike. */
function digest(parts: readonly (string | Uint8Array)[]): string {
  const bytes = parts.map((part) => Buffer.from(part));
  return hash('sha256', Buffer.concat(bytes.flatMap((part) => [Buffer.from(`${part.length}:`), part])));
}

async function dropOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= most) return;
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  const old = files.toSorted((one, other) => other.at - one.at).slice(most);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}
