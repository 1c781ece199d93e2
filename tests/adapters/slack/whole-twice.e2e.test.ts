import { expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { everyCard } from '../../app/views/every-card.ts';
import { pressPayload } from '../../simulators/slack/payloads.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';
import { wordsOf } from './harness.ts';

/** One button of each kind that a card can have. */
const buttons = [...new Map(everyCard().flatMap(([, card]) => buttonsOf(card).map(({ id }) => [kindOf(id), id])))];

function kindOf(id: string): string {
  return id.endsWith(':share') ? `${id.split(':')[0]}:share` : (id.split(':')[0] ?? '');
}

it('answers each kind of button once on Slack when it is pressed twice in the same 100 ms', async () => {
  const { simulator, now, elsewhere } = await openSlackChat();
  const press = (id: string, ts: string, at: number) =>
    simulator.sockets.deliver(
      'interactive',
      pressPayload(
        { id, ts, channel: elsewhere, user: 'U1', pressed: (at / 1000).toFixed(6) },
        simulator.createResponseUrl(),
      ),
    );
  /** What people got to see: messages and forms. */
  const answers = () => simulator.responses.length + simulator.workspace.views.length;
  expect(buttons.length).toBeGreaterThan(18);
  for (const [no, [, id]] of buttons.entries()) {
    const [ts, at, before] = [`1700000000.${1000 + no}`, now(), answers()];
    await Promise.all([press(id, ts, at), press(id, ts, at + 80)]);
    await press('nothing:here', `1700000001.${1000 + no}`, at);
    await simulator.waitUntil(() => answers() >= before + 2);
    expect(answers() - before, id).toBe(2);
  }
});

it('shows to a channel of Slack once what is shared twice, and tells so', async () => {
  const { simulator, now, channel } = await openSlackChat();
  const press = (ts: string, at: number) => {
    const where = { id: 'share:stride', ts, channel, user: 'U1', pressed: (at / 1000).toFixed(6) };
    return simulator.sockets.deliver('interactive', pressPayload(where, simulator.createResponseUrl()));
  };
  const shared = () => simulator.responses.filter(({ body }) => body['response_type'] === 'in_channel');
  const first = '1700000000.000001';
  await Promise.all([press(first, now()), press(first, now() + 80)]);
  await simulator.waitForResponses(1);
  await press(first, now() + 5000);
  const responses = await simulator.waitForResponses(2);
  expect(wordsOf(responses[1]?.body)).toContain('You have shared this one already.');
  expect(shared()).toHaveLength(1);
});

it('keeps nobody’s id of what was shared out of a private message', async () => {
  const { simulator, now, channel, database } = await openSlackChat();
  const where = { id: 'share:stride', ts: '1700000000.000001', channel, user: 'U1', ephemeral: true };
  await simulator.sockets.deliver(
    'interactive',
    pressPayload({ ...where, pressed: (now() / 1000).toFixed(6) }, simulator.createResponseUrl()),
  );
  await simulator.waitForResponses(1);
  const kept = await database.read("select event from events where event like 'press:%'");
  expect(kept).toHaveLength(1);
  expect(String(kept[0]?.['event']).split(':')).not.toContain('U1');
});
