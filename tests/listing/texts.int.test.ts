import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { textNames } from '../../src/core/text-page.ts';
import { readTexts } from '../../src/listing/texts.ts';
import { shipped } from '../search/bank.ts';

const nobody = { operator: null, contact: null, law: null };
const somebody = { operator: 'Example Ltd', contact: 'help@bot.example', law: 'Norway' };
const told = { subject: shipped.subject, address: 'https://bot.example' };

async function copyOfTexts(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'texts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('texts', folder, { recursive: true });
  return folder;
}

it('come with the bot, whole, and name what has to be filled in', async () => {
  const { pages, unfilled } = await readTexts({ ...told, folder: 'texts', operator: nobody });
  expect([...pages.keys()]).toEqual([...textNames]);
  expect(unfilled).toEqual(['OPERATOR', 'CONTACT', 'GOVERNING_LAW']);
  const filled = await readTexts({ ...told, folder: 'texts', operator: somebody });
  expect(filled.unfilled).toEqual([]);
  const words = JSON.stringify([...filled.pages.values()]);
  for (const word of ['Example Ltd', 'mailto:help@bot.example', 'Norway', '/pytorch help']) {
    expect(words).toContain(word);
  }
  expect(words).not.toMatch(/\{\{|\[(operator|contact|law)\]/);
});

it('are refused with the file and its line where a page could not show them, or one is missing', async () => {
  const folder = await copyOfTexts();
  await writeFile(join(folder, 'terms.md'), '# Terms\r\n\r\n{{operater}}\r\n');
  const reading = () => readTexts({ ...told, folder, operator: somebody });
  await expect(reading()).rejects.toThrow(/terms\.md cannot be shown as a page\. Line 3: .*\{\{operater\}\}/);
  await rm(join(folder, 'terms.md'));
  await expect(reading()).rejects.toThrow(/terms\.md cannot be read/);
});
