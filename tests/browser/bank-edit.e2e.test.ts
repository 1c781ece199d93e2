import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyTopic } from '../bank/copy-topic.ts';
import { message, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('a writer of questions', () => {
  const { another, tab } = useBrowser();

  it('sees an edit at once, and the fault of a broken file while the last good bank stays', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'bank-'));
    await copyTopic('vision', directory);
    const file = join(directory, 'questions', 'vision', 'stride.md');
    const edit = async (from: string, to: string) => writeFile(file, (await readFile(file, 'utf8')).replace(from, to));

    const { page, complaints } = await tab({}, await another('main', { BANK_DIR: directory }));
    await page.goto('/');
    await page.locator('body[data-connected="true"]').waitFor();
    await edit('level: easy', 'level: trivial');
    const banner = page.getByText('The question bank has a fault');
    await banner.waitFor();
    const line = (await readFile(file, 'utf8')).split('\n').indexOf('level: trivial') + 1;
    expect(await page.locator('.banner').textContent()).toContain(`questions/vision/stride.md:${line}`);
    await say(page, '/pytorch what is stride');
    await message(page, 'Stride is how far').waitFor();
    await edit('level: trivial', 'level: easy');
    await banner.waitFor({ state: 'detached' });
    // The beginning of its answer; the points above begin alike.
    await edit('---\nStride is how far', '---\nStride, newly told, is how far');
    await expect
      .poll(() => page.request.get('/questions/stride').then((response) => response.text()))
      .toContain('newly told');
    await say(page, '/pytorch what is stride');
    await message(page, 'newly told').waitFor();
    expect(complaints).toEqual([]);
    await rm(directory, { recursive: true });
  });
});
