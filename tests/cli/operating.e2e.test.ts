import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { readCsv } from '../export/csv-reader.ts';
import { silent } from '../silent.ts';
import { closedPort } from '../simulators/closed-port.ts';
import { botToken } from '../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../simulators/discord/simulator.ts';
import type { SlackSimulator } from '../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../simulators/slack/simulator.ts';
import { runCommand } from './run-command.ts';
import { runProgram } from './run-program.ts';
import { tinyBank } from './tiny-bank.ts';

let slack: SlackSimulator;
let discord: DiscordSimulator;
let directory = '';
beforeAll(async () => {
  slack = await startSlackSimulator();
  discord = await startDiscordSimulator();
  directory = await mkdtemp(join(tmpdir(), 'operating-'));
});

afterAll(async () => {
  await slack.stop();
  await discord.stop();
  await rm(directory, { recursive: true });
});

const database = (name: string) => join(directory, name);
const own = (): Record<string, string> => ({ DATABASE_URL: `file:${database('bot.sqlite')}` });
const run = (args: readonly string[], variables = {}) => runCommand(args, { ...own(), ...variables });
/** The same in a process of its own, where that is what matters: as npm starts it, or beside a bot that has the database. */
const runApart = (args: readonly string[], variables = {}) => runProgram('cli', args, '', { ...own(), ...variables });
/** With a bank that is read at once. */
const diagnose = async (variables: Record<string, string>) =>
  run(['doctor'], { BANK_DIR: await tinyBank(join(directory, 'bank'), 'It is.'), ...variables });
const slackVariables = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});
const discordVariables = () => ({ DISCORD_TOKEN: botToken, DISCORD_API_URL: discord.apiUrl });

describe('doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, stdout } = await runApart(['doctor'], { ...slackVariables(), ...discordVariables() });
    expect(stdout).toContain(`✓ Version ${version} on Node ${process.versions.node}`);
    expect(stdout).toMatch(/✓ Slack: the bot token is good/);
    expect(stdout).toMatch(/✓ Slack: Socket Mode can be opened/);
    expect(stdout).toMatch(/✓ Discord: the bot token is good/);
    expect(stdout).toMatch(/Discord: .*not registered as this version has them/);
    expect(stdout).toContain('Nothing is wrong.');
    expect(code).toBe(0);
  });

  it('names a scope that is missing, and a token that is refused, each with the cure and without the token', async () => {
    const { scopes } = slack.workspace;
    slack.workspace.scopes = scopes.filter((scope) => scope !== 'chat:write');
    const wrong = `${botToken.slice(0, -3)}xyz`;
    const { code, stdout, stderr } = await diagnose({
      ...slackVariables(),
      ...discordVariables(),
      DISCORD_TOKEN: wrong,
    });
    slack.workspace.scopes = scopes;
    expect(stdout).toMatch(/✗ Slack: the scopes chat:write are missing\.\n {4}Add them under OAuth & Permissions/);
    expect(stdout).toMatch(/✗ Discord does not accept the bot token\.\n {4}Set DISCORD_TOKEN/);
    expect(stdout).toContain('2 things are wrong.');
    expect(stdout + stderr).not.toContain(wrong);
    expect(stdout + stderr).not.toContain(slack.botToken);
    expect(code).toBe(1);
  });

  it('says that a platform cannot be reached', async () => {
    const nowhere = `http://127.0.0.1:${await closedPort()}/api/`;
    const { code, stdout } = await diagnose({ ...slackVariables(), SLACK_API_URL: nowhere });
    expect(stdout).toMatch(/✗ Slack could not be reached\.\n {4}Check the network/);
    // Both tokens meet the same trouble.
    expect(stdout).toContain('1 thing is wrong.');
    expect(code).toBe(1);
  });

  it('takes a database that a running bot has for a good one', async () => {
    const store = await openStore({ kind: 'sqlite', path: database('busy.sqlite') }, { owner: 'bot', log: silent });
    const { stdout } = await runApart(['doctor'], {
      BANK_DIR: await tinyBank(join(directory, 'bank'), 'It is.'),
      DATABASE_URL: `file:${database('busy.sqlite')}`,
    });
    await store.close();
    expect(stdout).toContain('✓ The database is in use by a running bot.');
  });
});

describe('the command line', () => {
  it('registers the commands at Discord once', async () => {
    const first = await run(['discord', 'register'], discordVariables());
    expect(first.stdout).toMatch(/created {2,}\/pytorch/);
    const second = await run(['discord', 'register'], discordVariables());
    expect(second.stdout).toMatch(/Nothing to do/);
  });

  it('prints a manifest that is JSON', async () => {
    const { code, stdout } = await run(['slack', 'manifest', '--mode', 'http', '--url', 'https://bot.example']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ settings: { socket_mode_enabled: false } });
  });

  it('lists what people say is wrong, and says that it was looked at, while a bot has the database', async () => {
    const location = { kind: 'sqlite', path: database('bot.sqlite') } as const;
    const store = await openStore(location, { owner: 'bot', log: silent });
    expect((await run(['bank', 'flags'])).stdout).toBe('Nobody says that anything is wrong.\n');
    await store.transact(async ({ flags }) => {
      const old = { question: 'stride', item: 'output-size', asked: 'another version' };
      for (const user of ['slack:T:a', 'slack:T:b']) await flags.raise(user, old, 1_000);
      await flags.remark('slack:T:b', old.asked, 'B is right, too');
      await flags.raise('slack:T:a', { question: 'gone', item: 'one', asked: 'h' }, 2_000);
    });
    expect((await run(['bank', 'flags'])).stdout).toMatch(
      /^ {2}2 people {2}stride#output-size {2}\((changed since|no longer in the bank)\)\n.*\n {12}“B is right, too”\n {2}1 person {2}gone#one {2}\(no longer in the bank\)/,
    );
    const [first] = JSON.parse((await run(['bank', 'flags', '--json'])).stdout);
    expect(first).toMatchObject({ question: 'stride', people: 2, remarks: ['B is right, too'], rests: false });
    expect((await run(['bank', 'flags', '--clear', 'stride#output-size'])).stdout).toBe(
      '2 flags of stride#output-size count no more.\n',
    );
    const again = await run(['bank', 'flags', '--clear', 'stride']);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Nothing is flagged of stride')]);
    expect((await run(['bank', 'flags'])).stdout).not.toContain('stride');
    await store.close();
  });

  it('migrates, backs up and lists gaps while a bot has the database', async () => {
    expect((await runApart(['db', 'migrate'])).stdout).toContain('is up to date');
    const location = { kind: 'sqlite', path: database('bot.sqlite') } as const;
    const store = await openStore(location, { owner: 'bot', log: silent });
    await store.transact((unit) =>
      unit.gaps.count({ kind: 'unanswered', query: 'what is the weather in lisbon', question: '' }, 1),
    );
    const copy = database('copy.sqlite');
    const backup = await runApart(['db', 'backup', copy]);
    expect([backup.code, backup.stdout]).toEqual([0, expect.stringContaining('the copy is sound')]);
    expect((await stat(copy)).size).toBeGreaterThan(0);
    expect((await run(['db', 'backup', copy])).stderr).toContain('exists already');
    expect((await runApart(['bank', 'gaps'])).stdout).toMatch(/1 {2}unanswered {2}what is the weather in lisbon/);
    await store.transact(async ({ clicks, gaps }) => {
      for (const query of ['kernel hop: fast', 'Kernel hop: fast?'])
        await clicks.count({ query, question: 'stride' }, 1);
      await clicks.count({ query: 'Strided-convolution', question: 'stride' }, 1);
      await clicks.count({ query: 'seen once', question: 'padding' }, 1);
      await gaps.count({ kind: 'partial', query: 'seen once', question: 'padding' }, 1);
    });
    expect((await run(['bank', 'gaps'])).stdout).toMatch(/1 {2}partial {5}seen once \(closest: padding\)/);
    const { stdout, stderr } = await run(['bank', 'gaps', '--aliases']);
    expect(stdout).toBe(
      '# questions/vision/stride.md: What is stride in a convolution?\n  # opened 2×\n  - "kernel hop: fast"\n',
    );
    expect(stderr).toBe(
      'Left out: 1 opened by too few (--all shows them), 1 that a title, an alias or an error says already.\n',
    );
    expect((await run(['bank', 'gaps', '--aliases', '--all'])).stdout).toContain(
      '  # opened 1×, as a partial answer; take it only if it is a whole one\n  # - seen once\n',
    );
    await store.close();
  });

  it('tells of the answers to items, also while a bot has the database', async () => {
    const options = { owner: 'bot', log: silent };
    const store = await openStore({ kind: 'sqlite', path: database('bot.sqlite') }, options);
    const answer = (user: number, nth: number, correct: boolean) => ({
      ...{ user: `chat:1:${user}`, source: `s${nth}`, topic: 'vision', level: 'easy' as const, at: 1 },
      ...{ question: 'stride', item: nth < 12 ? `gone-${nth}` : 'output-size', asked: null, correct },
      choice: correct ? 0 : 1,
    });
    await store.transact(async ({ memory }) => {
      for (let user = 0; user < 40; user += 1) {
        const isStrong = user % 2 === 0;
        for (let nth = 0; nth < 12; nth += 1) await memory.note(answer(user, nth, isStrong));
        await memory.note(answer(user, 12, !isStrong));
      }
    });
    const { code, stdout } = await runApart(['bank', 'stats']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^topic +questions +items +easy +medium +hard$/m);
    expect(stdout).toContain('1 item answered, 1 of them by 10 people or more.');
    expect(stdout).toMatch(
      /Hardest items:\n {2}right {2}answers {2}difficulty {2}item\n {3}50 % {7}40 +-?\d\.\d\d {2}stride#output-size: /,
    );
    expect(stdout).toMatch(/Most misleading options:\n.*\n {4}50 % {3}50 % {7}40 {2}stride#output-size: /);
    expect(stdout).toMatch(/look at their keys:\n.*\n {8}-[01]\.\d\d {3}50 % {7}40 {2}stride#output-size: /);
    const figures = JSON.parse((await run(['bank', 'stats', '--json'])).stdout);
    expect(figures).toMatchObject([
      { question: 'stride', item: 'output-size', answers: 40, right: 20, discrimination: expect.any(Number) },
    ]);
    const [row, ...others] = readCsv((await run(['bank', 'stats', '--csv'])).stdout);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      item: 'stride#output-size',
      topic: 'vision',
      asked: '40',
      right: '20',
      'share right': '0.500',
    });
    expect([1, 2, 3, 4].map((place) => row?.[`share ${place}`])).toEqual(['0.500', '0.500', '0.000', '0.000']);
    expect([row?.['discrimination'], row?.['option 1'], row?.['right option']]).toEqual([
      expect.stringMatching(/^-[01]\.\d\d$/),
      figures[0].options[0].text,
      String(1 + figures[0].options.findIndex(({ correct }: { readonly correct: boolean }) => correct)),
    ]);
    expect(figures[0].options.map(({ chosen }: { readonly chosen: number }) => chosen)).toEqual([20, 20, 0, 0]);
    await store.close();
  });

  it('says how to bring up to date a database that an earlier version wrote', async () => {
    const { connect } = await import('../../src/storage/sqlite/node-sqlite.ts');
    const connection = connect(database('bot.sqlite'));
    connection.run('drop table if exists clicks');
    connection.close();
    const { code, stderr } = await run(['bank', 'gaps', '--aliases']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('was written by an earlier version')]);
    expect(stderr).toContain('npm run db:migrate');
  });
});
