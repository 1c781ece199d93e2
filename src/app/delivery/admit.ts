import type { Rates } from './messenger.ts';
import type { Bucket, Rate } from './token-bucket.ts';
import { fullBucket, isFull, taken, waitFor } from './token-bucket.ts';
import type { Urgency } from './urgency.ts';
import { patienceOf } from './urgency.ts';

/** How something leaves: as a new message, or as a change of one. */
export type Way = 'post' | 'edit';

/** Something that is to be sent, and waits for room. */
export type Waiting = {
  readonly id: string;
  readonly urgency: Urgency;
  /** Since when, by the clock of `admit`, in ms. */
  readonly since: number;
  readonly channel: string;
  /** What it may do, the best first. */
  readonly ways: readonly Way[];
};

/** What is left of the rates of one scope. A channel that is not there has all that a channel may have. */
export type Room = {
  readonly posts: Bucket;
  readonly edits: Bucket;
  readonly channels: ReadonlyMap<string, Bucket>;
};

export type Admission = {
  readonly admitted: readonly { readonly id: string; readonly way: Way }[];
  readonly room: Room;
  /** Milliseconds after which it is worth looking again; null when nobody waits. */
  readonly next: number | null;
};

/** Once there are this many, channels of which nothing was taken for long are left out. */
const mostChannels = 1000;

export function wholeRoom(rates: Rates, now: number): Room {
  return { posts: fullBucket(rates.posts, now), edits: fullBucket(rates.edits, now), channels: new Map() };
}

/** Nothing goes this way for `milliseconds`: the platform says so. */
export function shut(room: Room, way: Way, until: number): Room {
  const name = way === 'post' ? 'posts' : 'edits';
  return { ...room, [name]: { ...room[name], shut: Math.max(room[name].shut, until) } };
}

/**
 * Who of those that wait goes now, within the rates. The earliest deadline goes first: when it came, and what its urgency
 * allows it to wait. So whatever waits goes some time, and of two of one urgency the one that came first. Before its
 * deadline it leaves the share of the burst that its urgency spares to what is more urgent and may come any moment. One
 * that lacks room of the whole scope holds it back from all behind it; one whose channel alone is full does not.
 */
export function admit(waiting: readonly Waiting[], room: Room, rates: Rates, now: number): Admission {
  const inOrder = waiting.toSorted((one, other) => deadlineOf(one) - deadlineOf(other) || compare(one.id, other.id));
  const admitted: { id: string; way: Way }[] = [];
  const held = new Set<Way>();
  let left = room;
  let next: number | null = null;
  for (const each of inOrder) {
    const needed = now >= deadlineOf(each) ? 0 : patienceOf[each.urgency].spares;
    const way = each.ways.find((candidate) => !held.has(candidate) && wait(each, candidate, needed).all === 0);
    if (way !== undefined) {
      admitted.push({ id: each.id, way });
      left = after(left, way, each.channel, rates, now);
      continue;
    }
    for (const candidate of each.ways.filter((one) => !held.has(one))) {
      const { all, shared } = wait(each, candidate, needed);
      if (shared > 0) held.add(candidate);
      const atMost = needed === 0 ? all : Math.min(all, deadlineOf(each) - now);
      next = Math.min(next ?? Number.POSITIVE_INFINITY, Math.max(1, Math.ceil(atMost)));
    }
  }
  return { admitted, room: left, next };

  /** Milliseconds until there is room in all, and in the scope alone. */
  function wait({ channel }: Waiting, way: Way, spares: number): { readonly all: number; readonly shared: number } {
    const enough = (rate: Rate) => tokensFor(spares, rate);
    if (way === 'edit') {
      const edits = waitFor(left.edits, rates.edits, enough(rates.edits), now);
      return { all: edits, shared: edits };
    }
    const posts = waitFor(left.posts, rates.posts, enough(rates.posts), now);
    const own = waitFor(channelOf(left, channel, rates, now), rates.channelPosts, 1, now);
    return { all: Math.max(posts, own), shared: posts };
  }
}

/** Whether an edit of that urgency that came at `now` would find room, if nobody else waited. */
export function hasRoomFor(urgency: Urgency, { edits }: Room, rates: Rates, now: number): boolean {
  return waitFor(edits, rates.edits, tokensFor(patienceOf[urgency].spares, rates.edits), now) === 0;
}

function tokensFor(spares: number, { burst }: Rate): number {
  return 1 + spares * (burst - 1);
}

function after(room: Room, way: Way, channel: string, rates: Rates, now: number): Room {
  if (way === 'edit') return { ...room, edits: taken(room.edits, rates.edits, now) };
  const kept =
    room.channels.size < mostChannels
      ? room.channels
      : [...room.channels].filter(([, bucket]) => !isFull(bucket, rates.channelPosts, now));
  const own = taken(channelOf(room, channel, rates, now), rates.channelPosts, now);
  return { ...room, posts: taken(room.posts, rates.posts, now), channels: new Map(kept).set(channel, own) };
}

function channelOf({ channels }: Room, channel: string, { channelPosts }: Rates, now: number): Bucket {
  return channels.get(channel) ?? fullBucket(channelPosts, now);
}

function deadlineOf({ since, urgency }: Waiting): number {
  return since + patienceOf[urgency].allowance;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
