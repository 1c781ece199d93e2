import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/command-line.ts';
import { chooseCommand, commands } from '../../src/cli/commands.ts';
import { Fault } from '../../src/core/fault.ts';
import { runCommand } from './run-command.ts';
import { runProgram } from './run-program.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'command-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Variables that are all wrong. */
const wrong = { BANK_DIR: '/nowhere', PORT: 'wrong' };

/** Runs a program in an empty folder, which it must leave empty, with such variables. */
async function run(script: 'main' | 'cli', args: readonly string[]) {
  const finished = await runProgram(script, args, '', wrong, directory);
  expect(await readdir(directory)).toEqual([]);
  return finished;
}

const names = Object.keys(commands) as (keyof typeof commands)[];

describe('--help', () => {
  it.each([...names.map((name) => [name, '--help'] as const), ['ask', '-h'] as const])(
    'of %s (%s) is shown, and nothing done',
    async (name, option) => {
      const { code, stdout, stderr } = await runCommand([...name.split(' '), option], wrong);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: npm run /);
      expect(stdout).toContain('--help');
    },
  );

  it('of db backup is shown behind a file, too', async () => {
    const { code, stdout } = await run('cli', ['db', 'backup', 'copy.sqlite', '--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('npm run db:backup -- FILE')]);
  });

  it.each(['--help', '-h'])('of npm start (%s) is shown, and nothing started', async (option) => {
    const { code, stdout, stderr } = await run('main', [option]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm start -- \[options\]\n/);
  });

  it('alone lists every command, and behind the beginning of some those', async () => {
    const all = await run('cli', ['--help']);
    for (const name of names) expect(all.stdout).toContain(commands[name].typed.replace(/ --$/, ''));
    const bank = await runCommand(['bank', '--help'], wrong);
    expect([all.code, bank.code]).toEqual([0, 0]);
    expect(bank.stdout).toContain('npm run bank -- check');
    expect(bank.stdout).not.toContain('npm run doctor');
  });
});

describe('--version', () => {
  it.each(['main', 'cli'] as const)('of %s prints what package.json says, and nothing is done', async (script) => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(await run(script, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

function problemOf(name: keyof typeof commands, ...args: readonly string[]): string {
  try {
    readArguments(commands[name], args);
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'usage')) throw error;
    expect(error.hint).toMatch(/^Usage: npm run /);
    return error.message;
  }
  throw new Error('The arguments were taken.');
}

describe('a command', () => {
  it.each(names)('refuses an option that %s does not have', (name) => {
    expect(problemOf(name, '--fast')).toBe('There is no option --fast.');
    expect(problemOf(name, '-x')).toBe('There is no option -x.');
    expect(problemOf(name, '--constructor')).toMatch(/^There is no option --constructor\./);
    expect(problemOf(name, '--hlep')).toBe('There is no option --hlep; did you mean --help?');
  });

  it('names the option that is nearest', () => {
    expect(problemOf('slack manifest', '--moode', 'http')).toBe('There is no option --moode; did you mean --mode?');
    expect(problemOf('discord register', '--removed')).toMatch(/did you mean --remove\?$/);
    expect(problemOf('ask', '--json')).toMatch(/did you mean --jsonl\?$/);
  });

  it('says which value or file is missing, and what is too much', () => {
    expect(problemOf('db backup')).toMatch(/^FILE is missing/);
    expect(problemOf('db backup', 'a', 'b')).toBe('b is one FILE too many.');
    expect(problemOf('slack manifest', '--mode')).toBe('--mode needs a value: socket|http.');
    expect(problemOf('slack manifest', '--mode', '--url', 'https://a.example')).toMatch(/^--mode needs a value/);
    expect(problemOf('slack manifest', '--mode=')).toMatch(/^--mode needs a value/);
    expect(problemOf('discord register', '--remove=yes')).toBe('--remove takes no value.');
    expect(problemOf('doctor', 'now')).toBe('It takes nothing like now.');
  });

  it('takes what it knows', () => {
    expect(readArguments(commands['slack manifest'], ['--mode=http', '--url', 'https://a.example']).options).toEqual({
      mode: 'http',
      url: 'https://a.example',
    });
    const pythons = ['--python', 'a', '--python=b'];
    expect(readArguments(commands['bank snippets'], pythons).lists).toEqual({ python: ['a', 'b'] });
    expect(readArguments(commands['db backup'], ['--', '--help']).operands).toEqual(['--help']);
    expect(readArguments(commands.ask, ['what', 'is', 'stride']).operands).toEqual(['what', 'is', 'stride']);
    expect(readArguments(commands.ask, ['-1 in view']).operands).toEqual(['-1 in view']);
  });

  it('that does not exist is answered with the nearest', () => {
    const chosen = (...argv: readonly string[]) => chooseCommand(argv);
    expect(chosen('bank', 'chek')).toMatchObject({ wrong: 'There is no command bank chek; did you mean check?' });
    expect(chosen('docter')).toMatchObject({ wrong: 'There is no command docter; did you mean doctor?' });
    expect(chosen('db')).toMatchObject({
      wrong: 'db needs one of migrate, relearn, export, forget, move, backup.',
      group: 'db',
    });
    expect(chosen()).toMatchObject({ wrong: 'No command was given.' });
  });
});

describe('npm start', () => {
  it.each([
    ['--prot', /^There is no option --prot\.\nUsage: npm start/],
    ['now', /^It takes nothing like now\.\nUsage: npm start/],
  ])('refuses %s, and starts nothing', async (argument, message) => {
    const { code, stdout, stderr } = await run('main', [argument]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
