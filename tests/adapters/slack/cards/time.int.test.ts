import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../src/adapters/slack/cards/messages.ts';
import { renderSlack } from '../../../../src/adapters/slack/cards/render.ts';
import { resolveCard } from '../../../../src/adapters/slack/cards/resolve.ts';
import type { TimeSpan } from '../../../../src/core/card.ts';
import { muted, paragraph } from '../../../../src/core/card.ts';
import { createValidator } from '../../../simulators/slack/validator.ts';
import { recordTo } from '../harness.ts';

const validator = await createValidator();
const now = 1_800_000_000_000;

const slash = () => '/pytorch' as const;

function elementsOf(time: Partial<TimeSpan>, ahead = 0) {
  const span: TimeSpan = { kind: 'time', text: 'at noon', style: 'relative', at: now, ...time };
  const card = resolveCard({ body: [paragraph('Closes ', span)] }, slash(), { now, ahead });
  const message = renderSlack(card, now);
  expect(validator.message(message)).toEqual([]);
  const [block] = message.blocks as { elements?: { elements: unknown[] }[] }[];
  return { text: message.text, elements: block?.elements?.[0]?.elements.slice(1) ?? [] };
}

const dateOf = (time: Partial<TimeSpan>) => elementsOf(time).elements[0];

describe('an instant', () => {
  it('that lies behind is told as how long ago', () => {
    expect(dateOf({ at: now - 60_000 })).toEqual({
      type: 'date',
      timestamp: 1_799_999_940,
      format: '{ago}',
      fallback: 'at noon',
    });
  });

  it('that lies ahead is told as the time left when it was sent, with the time of day', () => {
    const soon = [
      { type: 'text', text: 'in 20 seconds (' },
      { type: 'date', timestamp: 1_800_000_020, format: '{time_secs}', fallback: '08:00:20 UTC' },
      { type: 'text', text: ')' },
    ];
    expect(elementsOf({ at: now + 20_000 })).toEqual({
      text: 'Closes in 20 seconds (08:00:20 UTC)',
      elements: soon,
    });
    expect(elementsOf({ at: 20_000, from: 'sending' }).elements).toEqual(soon);
    expect(elementsOf({ at: now + 40_000, from: 'bot' }, -20_000).elements).toEqual(soon);
  });

  it.each([
    [400, 'in 1 second ('],
    [1400, 'in 1 second ('],
    [119_000, 'in 119 seconds ('],
    [300_000, 'in 5 minutes ('],
  ])('%i ms ahead is told %s', (left, text) => {
    expect(dateOf({ at: now + left })).toEqual({ type: 'text', text });
  });

  it('can be a time of day, or a day with it, and needs no words beside it', () => {
    expect(dateOf({ style: 'time' })).toMatchObject({ format: '{time_secs}' });
    expect(dateOf({ style: 'date-time', text: '' })).toEqual({
      type: 'date',
      timestamp: 1_800_000_000,
      format: '{date_short_pretty} {time}',
    });
  });

  it('counts from each sending anew', () => {
    let clock = now;
    const toMessage = createMessages(recordTo([]), { clock: { now: () => clock, ahead: () => 0 }, slash });
    const span: TimeSpan = { kind: 'time', text: 'soon', style: 'time', at: 5000, from: 'sending' };
    const card = { body: [paragraph('Closes ', span)] };
    const first = JSON.stringify(toMessage(card, {}));
    clock += 60_000;
    expect(JSON.stringify(toMessage(card, {}))).not.toBe(first);
    const timed = Object.freeze(card);
    expect(toMessage(timed, {})).not.toBe(toMessage(timed, {}));
    const still = Object.freeze({ body: [paragraph('No time')] });
    expect(toMessage(still, {})).toBe(toMessage(still, {}));
  });
});

describe('a person', () => {
  it('is shown by name and never called', () => {
    const name = { kind: 'person', user: 'slack:T1:U1', text: '<!channel> *ada*' } as const;
    const message = renderSlack({ body: [paragraph('By ', name), muted('Shared by ', name)] }, now);
    expect(validator.message(message)).toEqual([]);
    expect(JSON.stringify(message)).not.toMatch(/"type":"(user|mrkdwn)"|<@/);
    expect(message.text).toContain('&lt;!channel&gt;');
  });
});
