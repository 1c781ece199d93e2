import { setBounded } from '../../core/bounded-map.ts';
import type { Card } from '../../core/card.ts';
import type { Clock } from '../clock.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Admissions } from './admissions.ts';
import type { Way } from './admit.ts';
import type { Disposition } from './disposition.ts';
import { dropped, leastPause, pauseWhileRefused } from './disposition.ts';
import type { InDoubt } from './in-doubt.ts';
import type { Lanes } from './lanes.ts';
import type { Address, Delivery, Messenger } from './messenger.ts';
import type { PostOnce } from './posting.ts';
import type { Settlement } from './settlement.ts';

/** An edit that would have to wait longer than this (ms), all its waits together, may be posted anew instead. */
const longestEditPause = 2000;

/** Most edits that are known to be refused; of more, the oldest are only tried once more. */
const mostRefused = 10_000;

type Options = {
  readonly clock: Clock;
  readonly lanes: Lanes;
  /** Edits by the message that they are about. */
  readonly inDoubt: InDoubt;
  readonly settlement: Settlement;
  readonly postOnce: PostOnce;
  readonly admissions: Admissions;
};

/** What is to be shown in place of a message. */
type Change = { readonly address: Address; readonly card: Card; readonly left?: Card };

/** Shows a card in place of a message; where the platform does not let it, what the outgoing says of that is done. */
export type Edit = (outgoing: ClaimedOutgoing, messenger: Messenger, change: Change) => Promise<void>;

/** Edits of one message are made one after the other. What is posted anew instead goes by `postOnce`. */
export function createEditing({ clock, lanes, inDoubt, settlement, postOnce, admissions }: Options): Edit {
  /** Those that are to be posted anew, since they may not be edits. */
  const refused = new Map<string, true>();

  /** What becomes of an edit that was attempted; `post`: it is posted anew at once. Null: what its outcome says. */
  function afterEdit(outgoing: ClaimedOutgoing, { rates }: Messenger, delivery: Delivery, mayBePost: boolean) {
    const again = (pause: number): Disposition => ({ kind: 'release', pause, certain: true });
    const { id, scope, pressed, attempts } = outgoing;
    if (delivery.kind === 'refused' && delivery.only === 'edits') {
      if (mayBePost) {
        setBounded(refused, id, true, mostRefused);
        return again(0);
      }
      return pressed === 'last' ? again(pauseWhileRefused(attempts)) : null;
    }
    if (delivery.kind !== 'later') return null;
    if (rates !== null) admissions.shut(scope, rates, 'edit', delivery.after);
    const mustWait = waitsTooLong(outgoing, delivery.after, clock.wall());
    if (mustWait && pressed === 'drop') return dropped;
    if (pressed !== 'post') return null;
    return rates !== null ? again(leastPause) : mustWait ? 'post' : null;
  }

  return async (outgoing, messenger, { address, card, left }) => {
    const post = { key: outgoing.id, address, card, ping: null };
    // An edit that became a post once stays one: it may be on its way.
    if (outgoing.uncertainSince !== null || refused.has(outgoing.id)) return postOnce(outgoing, messenger, post);
    const ways: readonly Way[] = outgoing.pressed === 'post' ? ['edit', 'post'] : ['edit'];
    const turn = await admissions.turn(outgoing, messenger.rates, ways);
    if (turn.kind === 'back') {
      // Nobody misses it, and it comes again with newer numbers.
      const isDropped = outgoing.pressed === 'drop';
      return settlement.apply(outgoing, isDropped ? dropped : { ...turn, kind: 'release', certain: true });
    }
    if (turn.way === 'post') return postOnce(outgoing, messenger, post, 'admitted');
    const message = outgoing.targetMessage ?? '';
    const key = `${outgoing.scope}:${message}`;
    // In turn for each message, or an older edit that was slow on its way would undo a newer one.
    const delivery = await lanes.exclusive(key, () => messenger.edit(address, message, card));
    const mayBeUndone = noteEdit(
      inDoubt,
      { key, content: JSON.stringify(card), aftermath: messenger.aftermath },
      delivery,
    );
    if (mayBeUndone > 0) {
      return settlement.apply(outgoing, { kind: 'release', pause: mayBeUndone, certain: true });
    }
    const mayBePost = left !== undefined || outgoing.pressed === 'post';
    const disposition = afterEdit(outgoing, messenger, delivery, mayBePost);
    if (disposition === 'post') return postOnce(outgoing, messenger, post);
    if (disposition !== null) return settlement.apply(outgoing, disposition);
    return settlement.conclude(outgoing, delivery, { made: 'change', late: false });
  };
}

/** An edit of a message, and for how long it may take effect though nothing was heard of it, in ms. */
type Edited = { readonly key: string; readonly content: string; readonly aftermath: number };

/**
 * Milliseconds after which an edit that was made is to be made once more: until then an earlier one, which said something
 * else and of which nothing was heard, may take effect and undo it. 0 when there is none.
 */
function noteEdit(inDoubt: InDoubt, { key, content, aftermath }: Edited, delivery: Delivery): number {
  if (delivery.kind === 'unknown') inDoubt.note(key, aftermath, content);
  if (delivery.kind !== 'done') return 0;
  const left = inDoubt.against(key, content);
  inDoubt.forget(key);
  return left;
}

/** What it has waited already counts: who was told of a place in the budget may find it taken, and wait again. */
function waitsTooLong({ since, due }: ClaimedOutgoing, after: number, now: number): boolean {
  return now - Math.max(since, due) + after > longestEditPause;
}
