import { expect, it } from 'vitest';
import { createSearch } from '../../../../src/search/search.ts';
import { shipped } from '../../../search/bank.ts';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();
const search = createSearch(shipped);

it('offers no example that the bank cannot answer', async () => {
  const ada = await openClient(address());
  const pages = [await ada.page('/general'), await ada.page('/direct')];
  const tries = pages.flatMap((page) => [...page.matchAll(/data-try="([^"]+)"/g)].map(([, text = '']) => text));
  const asked = tries.map((text) => text.replace(/^\/pytorch /, '')).filter((text) => !text.startsWith('/'));
  expect(asked.length).toBeGreaterThan(2);
  for (const words of asked) expect(search.search(words, 3).verdict, words).toBe('answer');
});
