import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '../core/bank.ts';
import { setBounded } from '../core/bounded-map.ts';
import type { Question } from '../core/question.ts';
import type { Complaint } from './complaint.ts';
import { listFiles } from './list-files.ts';

/** A bank without a fault, as it was read once. */
export type KeptBank = Bank & { readonly warnings: readonly Complaint[]; readonly notes: readonly Complaint[] };

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
        return unpack(readFileSync(fileOf(key)));
      } catch {
        return null;
      }
    },
    keep: async (key, bank) => {
      const draft = `${fileOf(key)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, pack(bank));
        // Whoever reads meanwhile finds the whole bank or none.
        await rename(draft, fileOf(key));
        await dropOldest(folder);
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

/**
 * The digest of what follows, the bank as JSON and what its search read of it, a line each. All of it is ASCII, so that it is
 * parsed from a text of one byte a letter: half the memory of any other.
 */
function pack({ documents = '', ...bank }: KeptBank): Buffer {
  const questions = bank.questions.map((question) => ({ ...question, body: JSON.stringify(question.body) }));
  const lines = Buffer.from([JSON.stringify({ ...bank, questions }), documents].map(toAscii).join('\n'), 'latin1');
  return Buffer.concat([Buffer.from(`${digest([lines])}\n`), lines]);
}

/** Null where the digest is another. */
function unpack(kept: Buffer): KeptBank | null {
  const start = kept.indexOf('\n') + 1;
  const lines = kept.subarray(start);
  if (kept.toString('latin1', 0, start) !== `${digest([lines])}\n`) return null;
  const middle = lines.indexOf('\n');
  const packed = JSON.parse(lines.toString('latin1', 0, middle)) as PackedBank;
  const bank = { ...packed, questions: unpackQuestions(packed.questions) };
  const documents = lines.toString('latin1', middle + 1);
  return documents === '' ? bank : { ...bank, documents };
}

type PackedQuestion = Omit<Question, 'body'> & { readonly body: string };

type PackedBank = Omit<KeptBank, 'questions'> & { readonly questions: readonly PackedQuestion[] };

/** Bodies that are in memory at once beside their text, which is a quarter as large: what people ask for comes again soon. */
const mostBodies = 50;

/** A body is made of its text when it is read, and again after so many others. */
function unpackQuestions(packed: readonly PackedQuestion[]): readonly Question[] {
  const bodies = new Map<string, Question['body']>();
  return packed.map(({ body: text, ...question }) => ({
    ...question,
    get body(): Question['body'] {
      const body = bodies.get(question.id) ?? (JSON.parse(text) as Question['body']);
      setBounded(bodies, question.id, body, mostBodies);
      return body;
    },
  }));
}

/** JSON without a letter beyond ASCII: `\u` escapes stand for the same. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

let code: Promise<string> | null = null;

/** Of a process once: it goes on with the code that it has loaded. */
function readCode(): Promise<string> {
  code ??= (async () => {
    const folders = await Promise.all(
      readers.map(async (folder) => (await listFiles(folder)).map((path) => join(folder, path))),
    );
    return digest([process.version, ...[installed, ...folders.flat()].map((path) => readFileSync(path))]);
  })();
  return code;
}

/** Each part with its length before it, so that no two rows of parts are alike. */
function digest(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    sum.update(`${bytes.length}:`).update(bytes);
  }
  return sum.digest('hex');
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
