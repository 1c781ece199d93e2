import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Messenger } from '../../src/app/delivery/messenger.ts';
import type { Card } from '../../src/core/card.ts';
import { asNpmDoes } from '../as-npm-does.ts';
import type { FromInstance, ToInstance } from './instance-messages.ts';

const program = fileURLToPath(new URL('./practice-instance.ts', import.meta.url));

type Options = {
  readonly url: string;
  readonly owner: string;
  /** The platform, which survives it. */
  readonly messenger: Messenger;
  /** How far its clock is ahead, ms. */
  readonly ahead: () => number;
};

/** An instance of the bot whose clock is set from here; it is killed and started again. */
export class PracticeProcess {
  kills = 0;
  /** What it must never do: end by itself. */
  readonly deaths: string[] = [];
  readonly #options: Options;
  readonly #waiting = new Map<string, (card: Card | null | undefined) => void>();
  #child: ChildProcess | null = null;
  #ready = Promise.withResolvers<void>();
  #lives = 0;
  #isOver = false;
  #asked = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  get isAlive(): boolean {
    return this.#child !== null;
  }

  /** Starts it; resolves when it is ready, or was killed before. */
  async start(): Promise<void> {
    if (this.#isOver) return;
    const { url, owner } = this.#options;
    this.#lives += 1;
    this.#ready = Promise.withResolvers<void>();
    const ready = this.#ready;
    const child = fork(program, [url, `${owner}-${this.#lives}`, String(this.#lives)], {
      execArgv: asNpmDoes,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    const killAtExit = () => child.kill('SIGKILL');
    process.once('exit', killAtExit);
    let words = '';
    child.stderr?.on('data', (chunk) => (words += chunk));
    child.on('message', (message: FromInstance) => void this.#hear(child, message));
    child.once('close', () => {
      process.off('exit', killAtExit);
      if (this.#child === child) {
        this.deaths.push(words.slice(-2000));
        this.#forget();
      }
      ready.resolve();
    });
    await ready.promise;
  }

  /** kill -9; resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.kills += 1;
    this.#forget();
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  /** The end of a test: it is not started any more. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.kill();
  }

  /** Tells it the time, at which it looks for what is due. */
  wake(): void {
    if (this.#child !== null) this.#send(this.#child, { kind: 'clock', ahead: this.#options.ahead() });
  }

  /** What somebody types, or the button that they press; gives the answer, undefined where none came: they try again. */
  async ask(
    user: string,
    what: { readonly text: string } | { readonly button: string },
  ): Promise<Card | null | undefined> {
    await this.#ready.promise;
    const child = this.#child;
    if (child === null) return undefined;
    this.#asked += 1;
    const id = `${this.#options.owner}-${this.#lives}-${this.#asked}`;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      const words = 'text' in what ? { text: what.text, button: null } : { text: '', button: what.button };
      this.#send(child, { kind: 'say', id, user, ...words });
    });
  }

  async #hear(child: ChildProcess, message: FromInstance): Promise<void> {
    if (message.kind === 'open') {
      this.#send(child, { kind: 'clock', ahead: this.#options.ahead() });
    } else if (message.kind === 'ready') {
      this.#ready.resolve();
    } else if (message.kind === 'reply') {
      this.#waiting.get(message.id)?.(message.card);
      this.#waiting.delete(message.id);
    } else if (message.kind === 'unreached') {
      this.#waiting.get(message.id)?.(undefined);
      this.#waiting.delete(message.id);
    } else {
      // What a process has sent is done, though it may be dead by now.
      const method = this.#options.messenger[message.method] as (...given: readonly unknown[]) => Promise<unknown>;
      this.#send(child, { kind: 'result', id: message.id, result: await method(...message.given) });
    }
  }

  #send(child: ChildProcess, message: ToInstance): void {
    if (child.connected) child.send(message, () => {});
  }

  #forget(): void {
    this.#child = null;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
