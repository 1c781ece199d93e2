import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../src/import/archive.ts';
import { openArchive } from '../../src/import/archive.ts';
import type { Candidate, Entry } from '../../src/import/candidate.ts';
import type { Limits } from '../../src/import/limits.ts';
import { usualLimits } from '../../src/import/limits.ts';

type ReadArchive = (archive: Archive, limits: Limits) => AsyncIterable<Entry>;

/** All that a reader finds in an archive of these bytes. */
export async function readArchive(
  read: ReadArchive,
  bytes: Uint8Array,
  limits: Limits = usualLimits,
): Promise<readonly Entry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  try {
    const path = join(folder, 'archive.zip');
    await writeFile(path, bytes);
    await using archive = await openArchive(path, limits);
    return await Array.fromAsync(read(archive, limits));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The questions among entries. */
export function candidatesOf(entries: readonly Entry[]): readonly Candidate[] {
  return entries.filter((entry) => entry.kind === 'candidate');
}

/** What is said of those that are refused, and of the whole. */
export function saidOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'refused') return [`${entry.place}: ${entry.why}`];
    return entry.kind === 'note' ? [entry.text] : [];
  });
}
