import { createConnection } from '../../src/app/connection.ts';
import type { Messenger } from '../../src/app/delivery/messenger.ts';
import type { Outcome, Reply } from '../../src/app/ports.ts';
import { createBot } from '../../src/bot.ts';
import type { Card } from '../../src/core/card.ts';
import { parseCommand } from '../../src/core/command.ts';
import { Fault } from '../../src/core/fault.ts';
import { createRandom } from '../../src/core/quiz/random.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { bank, bankOf } from '../search/bank.ts';
import { silent } from '../silent.ts';
import { rules } from '../zone-rules.ts';
import type { FromInstance, MessengerCall, ToInstance } from './instance-messages.ts';

// The whole bot without a platform's library: its clock is set, and its messages are taken, by the process that started it.
const [url = '', owner = '', seed = '0'] = process.argv.slice(2);

let ahead = 0;
const began = Date.now() - performance.now();
const clock = {
  wall: () => Math.round(Date.now() + ahead),
  steady: () => Math.round(began + performance.now() + ahead),
};
const random = createRandom(Number(seed));
const calls = new Map<number, (result: never) => void>();
let lastCall = 0;

const tell = (message: FromInstance) => process.send?.(message);

function call<Result>(method: MessengerCall, ...given: readonly unknown[]): Promise<Result> {
  lastCall += 1;
  const id = lastCall;
  return new Promise<Result>((resolve) => {
    calls.set(id, resolve);
    tell({ kind: 'call', id, method, given });
  });
}

const messenger: Messenger = {
  patience: 200,
  aftermath: 20,
  keyLifetime: 0,
  rates: null,
  post: (post) => call('post', post),
  edit: (...given) => call('edit', ...given),
  openThread: (...given) => call('openThread', ...given),
  find: (...given) => call('find', ...given),
  link: () => null,
  threadLink: () => null,
};

const store = await openStore({ kind: 'postgres', url }, { owner, log: silent });
const connection = createConnection({ partOf: () => 'sim', now: () => clock.wall(), log: silent });
const given = { store, clock, random, token: () => `token-${random()}`, rules, log: silent };
const bot = createBot({ bank: bankOf(bank), ...given });

async function replyOf(outcome: Outcome): Promise<Reply | null> {
  if (outcome.kind === 'nothing' || outcome.kind === 'ask') return null;
  if (outcome.kind === 'aside') return outcome.act();
  if (outcome.kind === 'later') return { audience: outcome.audience, place: outcome.place, card: await outcome.act() };
  await outcome.afterwards?.();
  return outcome.reply;
}

type Said = Extract<ToInstance, { kind: 'say' }>;

/** Anything but a memory out of reach ends this process, which is a fault. */
async function answer(said: Said): Promise<void> {
  try {
    tell({ kind: 'reply', id: said.id, card: await cardFor(said) });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'storage-unreachable') throw error;
    tell({ kind: 'unreached', id: said.id });
  }
}

async function cardFor({ id, user, text, button }: Said): Promise<Card | null> {
  const caller = { scope: 'sim:S', channel: `sim:S:D-${user}`, user, name: user, direct: true };
  const happening = { caller: { ...caller, manages: false, moderates: false }, event: id, at: clock.wall() };
  const reply = await replyOf(
    bot.application.respond(
      button === null
        ? { kind: 'command', command: parseCommand(text, bot.application.subject().topics), ...happening }
        : { kind: 'press', id: button, message: `${caller.channel}:${id}`, ...happening },
    ),
  );
  return reply?.card ?? null;
}

let started: Promise<void> | null = null;

/** Nothing is looked at before the clock was set. */
async function begin(): Promise<void> {
  await bot.recover();
  bot.start(new Map([['sim', messenger]]), new Map([['sim', connection]]));
  tell({ kind: 'ready' });
}

process.on('message', (message: ToInstance) => {
  if (message.kind === 'clock') {
    ahead = message.ahead;
    started ??= begin();
    void started.then(bot.wake);
  } else if (message.kind === 'say') {
    void answer(message);
  } else {
    calls.get(message.id)?.(message.result as never);
    calls.delete(message.id);
  }
});
tell({ kind: 'open' });
