import { describe, expect, it } from 'vitest';
import { createNaming } from '../../../src/app/dispatch/naming.ts';
import type { Caller, Inbound, Outcome } from '../../../src/app/ports.ts';

const caller: Caller = {
  scope: 's',
  channel: 's:C',
  user: 's:U',
  name: 'jdoe42',
  direct: false,
  manages: false,
  moderates: false,
};
const event: Inbound = { kind: 'command', command: { kind: 'me' }, caller, event: 'e', at: 0 };

/** The name under which somebody acts in the end, after an acknowledgement. */
async function actsAs(changes: Partial<Inbound>, last: string | null = null): Promise<string> {
  const { inbound, named } = createNaming(async () => last)({ ...event, ...changes } as Inbound);
  const act = async () => ({ title: inbound.caller.name, body: [] });
  const outcome: Outcome = named({ kind: 'later', audience: 'asker', place: 'new', act });
  return outcome.kind === 'later' ? ((await outcome.act()).title ?? '') : '';
}

describe('somebody acts under', () => {
  const nameless = { caller: { ...caller, name: 'someone', nameless: true } } as const;
  const naming = async () => 'Jane Doe';

  it('the name that the platform gives when it is asked', async () => {
    expect(await actsAs({ naming })).toBe('Jane Doe');
    expect(await actsAs({ ...nameless, naming }, 'Earlier')).toBe('Jane Doe');
  });

  it('the name of the event, where the platform gives no better one', async () => {
    expect(await actsAs({})).toBe('jdoe42');
    expect(await actsAs({ naming: async () => null }, 'Earlier')).toBe('jdoe42');
  });

  it('the name that was last seen, where the event has none', async () => {
    expect(await actsAs({ ...nameless, naming: async () => null }, 'Jane of last week')).toBe('Jane of last week');
    expect(await actsAs(nameless)).toBe('someone');
  });

  it('is not waited for in what is answered at once', () => {
    const { named } = createNaming(async () => null)({ ...event, naming });
    const now: Outcome = { kind: 'now', reply: { audience: 'asker', place: 'new', card: { body: [] } } };
    expect(named(now)).toBe(now);
  });
});
