import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { isArchive, openArchive } from './archive.ts';
import type { ArchiveForm } from './archive-forms.ts';
import { archiveFormOf } from './archive-forms.ts';
import type { Entry } from './candidate.ts';
import { note, refusal } from './candidate.ts';
import { foreignKind } from './foreign-kind.ts';
import { formOf } from './forms.ts';
import type { Limits } from './limits.ts';
import { sizeOf } from './limits.ts';
import { decodeText } from './text/decode-text.ts';
import { UnreadableSource } from './unreadable-source.ts';
import { withinLimits } from './within-limits.ts';

/** A file of questions: what it is, and what is in it, read as far as somebody asks for it. */
export type Source = {
  /** As people call its form; null where it is none that is read. */
  readonly form: string | null;
  readonly entries: AsyncIterable<Entry>;
};

/** The place of what concerns a file as a whole. */
export const wholeFile = 'the file';

/**
 * Opens a file and tells by its content what it is. Whatever is wrong with it is an entry that says so; no file makes it reject, and
 * none takes more than the limits allow.
 */
export async function openSource(path: string, limits: Limits): Promise<Source> {
  try {
    const { size } = await regularFile(path);
    const head = await headOf(path);
    const foreign = foreignKind(head);
    if (size === 0) return refused('It is empty.');
    if (foreign !== null) return refused(foreign);
    if (isArchive(head)) return await openPacked(path, limits);
    return await openText(path, size, limits);
  } catch (error) {
    return refused(sentenceOf(error));
  }
}

/** A file of another kind, or one that is not there, is not read. */
async function regularFile(path: string) {
  const found = await stat(path);
  if (!found.isFile()) throw new UnreadableSource('It is no file.');
  return found;
}

/** What is said of an error on the way; what is no fault of the file is thrown on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UnreadableSource) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return `It cannot be read (${error.code}).`;
  throw error;
}

const headBytes = 4096;

async function headOf(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}

async function openText(path: string, size: number, limits: Limits): Promise<Source> {
  if (size > limits.fileBytes)
    return refused(`It has ${sizeOf(size)}; a text of at most ${sizeOf(limits.fileBytes)} is read. Split it.`);
  const decoded = decodeText(await readFile(path));
  if (decoded === null) return refused('It is no text, and no file that is known here.');
  const form = formOf(decoded.text, extname(path).toLowerCase());
  if (form === null) return refused('Its text is in no form that is known here; docs/importing.md lists them.');
  const remarks = decoded.remark === null ? [] : [note(decoded.remark)];
  return { form: form.name, entries: limited([remarks, form.read(decoded.text)], limits) };
}

async function openPacked(path: string, limits: Limits): Promise<Source> {
  await using archive = await openArchive(path, limits);
  const form = archiveFormOf(archive.names);
  if (form === null)
    return refused('It is an archive, but none that is known here; docs/importing.md lists them. Unpack it first.');
  return { form: form.name, entries: limited([packed(path, form, limits)], limits) };
}

/** The archive is open only as long as somebody reads. */
async function* packed(path: string, form: ArchiveForm, limits: Limits): AsyncGenerator<Entry> {
  await using archive = await openArchive(path, limits);
  yield* form.read(archive, limits);
}

/** A source that gives nothing. */
export function refused(why: string): Source {
  return {
    form: null,
    entries: limited([[refusal(wholeFile, why)]], { questionCharacters: Infinity, options: Infinity }),
  };
}

/** Entries as far as they can be read; an error on the way is the last of them. */
async function* limited(
  parts: readonly (Iterable<Entry> | AsyncIterable<Entry>)[],
  limits: Pick<Limits, 'questionCharacters' | 'options'>,
): AsyncGenerator<Entry> {
  try {
    for (const part of parts) {
      for await (const entry of part) yield withinLimits(entry, limits);
    }
  } catch (error) {
    yield refusal(wholeFile, sentenceOf(error));
  }
}
