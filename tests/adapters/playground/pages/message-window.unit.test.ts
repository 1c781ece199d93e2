import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/adapters/playground/outbound/message.ts';
import { earlierThan, lastOf, windowSize } from '../../../../src/adapters/playground/pages/message-window.ts';
import { runs } from '../../../corpora/runs.ts';

const messageOf = (number: number): Message => ({
  ...{ id: String(number), channel: 'c', thread: null, author: null, text: '', card: null, asked: null, to: null },
  ...{ key: null, ping: null, threadName: null, at: 0, revision: number, gone: false },
});

/** Lists whose ids rise with gaps, as those of other channels lie between them. */
const lists = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 4 * windowSize })
  .map((ids) => ids.toSorted((one, other) => one - other).map(messageOf));

describe('what a page shows of a list of messages', () => {
  it('is its end, and by looking further back all of it, each message once', () => {
    fc.assert(
      fc.property(lists, (all) => {
        let part = lastOf(all, null);
        let seen = part.shown;
        for (let looks = 0; part.next !== null; looks += 1) {
          expect(looks).toBeLessThan(all.length);
          expect(part.shown).toHaveLength(windowSize);
          part = earlierThan(all, seen[0]?.id ?? '');
          seen = [...part.shown, ...seen];
        }
        expect(seen).toEqual(all);
      }),
      runs(100),
    );
  });

  it('has a message that is asked for, with all that came after it', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (all, number) => {
        const { shown } = lastOf(all, String(number));
        expect(shown).toEqual(all.slice(all.length - shown.length));
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(all.length, windowSize));
        for (const message of all.filter(({ id }) => Number(id) >= number)) expect(shown).toContain(message);
      }),
      runs(100),
    );
  });
});
