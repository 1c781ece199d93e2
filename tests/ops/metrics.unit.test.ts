import { describe, expect, it } from 'vitest';
import type { Application, Inbound } from '../../src/app/ports.ts';
import { createMetrics } from '../../src/ops/metrics.ts';

const inbound = (platform: string, kind: 'help' | 'topics'): Inbound => ({
  kind: 'command',
  command: { kind },
  caller: {
    scope: `${platform}:1`,
    channel: `${platform}:1:2`,
    user: `${platform}:1:3`,
    name: 'Ada',
    direct: false,
    manages: false,
    moderates: false,
  },
  event: `${platform}:1`,
  at: 0,
});

describe('the events of an application', () => {
  it('are counted by platform and kind, and the counts stay when they are read', async () => {
    const metrics = createMetrics();
    const plain = { respond: () => ({ kind: 'nothing' }) } as unknown as Application;
    const application = metrics.ofApplication(plain);
    for (let time = 0; time < 3; time += 1) application.respond(inbound('slack', 'help'));
    application.respond(inbound('discord', 'help'));
    expect(await metrics.text()).toContain('bot_events_total{platform="slack",kind="help"} 3');
    application.respond(inbound('slack', 'help'));
    application.respond(inbound('slack', 'topics'));
    const text = await metrics.text();
    expect(text).toContain('bot_events_total{platform="slack",kind="help"} 4');
    expect(text).toContain('bot_events_total{platform="slack",kind="topics"} 1');
    expect(text).toContain('bot_events_total{platform="discord",kind="help"} 1');
    expect(text).toContain('bot_answer_seconds_count 6');
  });
});
