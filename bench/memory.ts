import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ratio, readCheckouts } from './checkouts.ts';
import { percentile } from './percentile.ts';
import { startPlatforms } from './platforms.ts';
import { residentMemory } from './resident-memory.ts';
import { runBot } from './running-bot.ts';

/**
 * Memory (RSS) of the whole process when nothing happens, by what is connected, at a later start; Linux only.
 * `node bench/memory.ts [--against PATH]` sets another checkout beside it, in turns.
 */
const settled = 4000;
const guilds = 1000;
const runs = 5;

const checkouts = readCheckouts();
const platforms = await startPlatforms();
const directories = await Promise.all(checkouts.map(() => mkdtemp(join(tmpdir(), 'bench-'))));
const both = { ...platforms.slackVariables, ...platforms.discordVariables };

const rows = [
  await measure('playground', {}),
  await measure('Slack', platforms.slackVariables),
  await measure('Slack and Discord', both),
];
platforms.discord.gateway.guilds = Array.from({ length: guilds }, (_, index) =>
  String(800_000_000_000_000_000n + BigInt(index)),
);
rows.push(await measure(`Slack and Discord, ${guilds} servers`, both));
console.log('idle memory, MB');
console.table(rows);
await platforms.stop();
await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));

async function measure(connected: string, variables: Readonly<Record<string, string>>) {
  const found = checkouts.map((): number[] => []);
  // The first one is for what the others find.
  for (let run = 0; run <= runs; run += 1) {
    for (const [side, checkout] of checkouts.entries()) {
      const bot = await runBot({ checkout, directory: directories[side] ?? '', variables });
      if (run > 0) {
        await delay(settled);
        found[side]?.push(await residentMemory(bot.process));
      }
      await bot.stop('SIGTERM');
    }
  }
  const medians = found.map((values) => percentile(values, 0.5));
  const named = Object.fromEntries(checkouts.map(({ name }, side) => [name, medians[side] ?? Number.NaN]));
  return { connected, ...named, ratio: ratio(medians) };
}
