import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/adapters/playground/outbound/message.ts';
import { createMessageIndex } from '../../../../src/adapters/playground/outbound/message-index.ts';

const fresh = { author: null, text: '', card: null, asked: null, to: null, key: null, ping: null, threadName: null };

/** Messages in one channel or in the thread of the first, some of which change, in the order of all that happens. */
function history(places: readonly boolean[], changes: readonly number[]): readonly Message[] {
  const posted = places.map((inThread, no): Message => {
    const at = { channel: 'c', thread: inThread ? '1' : null, at: no, gone: false };
    return { ...fresh, ...at, id: String(no + 1), revision: no + 1 };
  });
  const changed = changes.map((place, no): Message => {
    const message = posted[place % posted.length] ?? expect.fail('nothing was posted');
    return { ...message, text: `change ${no}`, revision: posted.length + no + 1 };
  });
  return [...posted, ...changed];
}

describe('the index of messages', () => {
  it('finds by place and by revision what a look at all of them finds, also after a restart', () => {
    const given = [fc.array(fc.boolean(), { minLength: 1 }), fc.array(fc.nat()), fc.nat(50), fc.nat(50)] as const;
    const present = (messages: readonly Message[]) => [...new Map(messages.map((each) => [each.id, each])).values()];
    fc.assert(
      fc.property(...given, (places, changes, known, restart) => {
        const all = history(places, changes);
        const index = createMessageIndex(present(all.slice(0, restart)));
        for (const message of all.slice(restart)) index.put(message);
        const later = present(all).filter(({ revision }) => revision > known);
        expect(index.after(known)).toEqual(later.toSorted((one, other) => one.revision - other.revision));
        for (const thread of [null, '1'])
          expect(index.in('c', thread)).toEqual(present(all).filter((message) => message.thread === thread));
        expect(index.in('elsewhere', null)).toEqual([]);
      }),
    );
  });
});
