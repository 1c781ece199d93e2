import type { BotProcess } from './bot-process.ts';
import type { Due } from './daily-invariants.ts';
import { addDailySums, checkDaily } from './daily-invariants.ts';
import type { Database, Snapshot } from './database.ts';
import { takeSnapshot } from './database.ts';
import type { History } from './history.ts';
import { within } from './players.ts';
import { addQuizSums, checkQuizAnswers, checkQuizMessages, checkStrangers } from './quiz-invariants.ts';
import { longestRest } from './rounds.ts';
import type { Site } from './site.ts';
import { Sums } from './sums.ts';

export type Run = {
  readonly sites: readonly Site[];
  readonly history: History;
  readonly database: Database;
  readonly bots: readonly BotProcess[];
  readonly dues: readonly Due[];
};

/**
 * Holds what people were told, what stands on the platforms and what the database has against each other, after the
 * bots have come to rest. Gives what is wrong, each with the number of its invariant; empty when nothing is.
 */
export async function violations({ sites, history, database, bots, dues }: Run): Promise<readonly string[]> {
  const snapshot = await takeSnapshot(database);
  const sums = new Sums();
  addQuizSums(sums, snapshot);
  addDailySums(sums, snapshot);
  return [
    ...checkQuizAnswers(history, snapshot),
    ...sums.differences(snapshot.scores),
    ...checkDaily(sites, dues, history, snapshot),
    ...checkStrangers(sites, snapshot),
    ...checkQuizMessages(sites, snapshot),
    ...checkRest(snapshot),
    ...sites
      .flatMap((site) => site.secrets().filter((secret) => bots.some(({ output }) => output.includes(secret))))
      .map((secret) => `I8: ${secret} stands in a log`),
    ...bots.flatMap(({ deaths }) => deaths.map((death) => `I9: ${death}`)),
  ];
}

/** Every quiz has ended and everything has been sent (I7). */
function checkRest({ quizzes, outgoings }: Snapshot): readonly string[] {
  return [
    ...quizzes.filter(({ live }) => live === 1).map(({ id, state }) => `I7: ${id} goes on: ${state.phase.kind}`),
    ...outgoings.filter(({ state }) => state === 'waiting').map(({ id }) => `I7: ${id} still waits`),
    ...outgoings.filter(({ state }) => state === 'failed').map(({ id }) => `I7: ${id} failed`),
  ];
}

/** A daily question that falls due within so many ms is waited for, too. */
const soon = 10_000;

/** Waits until the outbox is empty, no quiz goes on and no day is about to come, but not longer than the run allows; the checker tells what is left. */
export async function rest(database: Database): Promise<void> {
  let left = 1;
  const end = performance.now() + longestRest;
  while (left > 0 && performance.now() < end) {
    const [row] = await database.read(
      `select (select count(*) from outgoings where state = 'waiting') + (select count(*) from quizzes where live = 1)
        + (select count(*) from timers where key like 'follow:%')
        + (select count(*) from timers where key like 'daily:%' and due < ${Date.now() + soon}) as left_over`,
    );
    left = Number(row?.['left_over'] ?? 1);
    if (left > 0) await within(200, () => undefined);
  }
}
