import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from '../tests/simulators/discord/fixtures.ts';
import { botToken } from '../tests/simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../tests/simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../tests/simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../tests/simulators/discord/simulator.ts';

/** A button and where it stands. */
export type Button = { readonly id: string; readonly message: Message; readonly scene: Partial<Scene> };

/** One program with a Discord of its own, so that the sides do not hear each other's events. */
export type Side = {
  readonly name: string;
  readonly process: ChildProcess;
  readonly discord: DiscordSimulator;
  readonly stop: () => Promise<void>;
};

/** Starts a program of ours with these arguments, and waits until it is connected to a simulator of its own. */
export async function startSide(
  name: string,
  program: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Side> {
  const discord = await startDiscordSimulator();
  const child = spawn(process.execPath, [...program], {
    env: { PATH: process.env['PATH'], DISCORD_TOKEN: botToken, DISCORD_API_URL: discord.apiUrl, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended`)));
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('"ready"') && resolve());
  });
  const stop = async () => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await closed;
    await discord.stop();
  };
  return { name, process: child, discord, stop };
}

/** Waits until something is there; gives up after a minute. */
export async function waitFor<Value>(what: string, look: () => Value | null | undefined | false): Promise<Value> {
  const end = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(2);
  }
}

/** Waits until no request has come for a second: what a burst has brought is over. */
export async function waitForRest({ discord }: Side): Promise<void> {
  let [before, since] = [discord.calls.length, performance.now()];
  while (performance.now() - since < 1000) {
    await pause(50);
    if (discord.calls.length === before) continue;
    [before, since] = [discord.calls.length, performance.now()];
  }
}

/** Somebody opens a quiz in a channel, joins and begins it; gives its first question's buttons, which stay open 5 min. */
export async function openQuestion({ discord }: Side, channel: string): Promise<readonly Button[]> {
  const scene = { channel, user: `2${channel.slice(1)}`, name: 'Host', permissions: '32' };
  discord.use('quiz', 'start', { count: 2, seconds: 300 }, scene);
  const lobby = await waitFor(`the lobby in ${channel}`, () => buttonUnder(discord, scene, 'join:'));
  const joined = discord.press(lobby.id, lobby.message, scene);
  await waitFor('a place in the quiz', () => joined.answeredAt);
  const begin = buttonUnder(discord, scene, 'begin:');
  if (begin === null) throw new Error('Nothing begins the quiz.');
  discord.press(begin.id, begin.message, scene);
  const inThread = { ...scene, channel: lobby.message.id, parent: channel };
  const first = await waitFor('the question', () => buttonUnder(discord, inThread, 'pick:'));
  return [0, 1, 2, 3].map((place) => ({ ...first, id: first.id.replace(/\d$/, String(place)) }));
}

/** Its host stops the quiz of a channel. */
export async function stopQuiz({ discord }: Side, channel: string): Promise<void> {
  const scene = { channel, user: `2${channel.slice(1)}`, name: 'Host', permissions: '32' };
  const stopping = discord.use('quiz', 'stop', {}, scene);
  await waitFor('the end of the quiz', () => stopping.answeredAt);
}

/** What somebody reads in the answer to a click. */
export function wordsOf({ original }: Interaction): string {
  return JSON.stringify(original?.body ?? {});
}

function buttonUnder(discord: DiscordSimulator, scene: Partial<Scene>, verb: string): Button | null {
  const messages = discord.channels.find(scene.channel ?? '')?.messages ?? [];
  for (const message of messages) {
    const found = new RegExp(`"custom_id":"(${verb}[^"]*)"`).exec(JSON.stringify(message.body['components'] ?? []));
    if (found?.[1] !== undefined) return { id: found[1], message, scene };
  }
  return null;
}

/** User and system time of a process in µs; a tick of Linux is 10 ms. */
export async function cpuTime({ process: { pid } }: Side): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
