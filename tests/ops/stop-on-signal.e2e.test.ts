import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

/** A program whose stop is `how`; it says when it is ready, and what it logs. */
async function start(how: string, underNpm: boolean) {
  const program = `
    import { stopOnSignal } from './src/ops/stop-on-signal.ts';
    const say = (_, text) => console.log(text);
    const log = { debug: say, info: say, warn: say, error: say };
    const endWith = stopOnSignal({ stop: ${how}, report: (error) => console.log(error.message), codeOf: () => 77, underNpm: ${underNpm}, log });
    process.on('SIGUSR2', () => endWith(new Error('the token was reset')));
    setInterval(() => {}, 1000);
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  const hears = (line: string) => expect.poll(() => said).toContain(line);
  await hears('ready');
  return { child, ended, hears, said };
}

const never = '() => new Promise(() => {})';

describe('a signal', () => {
  it('ends the process with 0 after everything is done, whatever would still hold it', async () => {
    const { child, ended, said } = await start("async () => console.log('done')", false);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(said).toEqual(['ready', 'stopping', 'done', 'stopped']);
  });

  it('ends it with 1 when stopping fails, and says why', async () => {
    const { child, ended, said } = await start("async () => { throw new Error('the disk is full') }", false);
    child.kill('SIGINT');
    expect(await ended).toEqual([1, null]);
    expect(said).toContain('the disk is full');
  });

  it('is not needed where something ended for good: it ends after everything is done, with the code for that', async () => {
    const { child, ended, said } = await start("async () => console.log('done')", false);
    child.kill('SIGUSR2');
    expect(await ended).toEqual([77, null]);
    expect(said).toEqual(['ready', 'the token was reset', 'done', 'stopped']);
  });

  it('that comes a second time ends it at once', async () => {
    const { child, ended, hears } = await start(never, false);
    child.kill('SIGINT');
    await hears('stopping');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  it('that npm passes on is the same one, and the next is a second one', async () => {
    const { child, ended, hears, said } = await start(never, true);
    child.kill('SIGINT');
    await hears('stopping');
    const presses = setInterval(() => child.kill('SIGINT'), 10);
    expect(await ended).toEqual([130, null]);
    clearInterval(presses);
    expect(said.at(-1)).toBe('A second signal came; the process ends now.');
  });

  it('ends it in the middle where stopping would not come to an end', async () => {
    const { child, ended, said } = await start(never, false);
    child.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    expect(said.at(-1)).toMatch(/Stopping took too long/);
  });
});
