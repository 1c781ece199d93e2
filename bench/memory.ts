import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { botToken } from '../tests/simulators/discord/fixtures.ts';
import { startDiscordSimulator } from '../tests/simulators/discord/simulator.ts';
import { startSlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { residentMemory } from './resident-memory.ts';

/** Memory of the whole process when nothing happens, by what is connected; Linux only. */
const settled = 4000;
const guilds = 1000;

const directory = await mkdtemp(join(tmpdir(), 'bench-'));
const slack = await startSlackSimulator();
const discord = await startDiscordSimulator();
const slackVariables = {
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
};
const discordVariables = { DISCORD_TOKEN: botToken, DISCORD_API_URL: discord.apiUrl };

const playground = await measure({});
const slackAlone = await measure(slackVariables);
const both = await measure({ ...slackVariables, ...discordVariables });
discord.gateway.guilds = Array.from({ length: guilds }, (_, index) => String(800_000_000_000_000_000n + BigInt(index)));
const manyServers = await measure({ ...slackVariables, ...discordVariables });
console.log(
  `idle memory (RSS): playground ${playground} MB, Slack ${slackAlone} MB, Slack and Discord ${both} MB; ` +
    `with ${guilds} Discord servers ${manyServers} MB, ${((1024 * (manyServers - both)) / guilds).toFixed(1)} KB a server`,
);
await slack.stop();
await discord.stop();
await rm(directory, { recursive: true });

async function measure(variables: Record<string, string>): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--require', './src/node-version.cjs', 'src/main.ts'],
    {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
        LOG_LEVEL: 'info',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The bot ended.')));
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('"ready"') && resolve());
  });
  await delay(settled);
  const memory = await residentMemory(child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
  return memory;
}
