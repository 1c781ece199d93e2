import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../src/adapters/slack/cards/messages.ts';
import type { Delivery, ReadyReply } from '../../../../src/adapters/slack/reply/delivery.ts';
import { createRespond } from '../../../../src/adapters/slack/reply/respond.ts';
import type { Inbound, Outcome } from '../../../../src/app/ports.ts';
import { applicationThat, echoCard, later, toAsker } from '../applications.ts';
import type { Entry } from '../harness.ts';
import { recordTo } from '../harness.ts';

const caller = {
  scope: 'slack:T1',
  channel: 'slack:T1:C1',
  user: 'slack:T1:U1',
  name: 'ada',
  direct: false,
  manages: true,
  moderates: false,
};
const inbound: Inbound = { kind: 'press', id: 'a', message: 'm', caller, event: 'slack:1.2', at: 0 };

/** Responds once to an outcome, and tells in which order what was done. */
async function run(outcome: (done: string[]) => Outcome, delivery: Partial<Delivery> = {}) {
  const done: string[] = [];
  const log: Entry[] = [];
  const respond = createRespond({
    application: applicationThat(() => outcome(done)),
    toMessage: createMessages(recordTo(log), { clock: { now: () => 0, ahead: () => 0 }, slash: () => '/pytorch' }),
    giveFile: async (card) => card,
    attachPictures: () => {},
    log: recordTo(log),
  });
  await respond(inbound, {
    own: false,
    repeated: false,
    acknowledge: async () => {
      done.push('acknowledge');
      return false;
    },
    send: async (_: ReadyReply) => void done.push('send'),
    ...delivery,
  });
  return { done, errors: log.filter(({ level }) => level === 'error').map(({ message }) => message) };
}

const acting = (done: string[]): Outcome =>
  later(async () => {
    done.push('act');
    return echoCard(inbound);
  });

const changing = (done: string[]): Outcome => ({
  kind: 'now',
  reply: toAsker(echoCard(inbound)),
  afterwards: async () => void done.push('afterwards'),
});

describe('the order of things', () => {
  it('is acknowledge, act, send', async () => {
    expect((await run(acting)).done).toEqual(['acknowledge', 'act', 'send']);
  });

  it('does nothing when Slack could not be told', async () => {
    const deaf = { acknowledge: () => Promise.reject(new Error('closed')) };
    for (const outcome of [acting, changing]) {
      const { done, errors } = await run(outcome, deaf);
      expect(done).toEqual([]);
      expect(errors).toEqual(['An event from Slack could not be acknowledged; nothing was done.']);
    }
  });

  it('does nothing for a request that came before', async () => {
    for (const outcome of [acting, changing]) {
      expect((await run(outcome, { repeated: true })).done).toEqual(['acknowledge']);
    }
  });

  it('does what comes afterwards even when the reply is lost', async () => {
    const { done, errors } = await run(changing, { send: () => Promise.reject(new Error('reset')) });
    expect(done).toEqual(['acknowledge', 'afterwards']);
    expect(errors).toEqual(['A reply did not reach Slack.']);
  });

  it('tells the person privately when a message for all to see was not confirmed', async () => {
    const sent: ReadyReply[] = [];
    const share = (): Outcome => ({ kind: 'now', reply: { ...toAsker(echoCard(inbound)), audience: 'channel' } });
    const { errors } = await run(share, {
      send: async (reply) => {
        sent.push(reply);
        if (reply.audience === 'channel') throw new Error('HTTP 500');
      },
    });
    expect(sent.map(({ audience }) => audience)).toEqual(['channel', 'asker']);
    expect(sent[1]?.message.text).toContain('Slack did not confirm');
    expect(errors).toHaveLength(1);
  });

  it('never rejects, whatever fails', async () => {
    const failing = () =>
      later(() => {
        throw new Error('a');
      });
    const { errors } = await run(failing, { send: () => Promise.reject(new Error('b')) });
    expect(errors).toHaveLength(2);
  });
});
