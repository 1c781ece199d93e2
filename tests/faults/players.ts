import { setTimeout as pause } from 'node:timers/promises';
import type { History, Press } from './history.ts';
import { toldBy } from './history.ts';
import type { Seeded } from './rounds.ts';
import type { Site, SiteMessage } from './site.ts';

/** How long a person waits for an answer to a click before they click again, and between looks at the screen, in ms. */
const personPatience = 1500;
const look = 25;

type Game = {
  readonly site: Site;
  readonly channel: string;
  readonly users: readonly string[];
  readonly count: number;
  readonly seconds: number;
  readonly history: History;
  readonly chance: Seeded;
  /** Longest time that somebody thinks before an answer, in ms. */
  readonly thought: number;
  /** So many of them only watch: then every question takes its whole time. */
  readonly watching?: number;
  /** Nothing is begun any more. */
  readonly isOver: () => boolean;
};

/**
 * One quiz as people play it: somebody starts it and the others join; each answers every question once, at random. Who
 * is told nothing clicks again. Gives the quiz's id once its result stands there.
 */
export async function playQuiz(game: Game): Promise<string> {
  const { site, channel, users, history, chance } = game;
  const [host = ''] = users;
  const earlier = new Set(quizzesIn(site, channel));
  let id: string | undefined;
  while (id === undefined) {
    site.startQuiz(host, channel, game.count, game.seconds);
    id = await within(personPatience, () => quizzesIn(site, channel).find((quiz) => !earlier.has(quiz)));
    if (id === undefined && game.isOver()) return '';
  }
  const quiz = id;
  const messages = () => site.messages(channel);
  const has = (button: string) => messages().findLast(({ buttons }) => buttons.includes(button));
  const isRunning = () => messages().some(({ thread, buttons }) => thread !== null && isOf(quiz, 'pick', buttons));
  // Its result, or the lobby's card when it was called off.
  const isDone = () =>
    messages().some(
      ({ thread, buttons }) =>
        buttons.includes(`review:${quiz}`) || (thread === null && buttons.includes(`rematch:${quiz}`)),
    );

  const join = async (user: string) => {
    await pause(chance.between(0, 300));
    while (!isRunning() && !isDone()) {
      const lobby = has(`join:${quiz}`);
      if (lobby === undefined) await pause(look);
      else if (await isTold(history.press(site, user, lobby, `join:${quiz}`))) return;
    }
  };
  await Promise.all(users.map(join));
  const begin = async () => {
    while (!isRunning() && !isDone()) {
      const lobby = has(`begin:${quiz}`);
      if (lobby !== undefined) site.press(host, lobby, `begin:${quiz}`);
      await within(personPatience, () => (isRunning() || isDone() ? true : undefined));
    }
  };
  const open = createScreen(game, quiz, isDone);
  const play = async (user: string) => {
    const done = new Set<string>();
    while (!isDone()) {
      const question = open();
      if (question === null || done.has(question.id)) {
        await pause(look);
        continue;
      }
      await pause(chance.between(0, game.thought));
      // People change their mind when nothing happens.
      while (!isDone() && !done.has(question.id)) {
        const button = chance.pick(question.buttons.filter((candidate) => candidate.startsWith('pick:')));
        if (await isTold(history.press(site, user, question, button))) done.add(question.id);
        if (open()?.id !== question.id) done.add(question.id);
      }
    }
  };
  await Promise.all([begin(), ...users.slice(game.watching ?? 0).map(play)]);
  return quiz;
}

/** The question that stands open in the thread, looked at so often only, for everybody. */
function createScreen({ site, channel }: Game, quiz: string, isDone: () => boolean): () => SiteMessage | null {
  let seen: SiteMessage | null = null;
  let at = 0;
  return () => {
    if (Date.now() - at >= look) {
      at = Date.now();
      seen = isDone() ? null : (site.messages(channel).findLast(({ buttons }) => isOf(quiz, 'pick', buttons)) ?? null);
    }
    return seen;
  };
}

/** The quizzes whose lobby has ever stood open in a channel, by the buttons that stand there now. */
function quizzesIn(site: Site, channel: string): readonly string[] {
  return site
    .messages(channel)
    .flatMap(({ buttons }) => buttons.flatMap((button) => /^(?:join|rematch):(\w+)$/.exec(button)?.[1] ?? []));
}

function isOf(quiz: string, verb: string, buttons: readonly string[]): boolean {
  return buttons.some((button) => button.startsWith(`${verb}:${quiz}:`));
}

/** Waits for an answer that settles the matter. */
export async function isTold(press: Press): Promise<boolean> {
  const settled = () => (toldBy(press).kind === 'nothing' ? undefined : true);
  return (await within(personPatience, settled)) ?? false;
}

/** What `look` gives, as soon as it gives anything, within so many ms. */
export async function within<Value>(milliseconds: number, see: () => Value | undefined): Promise<Value | undefined> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const value = see();
    if (value !== undefined || performance.now() >= end) return value;
    await pause(look);
  }
}
