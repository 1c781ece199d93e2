import { expect, it } from 'vitest';
import { noteOutdated } from '../../src/ops/outdated-registration.ts';
import { shipped } from '../search/bank.ts';

const { subject } = shipped;
const other = { ...subject, topics: [...subject.topics, { id: 'deployment', title: 'Deployment' }] };

function warned(platforms: { readonly slack: object | null; readonly discord: object | null }): readonly string[] {
  const said: string[] = [];
  const write = (_: unknown, message: string) => void said.push(message);
  const compare = noteOutdated(subject, {
    ...platforms,
    log: { debug: write, info: write, warn: write, error: write },
  });
  compare({ ...subject });
  expect(said).toEqual([]);
  for (const changed of [other, { ...subject, command: 'torch' }]) compare(changed);
  return said;
}

it('is said once of each platform that is connected, and of no other', () => {
  expect(warned({ slack: {}, discord: {} })).toEqual([
    expect.stringContaining('npm run discord:register'),
    expect.stringContaining('npm run slack:manifest'),
  ]);
  expect(warned({ slack: null, discord: {} })).toEqual([expect.stringContaining('npm run discord:register')]);
  expect(warned({ slack: null, discord: null })).toEqual([]);
});
