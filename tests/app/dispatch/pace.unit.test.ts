import { describe, expect, it } from 'vitest';
import { channelRate, keepPace, personRate } from '../../../src/app/dispatch/pace.ts';
import type { Application, Caller, Inbound, Outcome } from '../../../src/app/ports.ts';
import { createAssistant } from '../../../src/assistant.ts';
import { plainText } from '../../../src/core/card.ts';
import { commandOf } from '../../core/command-of.ts';
import { shipped } from '../../search/bank.ts';

const caller: Caller = {
  scope: 's',
  channel: 'c',
  user: 'ada',
  name: 'Ada',
  direct: false,
  manages: false,
  moderates: false,
};

/** The bot with a clock of the test's own; `change` does something to what it would say. */
function paced(change: (outcome: Outcome) => Outcome = (outcome) => outcome) {
  const { application } = createAssistant(shipped);
  let now = 0;
  const changed: Application = { ...application, respond: (inbound) => change(application.respond(inbound)) };
  const { respond } = keepPace(changed, () => now);
  return {
    pass: (time: number) => {
      now += time;
    },
    ask: (who: Partial<Caller> = {}) => textOf(respond({ kind: 'command', command: commandOf('help'), ...about(who) })),
    press: () => respond({ kind: 'press', id: 'x', message: 'm', ...about({}) }),
  };
}

const about = (who: Partial<Caller>): Pick<Inbound, 'caller' | 'event' | 'at'> => ({
  caller: { ...caller, ...who },
  event: 'e',
  at: 0,
});

function textOf(outcome: Outcome): string {
  if (outcome.kind !== 'now') return outcome.kind;
  const { audience, card } = outcome.reply;
  const words = card.body.map((block) => (block.kind === 'text' ? plainText(block.text) : ''));
  return [`${audience}: ${card.title}`, ...words].join('\n');
}

const forAll = (outcome: Outcome): Outcome =>
  outcome.kind === 'now' ? { ...outcome, reply: { ...outcome.reply, audience: 'channel' } } : outcome;

const times = (count: number, act: () => string) => Array.from({ length: count }, act);

describe('whoever types faster than anybody reads', () => {
  it('is told privately how long to wait, and is answered again after that', () => {
    const { ask, pass } = paced();
    expect(times(personRate.burst, ask).filter((text) => text.includes('a lot at once'))).toEqual([]);
    expect(ask()).toMatch(/^asker: That was a lot at once\s+Ask again in 1 second\. Buttons and answers/);
    pass(personRate.interval);
    expect(ask()).not.toContain('a lot at once');
    expect(ask()).toContain('a lot at once');
  });

  it('keeps nobody else from asking, and can press buttons', () => {
    const { ask, press } = paced();
    times(personRate.burst + 1, ask);
    expect(ask({ user: 'bob' })).not.toContain('a lot at once');
    expect(textOf(press())).not.toContain('a lot at once');
  });

  it('gains nothing by going on: a question that was turned away takes no time from the next', () => {
    const { ask, pass } = paced();
    times(personRate.burst * 3, ask);
    pass(personRate.interval);
    expect(ask()).not.toContain('a lot at once');
  });
});

describe('a channel', () => {
  it('gets so many messages for all, whoever asks for them; private answers go on, and so do other channels', () => {
    const loud = paced(forAll);
    const users = Array.from({ length: 100 }, (_, no) => `user ${no}`);
    const next = () => loud.ask({ user: users.pop() ?? '' });
    expect(times(channelRate.burst, next).filter((text) => !text.startsWith('channel:'))).toEqual([]);
    expect(next()).toMatch(/^asker: This channel has enough to read\s+Nothing was posted\. Try again in 3 seconds/);
    expect(loud.ask({ user: 'bob', channel: 'other' })).toMatch(/^channel:/);
    loud.pass(channelRate.interval);
    expect(next()).toMatch(/^channel:/);
    const quiet = paced();
    expect(times(channelRate.burst + 5, quiet.ask).filter((text) => text.includes('enough to read'))).toEqual([]);
  });
});
