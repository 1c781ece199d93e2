import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ratio, readCheckouts } from './checkouts.ts';
import { percentile } from './percentile.ts';
import { startPlatforms } from './platforms.ts';
import { runBot } from './running-bot.ts';

/**
 * From the start of the process until the bot is ready, the playground and with both platforms: the first start after
 * `npm ci`, when nothing is kept yet, and later ones. `node bench/start.ts [--against PATH]` sets another checkout beside it, in
 * turns. Time of processors tells more than the clock where other programs run.
 */
const runs = { first: 3, later: 10 };

const checkouts = readCheckouts();
const platforms = await startPlatforms();
const modes = {
  playground: {},
  'Slack and Discord': { ...platforms.slackVariables, ...platforms.discordVariables },
};

const rows: Record<string, string | number>[] = [];
for (const [mode, variables] of Object.entries(modes)) {
  for (const start of ['first', 'later'] as const) rows.push(...(await compare(mode, start, variables)));
}
console.table(rows);
await platforms.stop();

async function compare(mode: string, start: 'first' | 'later', variables: Readonly<Record<string, string>>) {
  const measured = checkouts.map(() => ({ milliseconds: [] as number[], processor: [] as number[] }));
  const directories = await Promise.all(checkouts.map(() => mkdtemp(join(tmpdir(), 'bench-'))));
  // The first of the later starts is for what the others find.
  for (let run = start === 'first' ? 1 : 0; run <= runs[start]; run += 1) {
    for (const [side, checkout] of checkouts.entries()) {
      const directory = directories[side] ?? '';
      if (start === 'first') {
        await rm(directory, { recursive: true, force: true });
        await rm(join(checkout.directory, 'node_modules/.cache/question-bank'), { recursive: true, force: true });
      }
      const bot = await runBot({ checkout, directory, variables });
      if (run > 0) measured[side]?.milliseconds.push(bot.ready.milliseconds);
      if (run > 0) measured[side]?.processor.push(bot.ready.processor);
      await bot.stop('SIGKILL');
    }
  }
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
  return (['milliseconds', 'processor'] as const).map((what) => {
    const medians = measured.map((side) => Math.round(percentile(side[what], 0.5)));
    const unit = what === 'processor' ? 'ms of processors' : 'ms';
    const named = Object.fromEntries(checkouts.map(({ name }, side) => [name, medians[side] ?? Number.NaN]));
    return { start: `${mode}, ${start}`, unit, ...named, ratio: ratio(medians) };
  });
}
