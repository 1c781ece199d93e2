import { expect, it } from 'vitest';
import { readCsv } from '../../../export/csv-reader.ts';
import { until } from '../../../until.ts';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

it('the results of a quiz are downloaded by its host, from an address that nobody else is told', async () => {
  const host = await openClient(address());
  await host.type('/quiz 1 50s');
  const thread = await until(async () => {
    const [, path = ''] = /href="\/p\/[^/"]+(\/general\/thread\/\d+)"/.exec(await host.page()) ?? [];
    expect(await host.page(path)).toContain('place-3');
    return path;
  });
  await host.press(/^pick:.*:0$/, thread);
  await until(async () => expect(await host.page(thread)).toContain('Results as CSV'));
  await host.press(/^results:/, thread);
  const path = await until(async () => {
    const [found = ''] = /\/results\/[\w-]+/.exec(await host.page(thread)) ?? [];
    expect(found).not.toBe('');
    return found;
  });
  const response = await fetch(address() + path);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="quiz-\w+\.csv"$/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(readCsv(text)).toMatchObject([{ number: '1', right: expect.stringMatching(/^(yes|no)$/) }]);
  const other = await openClient(address());
  expect((await other.page()) + (await other.page(thread))).not.toContain('/results/');
  for (const guess of [path.slice(0, -1), path.split('-')[0], '/results/x', '/results/%00']) {
    expect((await fetch(address() + guess)).status, guess).toBe(404);
  }
});
