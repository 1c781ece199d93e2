import { afterEach, describe, expect, it } from 'vitest';
import type { Application, Inbound } from '../../../../src/app/ports.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { mention } from '../../../simulators/slack/event-payloads.ts';
import { until } from '../../../until.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot } from '../harness.ts';

let bot: Bot;
afterEach(() => bot.end());

/** Takes events, and finds out about the names of those who act, one after the other. */
async function heard(extras: { readonly scopes?: readonly string[]; readonly steady?: () => number } = {}) {
  const application = echo();
  bot = await startBot('http', application, extras);
  bot.simulator.workspace.profiles.set('U1', { display_name: 'Ada L.', real_name: 'Ada Lovelace' });
  bot.simulator.workspace.profiles.set('U2', { display_name: '', real_name: 'Bo Full' });
  return application.heard;
}
const nameOf = ({ naming }: Inbound) => naming?.();
const asked = () => bot.simulator.calls.filter(({ method }) => method === 'users.info').length;

describe('the name of a person on Slack', () => {
  it('is the display name of their profile, else their full name, else what the event says', async () => {
    const events = await heard();
    for (const user of ['U1', 'U2', 'U3']) await bot.press({ id: 'a', user, name: 'jdoe42' });
    expect(await Promise.all(events.map(nameOf))).toEqual(['Ada L.', 'Bo Full', null]);
    expect(events.map(({ caller }) => caller.name)).toEqual(['jdoe42', 'jdoe42', 'jdoe42']);
  });

  it('is asked for once in half a day, however often somebody acts', async () => {
    let now = 0;
    const events = await heard({ steady: () => now });
    for (let turn = 0; turn < 3; turn += 1) await bot.press({ id: 'a', user: 'U1' });
    expect(await Promise.all(events.map(nameOf))).toEqual(['Ada L.', 'Ada L.', 'Ada L.']);
    expect(asked()).toBe(1);
    bot.simulator.workspace.profiles.set('U1', { display_name: 'Countess', real_name: '' });
    now = 13 * 3_600_000;
    const [first] = events;
    expect(first === undefined ? null : await nameOf(first)).toBe('Countess');
  });

  it('is not asked for without the scope, nor before anybody needs it', async () => {
    const events = await heard({ scopes: ['commands', 'chat:write', 'app_mentions:read', 'im:history'] });
    await bot.press({ id: 'a', user: 'U1' });
    expect(await Promise.all(events.map(nameOf))).toEqual([null]);
    expect(asked()).toBe(0);
  });

  it('is said to be missing where an event brings none and nobody has heard it', async () => {
    const events = await heard();
    await bot.event(mention({ text: '<@UBOT> a', user: 'U9' }));
    await bot.press({ id: 'a', user: 'U9', name: 'grace' });
    await bot.event(mention({ text: '<@UBOT> a', user: 'U9' }));
    await until(() => expect(events.map(({ caller }) => caller.nameless)).toEqual([true, undefined, undefined]));
  });

  it('shows as a mention in a message where nobody knows it, and otherwise as plain words', async () => {
    const application: Application = {
      ...echo(),
      respond: ({ caller: { user, name } }) => ({
        kind: 'now',
        reply: {
          audience: 'asker',
          place: 'new',
          card: { body: [paragraph({ kind: 'person', user, text: name }, ' is here.')] },
        },
      }),
    };
    bot = await startBot('http', application);
    await bot.event(mention({ text: '<@UBOT> a', user: 'U9' }));
    await until(() => expect(bot.simulator.workspace.whispers).toHaveLength(1));
    const { message } = await bot.command({ text: 'a', user: 'U9' });
    const elements = (of: unknown) => JSON.stringify(of);
    expect(elements(bot.simulator.workspace.whispers[0]?.payload)).toContain('{"type":"user","user_id":"U9"}');
    expect(elements(message)).toContain('{"type":"text","text":"ada"}');
  });
});
