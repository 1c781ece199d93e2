import type { Card } from '../../core/card.ts';
import type { Clock } from '../clock.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import { dropped } from './disposition.ts';
import type { InDoubt } from './in-doubt.ts';
import type { Lanes } from './lanes.ts';
import type { Address, Delivery, Messenger } from './messenger.ts';
import type { PostOnce } from './posting.ts';
import type { Settlement } from './settlement.ts';

/** An edit that would have to wait longer than this (ms), all its waits together, may be posted anew instead. */
const longestEditPause = 2000;

type Options = {
  readonly clock: Clock;
  readonly lanes: Lanes;
  /** Edits by the message that they are about. */
  readonly inDoubt: InDoubt;
  readonly settlement: Settlement;
  readonly postOnce: PostOnce;
};

/** Shows a card in place of a message; where the platform has no room for that, what the outgoing says of it is done. */
export type Edit = (outgoing: ClaimedOutgoing, messenger: Messenger, address: Address, card: Card) => Promise<void>;

/** Edits of one message are made one after the other. What is posted anew instead goes by `postOnce`. */
export function createEditing({ clock, lanes, inDoubt, settlement, postOnce }: Options): Edit {
  /**
   * Milliseconds after which an edit that was made is to be made once more: until then an earlier one, which said
   * something else and of which nothing was heard, may take effect and undo it. 0 when there is none.
   */
  function note(key: string, content: string, delivery: Delivery, patience: number): number {
    if (delivery.kind === 'unknown') inDoubt.note(key, patience, content);
    if (delivery.kind !== 'done') return 0;
    const left = inDoubt.against(key, content);
    inDoubt.forget(key);
    return left;
  }

  return async (outgoing, messenger, address, card) => {
    // An edit that became a post once stays one: it may be on its way.
    if (outgoing.uncertainSince === null) {
      const message = outgoing.targetMessage ?? '';
      const key = `${outgoing.scope}:${message}`;
      // In turn for each message, or an older edit that was slow on its way would undo a newer one.
      const delivery = await lanes.exclusive(key, () => messenger.edit(address, message, card));
      const mayBeUndone = note(key, JSON.stringify(card), delivery, messenger.patience);
      if (mayBeUndone > 0) {
        return settlement.apply(outgoing, { kind: 'release', pause: mayBeUndone, certain: true });
      }
      const mustWait = waitsTooLong(outgoing, delivery, clock.wall());
      if (mustWait && outgoing.pressed === 'drop') return settlement.apply(outgoing, dropped);
      if (!mustWait || outgoing.pressed !== 'post') {
        return settlement.conclude(outgoing, delivery, { made: 'change', late: false });
      }
    }
    await postOnce(outgoing, messenger, { key: outgoing.id, address, card, ping: null });
  };
}

/** What it has waited already counts: who was told of a place in the budget may find it taken, and wait again. */
function waitsTooLong({ since, due }: ClaimedOutgoing, delivery: Delivery, now: number): boolean {
  return delivery.kind === 'later' && now - Math.max(since, due) + delivery.after > longestEditPause;
}
