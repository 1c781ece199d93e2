import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import type { Call } from '../simulators/slack/simulator.ts';
import type { Snapshot } from './database.ts';
import { takeSnapshot } from './database.ts';
import { openGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { playQuiz } from './players.ts';
import { seeded } from './rounds.ts';

const seconds = 5;

/** Budgets of Slack: edits a minute in a workspace; posts a second in a channel, bursts allowed, and a minute in all. */
const edits = 50;
const posts = 330;
const channelPosts = 4;

/** How late an answer may be shown with 20 quizzes at once, in ms: there is one post for it every 200. */
const latest = 6000;

/** So many quizzes in one workspace. */
export async function playAtOnce(quizzes: number, count: number, context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, slack, discord, database, history } = ground;
  const chance = seeded();
  await bot.start();
  const began = Date.now();
  await Promise.all(
    Array.from({ length: quizzes }, (_, table) => {
      const users = Array.from({ length: 3 }, (_each, no) => `U${table}X${no}`);
      const game = { users, watching: 1, count, seconds, thought: 3000, history, chance, isOver: () => false };
      return playQuiz({ ...game, site: slack, channel: `C${table}X` });
    }),
  );
  const took = Date.now() - began;
  await rest(database);
  const late = latenesses(await takeSnapshot(database)).toSorted((one, other) => one - other);
  const at = (share: number) => late[Math.floor(share * (late.length - 1))] ?? 0;
  const { calls } = slack.simulator;
  const busiest = {
    edits: most(
      calls.filter(({ method }) => method === 'chat.update'),
      60_000,
    ),
    posts: most(
      calls.filter(({ method }) => method === 'chat.postMessage'),
      60_000,
    ),
    inChannel: Math.max(
      ...[
        ...Map.groupBy(
          calls.filter(({ method }) => method === 'chat.postMessage'),
          (call) => call.arguments['channel'],
        ).values(),
      ].map((own) => most(own, 1000)),
    ),
  };
  const lateness = { median: at(0.5), p90: at(0.9), longest: at(1) };
  ground.report(`${quizzes} quizzes at once in one workspace`, {
    took,
    drained: Date.now() - began,
    busiest,
    lateness,
  });
  const problems = await violations({ ...ground, sites: [slack, discord], bots: [bot], dues: [] });
  expect(problems, `seed ${chance.seed}`).toEqual([]);
  expect(busiest.edits).toBeLessThanOrEqual(edits);
  expect(busiest.posts).toBeLessThanOrEqual(posts);
  expect(busiest.inChannel).toBeLessThanOrEqual(channelPosts);
  if (quizzes <= 20) expect(lateness.longest).toBeLessThanOrEqual(latest);
}

/** How long after the end of its time each answer was shown, in ms. */
function latenesses({ outgoings }: Snapshot): readonly number[] {
  const byId = new Map(outgoings.map((outgoing) => [outgoing.id, outgoing]));
  return outgoings.flatMap(({ id, ended_at: shown }) => {
    if (!id.includes(':reveal:') || shown === null) return [];
    const asked = byId.get(id.replace(':reveal:', ':question:'))?.posted_at;
    return asked === undefined || asked === null ? [] : [shown - asked - seconds * 1000];
  });
}

/** Most calls within any window of so many ms. */
function most(calls: readonly Call[], window: number): number {
  return Math.max(
    0,
    ...calls.map(({ at }) => calls.filter((other) => other.at >= at && other.at < at + window).length),
  );
}
