import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { asNpmDoes } from '../as-npm-does.ts';
import { until } from '../until.ts';
import { exportedBank } from './exported-bank.ts';
import { runCommand } from './run-command.ts';
import { runProgram as run } from './run-program.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bank-'));
});

afterAll(() => rm(directory, { recursive: true }));

/** Says what a bank of two topics is about. */
async function describeBank(folder: string): Promise<void> {
  const topics = ['losses', 'vision'].map((id) => `  - id: ${id}\n    title: About ${id}\n`);
  const about = `name: Nets\ntitle: Net questions\ntopics:\n${topics.join('')}`;
  await writeFile(join(directory, folder, 'bank.yaml'), about);
}

describe('ask', () => {
  it('prints a readable answer, plain when piped, as the README shows it', async () => {
    const { code, stdout, stderr } = await run('cli', ['ask', 'what is stride']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^What is stride in a convolution\?\n\n/);
    expect(stdout).toContain('docs.pytorch.org');
    expect(stdout).not.toContain('\u001b');
    expect(await readFile('README.md', 'utf8')).toContain(stdout.trimEnd());
  });

  it('answers one JSON line for each line, in order, hostile ones included', async () => {
    const queries = ['what is stride', '', '😀', 'how to deploy kubernetes', '{"a":1}', 'autograd'];
    const { code, stdout } = await run('cli', ['ask', '--jsonl'], queries.join('\n'));
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ query }) => query)).toEqual(queries);
    expect(answers[0].results[0]).toEqual({
      id: 'stride',
      seed: 43,
      title: expect.any(String),
      score: expect.any(Number),
    });
    expect(answers.map(({ confident }) => confident)).toEqual([true, false, false, false, false, true]);
    expect(answers.map(({ verdict }) => verdict)).toEqual([
      ...['answer', 'nothing', 'nothing', expect.any(String), expect.any(String), 'answer'],
    ]);
    expect(answers.every(({ results }) => results.length <= 10)).toBe(true);
  });

  it('prompts again and again, and presses a button by its number', async () => {
    const { code, stdout } = await run('cli', ['ask'], 'what is stride\n1\nexit\nnever read\n');
    expect(code).toBe(0);
    expect(stdout.match(/\?\n\n/g)?.length).toBeGreaterThanOrEqual(2);
    expect(stdout).not.toContain('never read');
  });
});

describe('bank', () => {
  it('is exported whole, as the contract says', async () => {
    const { code, stdout } = await run('cli', ['bank', 'export']);
    expect(code).toBe(0);
    const questions = exportedBank.parse(JSON.parse(stdout));
    const seeded = questions.filter(({ seed }) => seed !== null);
    expect(seeded.map(({ seed }) => seed).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  it('reports every fault at once and exits 1', async () => {
    const stride = await readFile('data/questions/vision/stride.md', 'utf8');
    await mkdir(join(directory, 'faulty/vision'), { recursive: true });
    await mkdir(join(directory, 'faulty/losses'));
    await writeFile(join(directory, 'faulty/vision/stride.md'), stride);
    await writeFile(join(directory, 'faulty/losses/one.md'), stride.replace('level: easy', 'level: simple'));
    await writeFile(join(directory, 'faulty/losses/two.md'), 'no front matter');
    await writeFile(join(directory, 'faulty/README.md'), 'no question');
    await describeBank('faulty');
    const { code, stdout, stderr } = await runCommand(['bank', 'check'], { BANK_DIR: join(directory, 'faulty') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^2 faults:\nlosses\/one\.md:\d+ level: .*\nlosses\/two\.md:1 front matter: .*\n$/);
    expect(stdout).toContain('Left alone, as no question files: README.md.');
    expect(stdout).toMatch(/1 question and \d+ items, 2 faults, no warnings\./);
  });

  it('passes with warnings, which are told, and fails on them when it is strict', async () => {
    const stride = await readFile('data/questions/vision/stride.md', 'utf8');
    const text = stride.replace('text: 14×14', 'text: 14×14<br>').replace('text: 17×17', 'text: B) 17×17');
    await mkdir(join(directory, 'warned/vision'), { recursive: true });
    await writeFile(join(directory, 'warned/vision/stride.md'), text);
    await describeBank('warned');
    const bank = { BANK_DIR: join(directory, 'warned') };
    const warnings =
      /^2 warnings:\nvision\/stride\.md:\d+ items\.0\.options\.0\.text: .*\nvision\/stride\.md:.* letter.*\n$/;
    expect(await runCommand(['bank', 'check'], bank)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/1 question and 2 items, no faults, 2 warnings\./),
      stderr: expect.stringMatching(warnings),
    });
    expect(await runCommand(['bank', 'check', '--strict'], bank)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(warnings),
    });
    expect(
      await runCommand(['doctor'], { ...bank, DATABASE_URL: `file:${join(directory, 'a.sqlite')}` }),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('· The bank has 1 question without a fault, and 2 warnings.'),
    });
  });
});

/** Stands for a bank that is made anew for the test, since its path is not known before. */
const brokenBank = 'a-broken-bank';

/** Stands for the folder of these tests. */
const aFolder = 'a-folder';

async function makeBrokenBank(): Promise<string> {
  const broken = join(directory, 'broken');
  const stride = await readFile('data/questions/vision/stride.md', 'utf8');
  await cp('data/questions/vision', join(broken, 'vision'), { recursive: true });
  await writeFile(join(broken, 'vision/stride.md'), stride.replace('level: easy', 'level: simple'));
  return broken;
}

describe('a wrong start', () => {
  it.each([
    ['a broken question file', 'main', { BANK_DIR: brokenBank }, /stride\.md:\d+ level: .*\n.*bank -- check/],
    ['a bank that is not there', 'main', { BANK_DIR: '/nowhere' }, /no question bank at \/nowhere.*\n.*BANK_DIR/],
    ['an unknown variable', 'main', { DISCORD_BOT_TOKEN: 'x' }, /DISCORD_BOT_TOKEN is not a variable of this bot/],
    [
      'a password that ends its address',
      'main',
      { DATABASE_URL: 'postgres://u:se#kret@h/db' },
      /^DATABASE_URL has a # .*%23/,
    ],
    ['a HOST that is none', 'main', { HOST: '999.1.1.1' }, /^HOST must be an address/],
    [
      'a HOST of another machine',
      'main',
      { HOST: '192.0.2.1', DATABASE_URL: `file:${aFolder}/host.sqlite` },
      /^HOST is 192\.0\.2\.1, which is no address/,
    ],
    ['a malformed token', 'main', { SLACK_BOT_TOKEN: 'secret' }, /SLACK_BOT_TOKEN must begin with xoxb-/],
  ])('with %s says one clear thing and exits 2', async (_, script, variables, message) => {
    const here = JSON.stringify(variables).replace(aFolder, directory);
    const given = JSON.parse(here.replace(brokenBank, await makeBrokenBank()));
    const { code, stdout, stderr } = await run(script as 'main', [], '', given);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |kret/m);
  });

  it.each([[[]], [['fly']], [['bank']], [['bank', 'burn']], [['bank', 'stats', '--strict']], [['ask', '--fast']]])(
    'with %j shows how it is used and exits 2',
    async (args) => {
      const { code, stderr } = await runCommand(args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/\nUsage:[ \n]+npm run /);
    },
  );

  it('of a command says and exits the same as a process', async () => {
    expect(await run('cli', ['fly'])).toEqual(await runCommand(['fly']));
  });

  it('under an older Node prints one line and exits 2', async () => {
    const preload = join(directory, 'old-node.cjs');
    await writeFile(preload, `Object.defineProperty(process.versions, 'node', { value: '20.20.2' });`);
    const { code, stdout, stderr } = await run('main', [], '', { NODE_OPTIONS: `--require ${preload}` });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^This program needs Node 26\.10 or newer, and this is 20\.20\.2\..*\n$/);
  });
});

/** The bot by itself, ended with the test however that goes, and what it has written so far. */
function startBot(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [...asNpmDoes, 'src/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  return { child, closed: once(child, 'close'), written: () => stdout };
}

describe('npm start without a token', () => {
  it('serves the page that it names, says how to connect, and stops when asked to', async () => {
    const { child, closed, written } = startBot({
      DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
      PORT: '0',
      LOG_LEVEL: 'info',
    });
    await until(() => {
      expect(written()).toContain('.env.example');
      expect(written()).toMatch(new RegExp(`"version":"${version}".*"msg":"ready"`));
    });
    const address = /^The playground is at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(written())?.[1];
    expect((await fetch(`${address}/`)).status).toBe(200);
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ ready: true });
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
  });

  it('takes the next port when one is taken, and says so', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void blocker.close());
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const { child, closed, written } = startBot({
      DATABASE_URL: `file:${join(directory, 'two.sqlite')}`,
      PORT: String(port),
    });
    await until(() => expect(written()).toContain('.env.example'));
    expect(written()).toContain(`Port ${port} is taken`);
    child.kill('SIGTERM');
    await closed;
  });
});
