import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderSlack } from '../../../../src/adapters/slack/cards/render.ts';
import { createPostResponse } from '../../../../src/adapters/slack/reply/response-url.ts';
import type { Fault } from '../../../../src/core/fault.ts';
import { closedPort } from '../../../simulators/closed-port.ts';
import type { SlackSimulator } from '../../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../../simulators/slack/simulator.ts';

let simulator: SlackSimulator;
let waits: number[];

beforeEach(async () => {
  simulator = await startSlackSimulator();
  waits = [];
});
afterEach(() => simulator.stop());

const message = renderSlack({ title: 'Stride', body: [] }, 0);
const fresh = { ...message, response_type: 'ephemeral', replace_original: false } as const;
const shared = { ...message, response_type: 'in_channel', replace_original: false } as const;
const replacing = { ...message, response_type: 'ephemeral', replace_original: true } as const;
const post = createPostResponse(async (milliseconds) => waits.push(milliseconds));
const tries = () => simulator.calls.length;

const faultOf = (work: Promise<void>): Promise<Fault> =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error as Fault,
  );

describe('a reply to a response address', () => {
  it('comes again after as long as Slack asks for', async () => {
    simulator.fail('response_url', { kind: 'rate-limited', seconds: 7 });
    await post(simulator.createResponseUrl(), fresh);
    expect(waits).toEqual([7000]);
    expect(simulator.responses).toHaveLength(1);
  });

  it('is given up when Slack asks for longer than a person waits, or again and again', async () => {
    simulator.fail('response_url', { kind: 'rate-limited', seconds: 3600 });
    expect((await faultOf(post(simulator.createResponseUrl(), fresh))).message).toContain('limits the rate');
    simulator.fail('response_url', ...Array(3).fill({ kind: 'rate-limited', seconds: 1 }));
    expect((await faultOf(post(simulator.createResponseUrl(), fresh))).message).toContain('Tries: 3');
    expect(tries()).toBe(4);
  });

  it.each([
    { kind: 'error-after', status: 500 },
    { kind: 'reset-after' },
    { kind: 'error-before', status: 503 },
  ] as const)('never stands there twice for all to see after %j', async (fault) => {
    simulator.fail('response_url', fault);
    expect((await faultOf(post(simulator.createResponseUrl(), shared))).message).toContain('may have arrived');
    expect(tries()).toBe(1);
  });

  it.each([{ kind: 'error-after', status: 500 }, { kind: 'reset-before' }] as const)(
    'that replaces a message comes again after %j',
    async (fault) => {
      simulator.fail('response_url', fault);
      await post(simulator.createResponseUrl(), replacing);
      expect(tries()).toBe(2);
    },
  );

  it.each([{ kind: 'error-after', status: 500 }, { kind: 'reset-before' }] as const)(
    'that only one person sees comes again after %j',
    async (fault) => {
      simulator.fail('response_url', fault);
      await post(simulator.createResponseUrl(), fresh);
      expect(tries()).toBe(2);
    },
  );

  it('is not repeated to an address that is old or used up', async () => {
    const used = simulator.createResponseUrl();
    for (let use = 0; use < 5; use += 1) await post(used, fresh);
    expect((await faultOf(post(used, replacing))).message).toContain('used_url');
    const old = simulator.createResponseUrl();
    simulator.age(31 * 60 * 1000);
    expect((await faultOf(post(old, replacing))).message).toContain('expired_url');
    expect(tries()).toBe(7);
  });

  it('counts a refusal that comes with status 200', async () => {
    simulator.fail('response_url', { kind: 'refused', error: 'invalid_blocks' });
    expect((await faultOf(post(simulator.createResponseUrl(), fresh))).message).toContain('invalid_blocks');
  });

  it('comes again when nobody was reached, and never names the address', async () => {
    const fault = await faultOf(post(`http://127.0.0.1:${await closedPort()}/response/secret`, fresh));
    expect(fault.message).toContain('could not be reached');
    expect(waits).toEqual([500, 1000]);
    expect(`${fault.message} ${fault.hint} ${String(fault.cause)}`).not.toContain('secret');
  });
});
