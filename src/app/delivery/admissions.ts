import { setBounded } from '../../core/bounded-map.ts';
import type { Clock } from '../clock.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Room, Waiting, Way } from './admit.ts';
import { admit, hasRoomFor, shut, wholeRoom } from './admit.ts';
import type { Rates } from './messenger.ts';
import type { Urgency } from './urgency.ts';
import { urgencyOf } from './urgency.ts';

/** Longest time (ms) that one is kept waiting here; then it goes back into the outbox, and its lease ends. */
const longestHold = 2000;

/** What has been here that long is worth claiming again after so many ms. */
const pauseAfterHold = 100;

/** Longest time (ms) for which one is put off: some never come back for their place. */
const longestPause = 15_000;

/** Most scopes whose room is remembered; the oldest of more begins anew. */
const mostScopes = 10_000;

/** What an outgoing that was claimed may do now; `back`: nothing, and it may be claimed again after `pause` ms. */
export type Turn = { readonly kind: 'go'; readonly way: Way } | { readonly kind: 'back'; readonly pause: number };

/** Lets what is to be sent go in its turn, within the rates of each scope. */
export type Admissions = {
  readonly turn: (outgoing: ClaimedOutgoing, rates: Rates | null, ways: readonly Way[]) => Promise<Turn>;
  /** Whether something of that urgency would go at once, if that is an edit. */
  readonly hasRoom: (scope: string, urgency: Urgency) => boolean;
  /** The platform takes nothing more this way for so many ms. */
  readonly shut: (scope: string, rates: Rates, way: Way, milliseconds: number) => void;
  /** Nobody waits any more, from now on. */
  readonly stop: () => void;
};

type Held = { readonly waiting: Waiting; readonly end: (turn: Turn) => void; readonly until: number };

type Scope = {
  readonly rates: Rates;
  readonly held: Map<string, Held>;
  /** Places in the edits' rate that others were told of. */
  promised: number;
  room: Room;
  alarm: NodeJS.Timeout | undefined;
};

export function createAdmissions(clock: Clock): Admissions {
  const scopes = new Map<string, Scope>();
  let stopped = false;

  function scopeOf(name: string, rates: Rates): Scope {
    const known = scopes.get(name);
    if (known !== undefined) return known;
    const now = clock.steady();
    const scope = { room: wholeRoom(rates, now), rates, held: new Map(), promised: now, alarm: undefined };
    setBounded(scopes, name, scope, mostScopes);
    return scope;
  }

  function look(scope: Scope): void {
    clearTimeout(scope.alarm);
    const now = clock.steady();
    const { held, rates } = scope;
    const all = [...held.values()].map(({ waiting }) => waiting);
    const { admitted, room, next } = admit(all, scope.room, rates, now);
    scope.room = room;
    for (const { id, way } of admitted) end(scope, id, { kind: 'go', way });
    for (const [id, { until }] of held) {
      if (until <= now || stopped) end(scope, id, { kind: 'back', pause: pauseAfterHold });
    }
    const soonest = Math.min(...[...held.values()].map(({ until }) => until - now), next ?? Number.POSITIVE_INFINITY);
    if (held.size > 0) scope.alarm = setTimeout(() => look(scope), Math.max(1, soonest));
  }

  return {
    turn: (outgoing, rates, ways) => {
      if (rates === null) return Promise.resolve({ kind: 'go', way: ways[0] ?? 'post' });
      const scope = scopeOf(outgoing.scope, rates);
      return new Promise((resolve) => {
        const waiting = waitingOf(outgoing, ways, clock);
        scope.held.set(outgoing.id, { waiting, end: resolve, until: clock.steady() + longestHold });
        look(scope);
        if (scope.held.has(outgoing.id) && !ways.includes('post')) putOff(scope, outgoing.id, clock.steady());
      });
    },
    hasRoom: (name, urgency) => {
      const scope = scopes.get(name);
      return scope === undefined || hasRoomFor(urgency, scope.room, scope.rates, clock.steady());
    },
    shut: (name, rates, way, milliseconds) => {
      const scope = scopeOf(name, rates);
      scope.room = shut(scope.room, way, clock.steady() + milliseconds);
    },
    stop: () => {
      stopped = true;
      for (const scope of scopes.values()) look(scope);
    },
  };
}

function end({ held }: Scope, id: string, turn: Turn): void {
  held.get(id)?.end(turn);
  held.delete(id);
}

/**
 * What can only be an edit waits in the outbox: there is room for few, and each look costs a write. All are told different
 * times, or all would come at once.
 */
function putOff(scope: Scope, id: string, now: number): void {
  const next = Math.max(scope.promised, now) + scope.rates.edits.interval;
  scope.promised = Math.min(next, now + longestPause);
  end(scope, id, { kind: 'back', pause: Math.ceil(scope.promised - now) });
}

function waitingOf(outgoing: ClaimedOutgoing, ways: readonly Way[], clock: Clock): Waiting {
  const { id, since, due, channel, user } = outgoing;
  const waited = Math.max(0, clock.wall() - Math.max(since, due));
  return { id, urgency: urgencyOf(outgoing), since: clock.steady() - waited, channel: channel ?? user ?? '', ways };
}
