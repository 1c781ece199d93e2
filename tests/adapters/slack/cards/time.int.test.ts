import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../src/adapters/slack/cards/messages.ts';
import { renderSlack } from '../../../../src/adapters/slack/cards/render.ts';
import type { TimeSpan } from '../../../../src/core/card.ts';
import { muted, paragraph } from '../../../../src/core/card.ts';
import { createValidator } from '../../../simulators/slack/validator.ts';
import { recordTo } from '../harness.ts';

const validator = await createValidator();
const now = 1_800_000_000_000;

function dateOf(time: Partial<TimeSpan>) {
  const span: TimeSpan = { kind: 'time', text: 'at noon', style: 'relative', at: now, ...time };
  const message = renderSlack({ body: [paragraph('Closes ', span)] }, now);
  expect(validator.message(message)).toEqual([]);
  expect(message.text).toBe(`Closes ${span.text === '' ? '' : span.text}`.trim());
  const [block] = message.blocks as { elements?: { elements: unknown[] }[] }[];
  return block?.elements?.[0]?.elements[1];
}

describe('an instant', () => {
  it('that lies behind is told as how long ago', () => {
    expect(dateOf({ at: now - 60_000 })).toEqual({
      type: 'date',
      timestamp: 1_799_999_940,
      format: '{ago}',
      fallback: 'at noon',
    });
  });

  it('that lies ahead is told as the time of day, since `{ago}` has no words for it', () => {
    expect(dateOf({ at: now + 20_500 })).toMatchObject({ timestamp: 1_800_000_020, format: '{time_secs}' });
    expect(dateOf({ at: 20_000, from: 'sending' })).toMatchObject({ timestamp: 1_800_000_020, format: '{time_secs}' });
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
    const toMessage = createMessages(recordTo([]), () => clock);
    const span: TimeSpan = { kind: 'time', text: 'soon', style: 'time', at: 5000, from: 'sending' };
    const card = { body: [paragraph('Closes ', span)] };
    const first = JSON.stringify(toMessage(card, {}));
    clock += 60_000;
    expect(JSON.stringify(toMessage(card, {}))).not.toBe(first);
    const still = { body: [paragraph('No time')] };
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
