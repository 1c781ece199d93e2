import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaygroundFile } from '../../src/storage/playground-store.ts';
import { openPlaygroundFile } from '../../src/storage/playground-store.ts';

describe('what the playground remembers', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'playground-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const open = (): PlaygroundFile => openPlaygroundFile(join(directory, 'new', 'playground.sqlite'));

  it('outlives the process, in the order in which it came first', () => {
    const file = open();
    file.put({ kind: 'message', id: '1', body: 'one' });
    file.put({ kind: 'player', id: '1', body: 'Ada' });
    file.put({ kind: 'message', id: '2', body: 'two' });
    file.put({ kind: 'message', id: '1', body: 'one, changed' });
    file.remove({ kind: 'message', id: '2' });
    file.close();
    const again = open();
    expect(again.rows()).toEqual([
      { kind: 'message', id: '1', body: 'one, changed' },
      { kind: 'player', id: '1', body: 'Ada' },
    ]);
    again.close();
  });

  it('is a Fault with a cure where the file is none of ours', async () => {
    const path = join(directory, 'notes.sqlite');
    await writeFile(path, 'these are notes, and no database at all'.repeat(100));
    expect(() => openPlaygroundFile(path)).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
  });
});
