import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { asNpmDoes } from '../as-npm-does.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Lines of a process's end that tell of a mistake in the program. */
const mishap = /unhandled|uncaught|FATAL ERROR|heap out of memory/i;

/** The real program, started, killed and started again; whatever it talks to survives in the process of the test. */
export class BotProcess {
  /** How long each start took until `ready`, in ms. */
  readonly starts: number[] = [];
  /** What it must never do: end by itself, or leave a rejection unhandled. */
  readonly deaths: string[] = [];
  /** When it was killed, UTC ms. */
  readonly kills: number[] = [];
  /** All that it has written, over all its lives. */
  output = '';
  /** Where it listens for HTTP, null while it does not. */
  address: string | null = null;
  isReady = false;
  readonly #variables: Readonly<Record<string, string>>;
  readonly #preload: readonly string[];
  #child: ChildProcess | null = null;
  /** The one that was started last and has not been killed. */
  #last: ChildProcess | null = null;

  constructor(variables: Readonly<Record<string, string>>, preload: readonly string[] = []) {
    this.#variables = variables;
    this.#preload = preload;
  }

  /** Starts it; resolves to whether it became ready before it was killed. Rejects when it could not start. */
  async start(): Promise<boolean> {
    const began = performance.now();
    const preload = this.#preload.flatMap((module) => ['--require', module]);
    // Nothing of the test's own environment gets in, but for where programs are.
    const env = { PATH: '/usr/bin:/bin', HOME: tmpdir(), TZ: 'UTC', PORT: '0', ...this.#variables };
    const child = spawn(process.execPath, [...asNpmDoes, ...preload, 'src/main.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#last = child;
    const ended = once(child, 'close');
    // Nothing is left behind when the test itself is killed.
    const killAtExit = () => child.kill('SIGKILL');
    process.once('exit', killAtExit);
    let rest = '';
    const ready = new Promise<boolean>((resolve) => {
      child.stdout.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (this.#read(child, line)) resolve(true);
      });
      void ended.then(() => resolve(false));
    });
    child.stderr.on('data', (chunk) => {
      this.output += chunk;
      if (mishap.test(String(chunk))) this.deaths.push(String(chunk));
    });
    void ended.then(([code, signal]) => {
      process.off('exit', killAtExit);
      if (this.#child === child) {
        this.deaths.push(`It ended by itself: ${code ?? signal}\n${this.output.slice(-2000)}`);
        this.#forget();
      }
    });
    const isReady = await ready;
    if (!isReady && this.#last === child) throw new Error(`It could not start:\n${this.output.slice(-2000)}`);
    if (isReady) this.starts.push(performance.now() - began);
    return isReady;
  }

  /** kill -9, whatever it is doing; resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#last = null;
    if (child === null) return;
    this.#forget();
    const ended = once(child, 'close');
    this.kills.push(Date.now());
    child.kill('SIGKILL');
    await ended;
  }

  /** The end of a test. */
  async end(): Promise<void> {
    await this.kill();
  }

  #forget(): void {
    this.#child = null;
    this.address = null;
    this.isReady = false;
  }

  #read(child: ChildProcess, line: string): boolean {
    this.output += `${line}\n`;
    if (this.#child !== child || !line.startsWith('{')) return false;
    const { msg, address } = JSON.parse(line) as { msg?: string; address?: string };
    if (msg !== 'ready') return false;
    this.address = address ?? null;
    this.isReady = true;
    return true;
  }
}
