import { expect, it } from 'vitest';
import { lease } from '../../../src/app/delivery/lease.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { put, samplePost } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import type { Post } from './outgoing.ts';
import { isIdle, openPost } from './outgoing.ts';

/** As those of the platforms, in ms. */
const patience = 4000;
const aftermath = 5000;

/** What people wait for after a process died with a post in hand, in ms. */
const longest = 10_000;

const kills = 90;
const began = 100_000;

type Kill = {
  readonly id: string;
  readonly claimed: number;
  /** Null when it died before the mark. */
  readonly marked: number | null;
  readonly died: number;
  /** When what it was doing takes effect; null for never. */
  readonly effect: number | null;
};

/** A process that dies at any moment between its claim and the end of its attempt. */
function killsOf(seed: number): readonly Kill[] {
  const chance = createRandom(seed);
  return Array.from({ length: kills }, (_, no) => {
    const claimed = began + Math.floor(chance() * 500);
    const marked = no % 10 === 0 ? null : claimed + Math.floor(chance() * 50);
    const died = (marked ?? claimed) + Math.floor(chance() * patience);
    const latest = [null, Math.floor(chance() * 200), Math.floor(chance() * (died + aftermath - (marked ?? claimed)))];
    const after = marked === null ? null : (latest[no % 3] ?? null);
    return { id: `k${no}`, claimed, marked, died, effect: after === null || marked === null ? null : marked + after };
  });
}

/** The dead process still holds what it had claimed, once; whoever lives has then claimed it once more. */
async function passStep({ clock, database }: Post): Promise<void> {
  clock.set(clock.steady() + 250);
  const open = `select id from outgoings where state = 'waiting' and (next_at <= ${clock.wall()} or attempts > 1 and owner is not null)`;
  await until(async () => expect(await database.read(open)).toEqual([]));
}

it('takes over what a dead process had in hand within ten seconds, and posts nothing twice', async () => {
  const all = killsOf(11);
  const post = await openPost(
    (messenger) => ({ ...messenger, patience, aftermath }),
    async (store) => {
      for (const { id, claimed, marked } of all) {
        await put(store, [samplePost(id, { lane: id, due: claimed })], began);
        const [outgoing] = await store.outbox.claim(claimed, 1, lease);
        expect(outgoing?.id).toBe(id);
        if (outgoing !== undefined && marked !== null) await store.outbox.markUncertain(outgoing, marked, lease);
      }
    },
  );
  const { clock, platform } = post;
  const address = { kind: 'channel', channel: 'slack:T1:C1', thread: null } as const;
  const late = all
    .filter(({ effect }) => effect !== null)
    .toSorted((one, other) => (one.effect ?? 0) - (other.effect ?? 0));
  const settledAt = new Map<string, number>();
  while (clock.wall() < began + 16_000) {
    for (; late[0] !== undefined && (late[0].effect ?? 0) <= clock.wall(); late.shift()) {
      const { id } = late[0];
      await platform.messenger.post({ key: id, address, card: { body: [] }, ping: null });
    }
    await passStep(post);
    const ended = await post.database.read("select id from outgoings where state = 'sent'");
    for (const { id } of ended) if (!settledAt.has(String(id))) settledAt.set(String(id), clock.wall());
  }
  await isIdle(post);
  expect(platform.messages.map(({ key }) => key).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  const waits = all.map(({ id, died }) => (settledAt.get(id) ?? Number.POSITIVE_INFINITY) - died);
  // The clock goes by steps of 250 ms.
  expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
  if (process.env['FIGURES'] === 'on') {
    const at = (share: number) => waits.toSorted((one, other) => one - other)[Math.floor(share * (waits.length - 1))];
    process.stderr.write(`taken over after the kill, ms: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}\n`);
  }
});
