import { afterEach, describe, expect, it } from 'vitest';
import {
  directMessage,
  envelope,
  homeOpened,
  mention,
  tokensRevoked,
} from '../../../simulators/slack/event-payloads.ts';
import { homePressPayload, pressPayload, shortcutPayload } from '../../../simulators/slack/payloads.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

let bot: Bot;
afterEach(() => bot.end());

type Json = Readonly<Record<string, unknown>>;

/** The payload with one property after the other, at any depth, left out or replaced by something else. */
function spoilt(payload: Json): readonly Json[] {
  return Object.keys(payload).flatMap((key) => {
    const value = payload[key];
    const { [key]: _, ...without } = payload;
    const deeper =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? spoilt(value as Json).map((inner) => ({ ...payload, [key]: inner }))
        : [];
    return [without, ...[null, 7, '', '__proto__', [], {}].map((other) => ({ ...payload, [key]: other })), ...deeper];
  });
}

describe('a payload of another shape than Slack documents', () => {
  it('harms nobody: the bot goes on, and nothing is left unhandled', async () => {
    bot = await startBot('http', echo());
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note).on('uncaughtException', note);
    const events = [
      mention({ text: '<@UBOT> a' }),
      directMessage({ text: 'a' }),
      homeOpened({ mark: 'x' }),
      tokensRevoked({ bot: ['UBOT'] }),
      envelope({}),
    ].flatMap((payload) => spoilt(payload));
    const address = bot.simulator.createResponseUrl();
    const interactions = [
      pressPayload({ id: 'a', ephemeral: false, thread: '1.2' }, address),
      homePressPayload({ id: 'a' }),
      shortcutPayload({ text: 'a' }, address),
    ].flatMap((payload) => spoilt(payload));
    const statuses = await Promise.all([
      ...events.map((payload) => bot.event(payload)),
      ...interactions.map((payload) => bot.interact(payload)),
    ]);
    // What Bolt cannot tell the kind of is not acknowledged, and Slack is told so after 3 s.
    for (const { status } of statuses) expect([200, 400, 404, 500]).toContain(status);
    expect(wordsOf((await bot.command({ text: 'still here' })).message)).toContain('still here');
    await bot.stop();
    process.off('unhandledRejection', note).off('uncaughtException', note);
    expect(unhandled).toEqual([]);
    bot.simulator.takeProblems();
  });
});
