import { describe, expect, it } from 'vitest';
import type { Application, Inbound } from '../../src/app/ports.ts';
import { logRequests } from '../../src/ops/request-log.ts';
import { shipped } from '../search/bank.ts';

const caller = {
  scope: 'slack:T1',
  channel: 'slack:T1:C1',
  user: 'slack:T1:U1',
  name: 'Ada',
  direct: false,
  manages: false,
  moderates: false,
};
const inbound: Inbound = {
  kind: 'command',
  command: { kind: 'ask', query: 'my secret question' },
  caller,
  event: 'Ev123',
  at: 0,
};

function logged(respond: Application['respond']) {
  const lines: unknown[] = [];
  const write = (fields: unknown, message: string) => void lines.push([fields, message]);
  const log = { debug: write, info: write, warn: write, error: write };
  const application: Application = {
    respond,
    subject: () => shipped.subject,
    complete: () => [],
    answers: () => false,
    related: () => [],
    own: async () => null,
    preview: async () => null,
    inForce: async () => null,
    welcome: async () => {},
    banks: () => ['pytorch'],
    completeTimeZone: () => [],
    home: () => ({ body: [] }),
    forgetScope: async () => {},
  };
  return { lines, application: logRequests(application, log, () => 0) };
}

describe('the log of requests', () => {
  it('has one line for each event with the platform’s id of it, and neither who nor what', () => {
    const { lines, application } = logged(() => ({
      kind: 'now',
      reply: { audience: 'asker', place: 'new', card: { body: [] } },
    }));
    application.respond(inbound);
    expect(lines).toEqual([[{ request: 'Ev123', platform: 'slack', kind: 'ask', took: 0 }, 'answered from memory']]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|Ada|U1/);
  });

  it.each(['done', 'failed'])('says of what takes the database when it is %s', async (how) => {
    const { lines, application } = logged(() => ({
      kind: 'later',
      audience: 'asker',
      place: 'new',
      act: async () => {
        if (how === 'failed') throw new Error('no');
        return { body: [] };
      },
    }));
    const outcome = application.respond({ ...inbound, kind: 'press', id: 'pick:x:1:2', message: 'm' });
    expect(lines).toEqual([]);
    if (outcome.kind === 'later') await outcome.act().catch(() => {});
    expect(lines).toMatchObject([[{ kind: 'press pick' }, how]]);
  });
});
