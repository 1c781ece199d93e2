import { setTimeout as pause } from 'node:timers/promises';
import type { BotProcess } from './bot-process.ts';
import type { Seeded } from './rounds.ts';

/** How long it is left alive and left dead, in ms, at most; and how often it is killed while it starts. */
const longestLife = 3000;
const longestDeath = 800;
const shareWhileStarting = 0.15;
const startTime = 1500;

/** Kills a bot that runs, so many times at random moments, and starts it again; it runs in the end. */
export async function killAgainAndAgain(bot: BotProcess, times: number, chance: Seeded): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await pause(chance.between(0, longestLife));
    await bot.kill();
    await pause(chance.next() < 0.5 ? 0 : chance.between(0, longestDeath));
    if (time + 1 < times && chance.next() < shareWhileStarting) {
      time += 1;
      const started = bot.start();
      await pause(chance.between(0, startTime));
      await bot.kill();
      await started;
    }
    await bot.start();
  }
}
