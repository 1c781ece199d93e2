import { expect, it } from 'vitest';
import { workspaceRates } from '../../../../src/adapters/slack/outbound/rates.ts';
import type { Waiting } from '../../../../src/app/delivery/admit.ts';
import { admit, wholeRoom } from '../../../../src/app/delivery/admit.ts';
import { createRates } from '../../../simulators/slack/rates.ts';

const minutes = 5;

/** Sends as much as the rates let, in one way, for some minutes; gives how often Slack would have turned it away. */
function sendAll(method: 'chat.postMessage' | 'chat.update', channels: number) {
  const slack = createRates();
  let [room, sent, refused] = [wholeRoom(workspaceRates, 0), 0, 0];
  for (let now = 0; now < minutes * 60_000; now += 20) {
    const waiting = Array.from({ length: channels }, (_, no): Waiting => {
      const way = method === 'chat.update' ? 'edit' : 'post';
      return { id: `m${no}`, urgency: 'reveal', since: now, channel: `C${no}`, ways: [way] };
    });
    const { admitted, room: left } = admit(waiting, room, workspaceRates, now);
    room = left;
    for (const { id } of admitted) {
      sent += 1;
      if (slack.count(method, { channel: id }, now) > 0) refused += 1;
    }
  }
  return { aMinute: sent / minutes, refused };
}

it('keeps to what Slack takes of posts in a workspace and in a channel, and of edits, and uses most of it', () => {
  const posts = sendAll('chat.postMessage', 60);
  expect(posts).toMatchObject({ refused: 0 });
  expect(posts.aMinute).toBeGreaterThan(255);
  const channel = sendAll('chat.postMessage', 1);
  expect(channel).toMatchObject({ refused: 0 });
  expect(channel.aMinute).toBeGreaterThan(58);
  const edits = sendAll('chat.update', 20);
  expect(edits).toMatchObject({ refused: 0 });
  expect(edits.aMinute).toBeGreaterThan(33);
});
