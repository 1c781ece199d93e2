import { expect, it } from 'vitest';
import { commandDelivery, type ReadyReply } from '../../../../src/adapters/slack/reply/delivery.ts';

const message = Object.freeze({ text: 'A stride is a step.', blocks: [], unfurl_links: false, unfurl_media: false });
const reply: ReadyReply = { audience: 'asker', place: 'new', message };

/** What Slack is told when a command is answered at once; `own`: in the person's own conversation with the bot. */
async function acknowledged(own: boolean): Promise<unknown> {
  const told: unknown[] = [];
  const ways = { postResponse: async () => {}, webReply: {} as never, own, repeated: false };
  await commandDelivery({} as never, async (body) => void told.push(body), ways).acknowledge(reply);
  return told[0];
}

it.each([
  [false, 'ephemeral'],
  [true, 'in_channel'],
])(
  'a constant answer is one constant body, so that its JSON is written once (own conversation: %s)',
  async (own, type) => {
    const first = await acknowledged(own);
    expect(first).toMatchObject({ response_type: type, text: message.text });
    expect(await acknowledged(own)).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  },
);
