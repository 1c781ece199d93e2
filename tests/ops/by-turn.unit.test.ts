import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { writeByTurn } from '../../src/ops/by-turn.ts';

it('writes what comes first at once, the rest of a turn together, in order, and nothing twice', async () => {
  const written: string[] = [];
  const { write } = writeByTurn({ write: (text) => written.push(text) });
  for (const line of ['one\n', 'two\n', 'three\n']) write(line);
  expect(written).toEqual(['one\n']);
  await turn();
  expect(written).toEqual(['one\n', 'two\nthree\n']);
  write('four\n');
  await turn();
  await turn();
  expect(written).toEqual(['one\n', 'two\nthree\n', 'four\n']);
});

it('writes what is left when the process exits', () => {
  const before = new Set(process.listeners('exit'));
  const written: string[] = [];
  const { write } = writeByTurn({ write: (text) => written.push(text) });
  for (const line of ['good\n', 'bye\n']) write(line);
  for (const listener of process.listeners('exit')) if (!before.has(listener)) listener(0);
  expect(written).toEqual(['good\n', 'bye\n']);
});
