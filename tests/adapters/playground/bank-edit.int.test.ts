import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { copyTopic } from '../../bank/copy-topic.ts';
import { serve } from '../../browser/served.ts';
import { until } from '../../until.ts';
import type { Client } from './client.ts';
import { buttonsOf, openClient } from './client.ts';

type Fields = { items: { stem: string; options: { text: string; correct?: boolean; why: string }[] }[] };

/** Sorts the options of every file the other way round, and moves every key: what a careless writer may do at once. */
async function turnRound(directory: string): Promise<void> {
  for await (const path of glob('**/*.md', { cwd: directory })) {
    const file = join(directory, path);
    const [, front = '', ...answer] = (await readFile(file, 'utf8')).split(/^---$/m);
    const fields: Fields = parse(front);
    for (const item of fields.items) {
      const right = item.options.findIndex(({ correct }) => correct);
      item.options = item.options
        .map(({ text, why }, no) => ({ text, why, ...(no === (right + 1) % 4 ? { correct: true } : {}) }))
        .reverse();
    }
    await writeFile(
      file,
      [
        '',
        `\n${stringify(fields, { blockQuote: 'literal', lineWidth: 0 })}`,
        `${answer.join('---').trimEnd()}\n\nTurned round.\n`,
      ].join('---'),
    );
  }
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** Words of a question file as a page shows them. */
const unmarked = (text: string) => text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();

/** The place at which the daily question on a page shows what is right, by the bank in that folder. */
async function rightPlace(page: string, bank: string): Promise<number> {
  const words = plain(page);
  for await (const path of glob('**/*.md', { cwd: bank })) {
    const [, front = ''] = (await readFile(join(bank, path), 'utf8')).split(/^---$/m);
    for (const { stem, options } of (parse(front) as Fields).items) {
      if (!words.includes(unmarked(stem))) continue;
      const right = unmarked(options.find(({ correct }) => correct)?.text ?? '');
      const shown = ['A', 'B', 'C', 'D'].map((letter) => words.includes(`${letter} ${right}`));
      if (shown.includes(true)) return shown.indexOf(true);
    }
  }
  throw new Error('No item of the bank is on the page.');
}

/** The page of somebody once it shows what is wanted. */
function sees(client: Client, wanted: RegExp): Promise<string> {
  return until(async () => {
    const page = await client.page();
    expect(page).toMatch(wanted);
    return page;
  });
}

it('grades the open daily question by what it shows, also after its files were edited and after a restart', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'bank-'));
  await copyTopic('vision', directory);
  const served = await serve('main', { BANK_DIR: directory });
  onTestFinished(async () => {
    await served.end();
    await rm(directory, { recursive: true });
  });
  const [ada, bo] = [await openClient(served.address), await openClient(served.address)];
  await ada.type('/pytorch daily now');
  const page = await sees(ada, /daily:[^&]*:0/);
  const id =
    buttonsOf(page)
      .find(({ button }) => /^daily:.*:0$/.test(button))
      ?.button.slice(0, -1) ?? '';
  const right = await rightPlace(page, directory);

  await turnRound(directory);
  await until(async () =>
    expect(await (await fetch(`${served.address}/questions/stride`)).text()).toContain('Turned round.'),
  );
  await ada.press(`${id}${right}`);
  await sees(ada, /Right<[\s\S]*\+500 points/);
  await served.kill();
  await served.startAgain();
  await bo.press(`${id}${right}`);
  await sees(bo, /Right<[\s\S]*\+500 points/);
});
