import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { startPostgres } from '../simulators/postgres/server.ts';
import { BotProcess } from './bot-process.ts';
import type { Database } from './database.ts';
import { postgresDatabase, sqliteDatabase } from './database.ts';
import type { DiscordSite } from './discord-site.ts';
import { openDiscordSite } from './discord-site.ts';
import { History, toldBy } from './history.ts';
import { isLong } from './rounds.ts';
import type { SlackSite } from './slack-site.ts';
import { openSlackSite } from './slack-site.ts';

export type Ground = {
  readonly slack: SlackSite;
  readonly discord: DiscordSite;
  readonly bot: BotProcess;
  readonly database: Database;
  readonly history: History;
  /** Says what was counted, in the long run. */
  readonly report: (what: string, more: Readonly<Record<string, unknown>>) => void;
};

/** A bot on a SQLite file with a workspace and a server; everything ends with the test. `preload`: modules that the bot loads first. */
export async function openGround({ onTestFinished }: TestContext, preload: readonly string[] = []): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  const [slack, discord] = [await openSlackSite(), await openDiscordSite()];
  const database = sqliteDatabase(join(folder, 'bot.sqlite'));
  const variables = { ...slack.variables, ...discord.variables, DATABASE_URL: database.url };
  const bot = new BotProcess(variables, preload);
  const history = new History();
  onTestFinished(async () => {
    await bot.end();
    await rm(folder, { recursive: true, force: true });
    await Promise.all([slack.stop(), discord.stop()]);
  });
  return {
    slack,
    discord,
    bot,
    database,
    history,
    report: (what, more) => {
      if (isLong) report(what, { ...countOf(history, [bot]), ...more });
    },
  };
}

/** So many instances of the bot on one PostgreSQL. Slack's HTTP requests and Discord's events go to all of them. */
export async function openSharedGround(
  instances: number,
  { onTestFinished }: TestContext,
): Promise<Omit<Ground, 'bot'> & { readonly bots: readonly BotProcess[] }> {
  const server = await startPostgres();
  const bots: BotProcess[] = [];
  const [slack, discord] = [await openSlackSite(() => bots.map(({ address }) => address)), await openDiscordSite()];
  const url = await server.createDatabase();
  const database = await postgresDatabase(url);
  for (let no = 0; no < instances; no += 1) {
    bots.push(new BotProcess({ ...slack.variables, ...discord.variables, DATABASE_URL: url }));
  }
  const history = new History();
  onTestFinished(async () => {
    await Promise.all(bots.map((bot) => bot.end()));
    await database.close();
    await Promise.all([slack.stop(), discord.stop(), server.stop()]);
  });
  const tell: Ground['report'] = (what, more) => {
    if (isLong) report(what, { ...countOf(history, bots), ...more });
  };
  return { slack, discord, bots, database, history, report: tell };
}

/** The figures of a run. */
export function countOf(history: History, bots: readonly BotProcess[]): Readonly<Record<string, unknown>> {
  const told = history.presses.map(toldBy);
  const starts = bots.flatMap((bot) => bot.starts).toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(starts[Math.floor(share * (starts.length - 1))] ?? 0);
  return {
    kills: bots.reduce((sum, { kills }) => sum + kills.length, 0),
    presses: told.length,
    kept: told.filter(({ kind }) => kind === 'kept').length,
    tooLate: told.filter(({ kind }) => kind === 'too-late').length,
    untold: told.filter((each) => each.kind === 'nothing' && each.words === null).length,
    restarts: { median: at(0.5), p90: at(0.9), longest: at(1) },
  };
}

export function report(what: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
}
