import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../simulators/discord/faults.ts';
import type { SimulatedFault } from '../simulators/slack/faults.ts';
import type { DiscordSite } from './discord-site.ts';
import type { Seeded } from './rounds.ts';
import type { SlackSite } from './slack-site.ts';
import { Waits } from './waits.ts';

/** How much of the traffic meets a fault, and how late an answer or an effect may come, in ms: some long after the bot's 5 s. */
const share = 0.3;
const latest = 9000;

/** Seconds of a 429. */
const putOff = 1;

/** What changes something on a platform without being asked for at that moment. */
const slackWork = ['chat.postMessage', 'chat.update'];
const discordWork = /^\/channels\/\d+\/messages/;

export type Weather = {
  /** What it has done, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly waits: Waits;
  /** Nothing that a bot says arrives any more. */
  readonly die: () => void;
  readonly clear: () => void;
};

/** Bad weather over the posts and edits of both platforms until it is cleared. */
export function badWeather(slack: SlackSite, discord: DiscordSite, chance: Seeded): Weather {
  const counts: Record<string, number> = {};
  const waits = new Waits();
  let isDead = false;
  const note = <Kind extends { readonly kind: string; readonly when?: string }>(fault: Kind): Kind => {
    const name = fault.when === undefined ? fault.kind : `${fault.kind}-${fault.when}`;
    counts[name] = (counts[name] ?? 0) + 1;
    return fault;
  };
  const onSlack = (): SimulatedFault =>
    chance.pick<() => SimulatedFault>([
      () => ({ kind: 'rate-limited', seconds: putOff }),
      () => ({ kind: 'error-before', status: 500 }),
      () => ({ kind: 'error-after', status: 503 }),
      () => ({ kind: 'reset-before' }),
      () => ({ kind: 'reset-after' }),
      () => ({ kind: 'silent' }),
      () => ({ kind: 'slow', milliseconds: chance.between(0, latest) }),
      () => ({ kind: 'held', until: delay(chance.between(0, latest), undefined, { ref: false }) }),
    ])();
  const onDiscord = (): Fault => {
    const when = chance.pick(['before', 'after'] as const);
    return chance.pick<() => Fault>([
      () => ({ kind: 'rate-limit', retryAfter: putOff }),
      () => ({ kind: 'status', status: 500, when }),
      () => ({ kind: 'reset', when }),
      () => ({ kind: 'silence', when }),
      () => ({ kind: 'delay', milliseconds: chance.between(0, latest), when }),
    ])();
  };
  slack.simulator.setWeather((method) => {
    waits.came(method);
    if (isDead) return { kind: 'reset-before' };
    if (!slackWork.includes(method) || chance.next() >= share) return null;
    const fault = note(onSlack());
    if (fault.kind === 'rate-limited') waits.putOff(method, putOff);
    return fault;
  });
  discord.simulator.faults.weather = (method, path) => {
    const kind = `${method} ${discordWork.exec(path)?.[0] ?? path}`;
    waits.came(kind);
    if (isDead) return { kind: 'reset', when: 'before' };
    if (method === 'GET' || !discordWork.test(path) || chance.next() >= share) return null;
    const fault = note(onDiscord());
    if (fault.kind === 'rate-limit') waits.putOff(kind, putOff);
    return fault;
  };
  return {
    counts,
    waits,
    die: () => {
      isDead = true;
    },
    clear: () => {
      slack.simulator.setWeather(() => null);
      discord.simulator.faults.weather = () => null;
    },
  };
}
